/** One element of the reader's own light tree. Text children are strings, entities already decoded. */
export interface Element {
  name: string;
  /** Only the attributes that the reader looks at, as name, value, name, value …; names in lower case. A list, because most elements have one or two. */
  attributes: string[] | undefined;
  parent: Element | undefined;
  children: (Element | string)[];
}

/** The attribute's value, or an empty string. */
export function attribute(element: Element, name: string): string {
  return findAttribute(element, name) ?? '';
}

/** The attribute's value, or undefined where the element has none of that name. */
export function findAttribute({ attributes }: Element, name: string): string | undefined {
  if (attributes === undefined) return undefined;
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/** The element's whole text, without any layout; for titles, scripts and times. Stops at `limit` characters. */
export function textOf(element: Element, limit = 100_000): string {
  let text = '';
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (text.length >= limit) return;
      if (typeof child === 'string') text += child;
      else walk(child);
    }
  };
  walk(element);
  return text.length > limit ? text.slice(0, limit) : text;
}

/** Calls `visit` on every element below `root` in document order; `visit` may answer false to skip what is inside. */
export function walkElements(root: Element, visit: (element: Element) => boolean | undefined): void {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    if (visit(child) !== false) walkElements(child, visit);
  }
}
