import type { Element } from './element.ts';
import type { TagHandler } from './scan-tags.ts';
import { scanTags } from './scan-tags.ts';
import { droppedTags, endsParagraph, headTags, impliedEnds, voidTags } from './tag-kinds.ts';
import { maxDepth, maxEndTagSearch, maxHtmlLength, maxNodes } from '../limits.ts';

/** What came out of a page's HTML: the tree and the scripts that carry structured data, or why the page is refused. */
export type TreeResult =
  | { ok: true; root: Element; jsonLd: string[]; nodes: number; deepest: number; flattened: boolean; unended: string }
  | { ok: false; code: 'too-large' | 'too-many-nodes'; detail: string };

/**
 * Builds the light tree in one pass over the tokens. Never throws and works in linear time: nesting deeper than `maxDepth` is laid flat,
 * end tags look up a bounded number of levels, and a page with more than `maxNodes` nodes is refused.
 */
export function buildTree(html: string): TreeResult {
  if (html.length > maxHtmlLength)
    return { ok: false, code: 'too-large', detail: `${html.length} characters, at most ${maxHtmlLength} are read` };
  const result = build(html, '');
  // A dropped element that never ends would swallow the rest of the page: read such a page once more, keeping that element.
  return result.ok && result.unended !== '' ? build(html, result.unended) : result;
}

function build(html: string, keep: string): TreeResult {
  const builder = new TreeBuilder(keep);
  scanTags(html, builder);
  builder.end();
  if (builder.full) return { ok: false, code: 'too-many-nodes', detail: `more than ${maxNodes} nodes` };
  const { root, jsonLd, nodes, deepest, flattened, unended } = builder;
  return { ok: true, root, jsonLd, nodes, deepest, flattened, unended };
}

class TreeBuilder implements TagHandler {
  readonly root: Element = { name: '#root', attributes: undefined, parent: undefined, children: [] };
  readonly jsonLd: string[] = [];
  nodes = 0;
  deepest = 0;
  flattened = false;
  full = false;
  /** The dropped element that was still open at the end, if its content is not raw text. */
  unended = '';
  private readonly keep: string;
  private readonly stack: Element[] = [this.root];
  private pending = '';
  /** Name of the dropped element being skipped, and how many of that name are open. */
  private skipping = '';
  private skipDepth = 0;
  private script: string[] | undefined;

  constructor(keep: string) {
    this.keep = keep;
  }

  private current(): Element {
    return this.stack.at(-1) ?? this.root;
  }

  private flush(): void {
    if (this.pending === '') return;
    this.current().children.push(this.pending);
    this.pending = '';
    this.count();
  }

  private count(): void {
    if (++this.nodes > maxNodes) this.full = true;
  }

  wants(): boolean {
    return this.skipping === '';
  }
  text(text: string): void {
    this.pending += text;
  }
  raw(text: string): void {
    this.script?.push(text);
  }

  open(tag: string, attributes: string[] | undefined, ended: boolean): void {
    if (this.skipping !== '') {
      if (tag === this.skipping) this.skipDepth++;
      return;
    }
    if (droppedTags.has(tag) && tag !== this.keep) {
      this.skipping = tag;
      this.skipDepth = 1;
      if (tag === 'script' && attributes?.some((value) => value.includes('ld+json')) === true) this.script = [];
      return;
    }
    this.flush();
    if (this.current().name === 'head' && !headTags.has(tag)) this.stack.pop();
    if (endsParagraph.has(tag)) this.endOpen(paragraph, paragraphWithin);
    const implied = impliedEnds[tag];
    if (implied !== undefined) this.endOpen(implied.ends, implied.within);
    const parent = this.current();
    const element: Element = { name: tag, attributes, parent, children: [] };
    parent.children.push(element);
    this.count();
    if ((ended && tag.includes('-')) || voidTags.has(tag)) return;
    if (this.stack.length >= maxDepth) {
      this.flattened = true;
      return;
    }
    this.stack.push(element);
    this.deepest = Math.max(this.deepest, this.stack.length);
  }

  /** Ends every open element down to the lowest one named in `ends`, looking no further than an element named in `within`. */
  private endOpen(ends: ReadonlySet<string>, within: ReadonlySet<string>): void {
    const lowest = Math.max(1, this.stack.length - maxEndTagSearch);
    let found = -1;
    for (let i = this.stack.length - 1; i >= lowest; i--) {
      const name = this.stack[i]?.name ?? '';
      if (ends.has(name)) found = i;
      else if (within.has(name)) break;
    }
    if (found > 0) this.stack.length = found;
  }

  close(name: string): void {
    if (this.skipping !== '') {
      if (name !== this.skipping || --this.skipDepth > 0) return;
      if (this.script !== undefined) this.jsonLd.push(this.script.join(''));
      this.script = undefined;
      this.skipping = '';
      return;
    }
    this.flush();
    if (name === 'br') {
      this.current().children.push({ name: 'br', attributes: undefined, parent: this.current(), children: [] });
      return;
    }
    const lowest = Math.max(1, this.stack.length - maxEndTagSearch);
    for (let i = this.stack.length - 1; i >= lowest; i--) {
      const open = this.stack[i]?.name;
      if (open === name) {
        this.stack.length = i;
        return;
      }
      // An inline end tag never closes the table cell or the part of the page around it.
      if ((open === 'td' || open === 'th') && name !== 'tr' && name !== 'table' && name !== 'tbody') return;
    }
  }

  end(): void {
    if (this.script !== undefined) this.jsonLd.push(this.script.join(''));
    if (this.skipping !== '' && this.skipping !== 'script' && this.skipping !== 'style') this.unended = this.skipping;
    this.flush();
  }
}

const paragraph: ReadonlySet<string> = new Set(['p']);
const paragraphWithin: ReadonlySet<string> = new Set(
  'div section article main aside header footer nav td th table li ul ol dl blockquote figure form body button'.split(' '),
);
