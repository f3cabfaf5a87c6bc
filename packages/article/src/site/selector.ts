import type { Element } from '../html/element.ts';
import { attribute, findAttribute, walkElements } from '../html/element.ts';
import { keptAttributes } from '../html/tag-kinds.ts';

interface Step {
  tag: string | undefined;
  /** Attribute and value; an undefined value asks only that the attribute is there. */
  attributes: (readonly [name: string, value: string | undefined])[];
  classes: string[];
}

/** A small part of CSS selectors: `tag`, `#id`, `.class`, `[attribute]`, `[attribute=value]`, and white space for "somewhere inside". */
export type Selector = readonly Step[];

const longest = 200;
const piece = /^(?:#([\w-]{1,100})|\.([\w-]{1,100})|\[([a-z:-]{1,40})(?:=["']?([^"'[\]]{0,100})["']?)?\])/;

/** Reads a selector. @returns what is wrong with it, where it is none. */
export function parseSelector(text: string): Selector | { fault: string } {
  if (text.trim() === '' || text.length > longest) return { fault: `a selector has 1 to ${longest} characters` };
  const steps: Step[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const tag = /^(?:\*|[a-z][a-z0-9-]{0,40})/.exec(part)?.[0];
    const step: Step = { tag: tag === '*' ? undefined : tag, attributes: [], classes: [] };
    let rest = part.slice(tag?.length ?? 0);
    while (rest !== '') {
      const found = piece.exec(rest);
      if (found === null) return { fault: `“${rest}” is no tag, #id, .class or [attribute=value]` };
      const [whole, id, name, key, value] = found;
      if (id !== undefined) step.attributes.push(['id', id]);
      else if (name !== undefined) step.classes.push(name);
      else if (key !== undefined && keptAttributes.has(key)) step.attributes.push([key, value]);
      else return { fault: `the attribute ${key ?? ''} is not kept; kept are ${[...keptAttributes].join(', ')}` };
      rest = rest.slice(whole.length);
    }
    steps.push(step);
  }
  return steps;
}

/** The elements that one of the selectors names, in document order. */
export function findAll(root: Element, selectors: readonly Selector[]): Set<Element> {
  const found = new Set<Element>();
  if (selectors.length === 0) return found;
  walkElements(root, (element) => {
    if (selectors.some((selector) => matches(element, selector))) found.add(element);
    return undefined;
  });
  return found;
}

/** Whether the element is what the last step names, with elements around it that the steps before name. */
function matches(element: Element, selector: Selector): boolean {
  let at = selector.length - 1;
  const last = selector[at];
  if (last === undefined || !isSuch(element, last)) return false;
  at--;
  for (let around = element.parent; around !== undefined && at >= 0; around = around.parent) {
    const step = selector[at];
    if (step !== undefined && isSuch(around, step)) at--;
  }
  return at < 0;
}

function isSuch(element: Element, { tag, attributes, classes }: Step): boolean {
  if (tag !== undefined && element.name !== tag) return false;
  if (classes.length > 0) {
    const own = attribute(element, 'class').split(/\s+/);
    if (!classes.every((name) => own.includes(name))) return false;
  }
  return attributes.every(([name, value]) => {
    const own = findAttribute(element, name);
    return own !== undefined && (value === undefined || own === value);
  });
}
