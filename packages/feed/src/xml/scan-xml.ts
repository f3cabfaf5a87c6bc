import type { RepairLog } from '../repairs.ts';
import { readAttributes } from './attributes.ts';
import { doctypeExtent, readEntities } from './doctype.ts';
import { XmlElement } from './element.ts';
import { NamespaceScope } from './namespace-scope.ts';
import { readTag } from './tag.ts';

export interface ScanOptions {
  /** Keys of the elements whose child elements are kept; under all others only the text or markup as a whole matters. */
  containers: ReadonlySet<string>;
  /** Keys that never stand inside themselves: a second start closes the first. */
  neverNested: ReadonlySet<string>;
  /** What names without prefix mean, by the root's local name, when its namespace is unknown or wrong: `feed` → `atom:`. */
  roots: ReadonlyMap<string, string>;
  repairs: RepairLog;
  /** Elements kept in the tree; reading stops at the next one. */
  maxElements?: number;
  maxDepth?: number;
}

/** Five times what a feed of 10 MB holds; it bounds memory to some 60 MB. */
const defaultMaxElements = 250_000;
const defaultMaxDepth = 150;

/**
 * Reads XML as feeds really have it into a tree of what the containers hold. Never throws and is linear in the input: a `<` that opens no tag is text,
 * missing end tags are closed by their parents' end, stray ones are passed over, and the end of the input closes what is open (marked `cut`).
 * Returns a document element (key `#document`) with the top-level elements as children.
 */
export function scanXml(text: string, options: ScanOptions): XmlElement {
  return new Scan(text, options).run();
}

class Scan {
  readonly #text: string;
  readonly #options: ScanOptions;
  readonly #entities = new Map<string, string>();
  readonly #source: { text: string; entities: Map<string, string>; repairs: RepairLog };
  readonly #document: XmlElement;
  #current: XmlElement;
  readonly #scopes: NamespaceScope[];
  /** Names of the open elements in lower case, for end tags; index 0 is the document. */
  readonly #names: string[] = [''];
  #elements = 0;
  #kept = 0;
  /** Start tags beyond the depth limit that still wait for their end tag. */
  #tooDeep = 0;
  /** Searches that found nothing are not repeated: this keeps hostile input linear. */
  readonly #absentAfter = new Map<string, number>();

  constructor(text: string, options: ScanOptions) {
    this.#text = text;
    this.#options = options;
    this.#source = { text, entities: this.#entities, repairs: options.repairs };
    this.#document = new XmlElement(this.#source, '#document', undefined, 0, '', 0);
    this.#current = this.#document;
    this.#scopes = [new NamespaceScope(new Map(), options.repairs)];
  }

  run(): XmlElement {
    let at = this.#text.indexOf('<');
    while (at >= 0) {
      const next = this.#markup(at);
      if (next < 0) break;
      at = this.#text.indexOf('<', next);
    }
    if (this.#names.length > 1) {
      this.#options.repairs.add('truncated');
      while (this.#names.length > 1) {
        this.#current.cut = true;
        this.#close(this.#text.length);
      }
    }
    this.#document.innerEnd = this.#text.length;
    return this.#document;
  }

  /** Reads what begins with the `<` at `at`; returns where to go on, -1 to stop. */
  #markup(at: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at + 1);
    if (code === 0x2f) return this.#endTag(at);
    if (code === 0x21) {
      if (text.startsWith('<![CDATA[', at)) return this.#cdata(at);
      if (text.startsWith('<!--', at)) return this.#comment(at);
      if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) {
        const { end, subset } = doctypeExtent(text, at, this.#elements === 0 && this.#entities.size === 0);
        for (const [name, value] of readEntities(subset)) this.#entities.set(name, value);
        return end;
      }
    }
    if (code === 0x3f) {
      this.#current.hasSections = true;
      const end = this.#find('>', at);
      return end < 0 ? at + 2 : end + 1;
    }
    const tag = readTag(text, at, this.#absentAfter);
    if (tag === 'not-a-tag') {
      this.#options.repairs.add('bare-less-than');
      return at + 1;
    }
    if (tag === 'cut') {
      // The input ends inside a tag: what is left is no text of the element before it.
      this.#options.repairs.add('truncated');
      return -1;
    }
    if ('textUntil' in tag) {
      this.#options.repairs.add('bare-less-than');
      return tag.textUntil;
    }
    if (this.#kept > (this.#options.maxElements ?? defaultMaxElements)) {
      this.#options.repairs.add('element-limit');
      return -1;
    }
    this.#elements++;
    this.#open(at, tag.name, text.slice(tag.attributesStart, tag.attributesEnd), tag.end, tag.empty);
    return tag.end;
  }

  #open(at: number, name: string, attributes: string, end: number, empty: boolean): void {
    if (this.#names.length > (this.#options.maxDepth ?? defaultMaxDepth)) {
      this.#options.repairs.add('depth-limit');
      if (!empty) this.#tooDeep++;
      return;
    }
    let scope = this.#scopes.at(-1) as NamespaceScope;
    if (attributes.includes('xmlns')) scope = scope.extend(readAttributes(attributes, this.#entities, undefined));
    if (this.#current === this.#document) scope = this.#rootScope(scope, name);
    const key = scope.key(name);
    if (this.#options.neverNested.has(key)) this.#closeOpen(key, at);
    const parent = this.#current;
    const element = new XmlElement(this.#source, key, parent, at, attributes, end);
    parent.hasMarkup = true;
    if (parent === this.#document || this.#options.containers.has(parent.key)) this.#keep(parent, element);
    if (empty) {
      element.innerEnd = end;
      return;
    }
    this.#current = element;
    this.#names.push(name.toLowerCase());
    this.#scopes.push(scope);
  }

  #keep(parent: XmlElement, element: XmlElement): void {
    parent.add(element);
    this.#kept++;
  }

  #rootScope(scope: NamespaceScope, name: string): NamespaceScope {
    const meaning = this.#options.roots.get(name.slice(name.indexOf(':') + 1).toLowerCase());
    if (meaning === undefined || name.includes(':') || scope.key(name).startsWith(meaning === '' ? name.toLowerCase() : meaning))
      return scope;
    return scope.withRootMeaning(meaning);
  }

  #endTag(at: number): number {
    const text = this.#text;
    let end = at + 2;
    // `</title<item>`: the end tag's own `>` may be missing.
    for (let code = text.charCodeAt(end); code !== 0x3e && code !== 0x3c; code = text.charCodeAt(++end)) {
      if (Number.isNaN(code)) {
        this.#options.repairs.add('truncated');
        return -1;
      }
    }
    const next = text.charCodeAt(end) === 0x3e ? end + 1 : end;
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return next;
    }
    const name = text
      .slice(at + 2, Math.min(end, at + 300))
      .trimEnd()
      .toLowerCase();
    const index = this.#names.lastIndexOf(name);
    if (index <= 0) this.#options.repairs.add('stray-end-tag');
    else {
      if (index < this.#names.length - 1) this.#options.repairs.add('unclosed-element', this.#names.length - 1 - index);
      while (this.#names.length > index) this.#close(at);
    }
    return next;
  }

  #cdata(at: number): number {
    this.#current.hasSections = true;
    const end = this.#find(']]>', at + 9);
    if (end >= 0) return end + 3;
    this.#options.repairs.add('unclosed-cdata');
    // Without its end the section ends where the element that holds it does, if that can be seen.
    const close = this.#find(`</${this.#names.at(-1) ?? ''}>`, at + 9);
    return close < 0 ? this.#text.length : close;
  }

  #comment(at: number): number {
    this.#current.hasSections = true;
    const end = this.#find('-->', at + 4);
    if (end >= 0) return end + 3;
    this.#options.repairs.add('unclosed-comment');
    const close = this.#find('>', at);
    return close < 0 ? this.#text.length : close + 1;
  }

  #find(what: string, from: number): number {
    const absent = this.#absentAfter.get(what);
    if (absent !== undefined && from >= absent) return -1;
    const found = this.#text.indexOf(what, from);
    if (found < 0) this.#absentAfter.set(what, from);
    return found;
  }

  #closeOpen(key: string, at: number): void {
    let open: XmlElement | undefined = this.#current;
    while (open !== undefined && open.key !== key) {
      // Embedded documents of another vocabulary keep their own nesting.
      if (open.key.startsWith('{') || open.key === 'atom:content' || open.key === 'content:encoded') return;
      open = open.parent;
    }
    if (open === undefined) return;
    this.#options.repairs.add('unclosed-element');
    while (this.#current !== open) this.#close(at);
    this.#close(at);
  }

  #close(at: number): void {
    this.#current.innerEnd = at;
    this.#current = this.#current.parent ?? this.#document;
    this.#names.pop();
    this.#scopes.pop();
  }
}
