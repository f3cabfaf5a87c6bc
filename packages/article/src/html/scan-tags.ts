import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { keptAttributes, rawTags, referenceTags } from './tag-kinds.ts';
import { maxAttributeLength } from '../limits.ts';

/** What `scanTags` tells of a page, in document order. */
export interface TagHandler {
  /** Text between tags, references decoded; one stretch of text may come in several pieces. */
  text(text: string): void;
  /** A start tag: its name in lower case, its kept attributes as name, value …, and whether it ends with `/>`. */
  open(name: string, attributes: string[] | undefined, closed: boolean): void;
  close(name: string): void;
  /** The content of an element that has no tags inside, as it stands; asked for only where `wants` says so. */
  raw(text: string): void;
  /** Whether text, attributes and raw content are of use now: what is skipped need not be decoded. */
  wants(): boolean;
  /** True ends the scan. */
  full: boolean;
}

/**
 * Finds the tags of a page as the HTML standard's tokenizer does (13.2.5), without its errors and states that make no difference to a reader: comments, declarations and
 * processing instructions are passed over, a tag that the end cuts off is dropped. Linear: every character is looked at a bounded number of times, most of
 * them by `indexOf`, which is why the reader has a scanner of its own.
 */
export function scanTags(html: string, handler: TagHandler): void {
  new Scanner(html, handler).scan();
}

const [slash, greater, exclamation, question, equals, quote, apostrophe] = [47, 62, 33, 63, 61, 34, 39];
const longestKept = Math.max(...[...keptAttributes].map((name) => name.length));
/** Kept names by themselves: one string for each, so that they are told apart without looking at their letters. */
const keptNames = new Map([...keptAttributes].map((name) => [name, name]));
/** The kept names by first letter (its lower five bits) and length: most others are told by these alone. */
const keptByShape = new Map<number, string[]>();
for (const name of keptAttributes) {
  const shape = shapeOf(name.charCodeAt(0), name.length);
  keptByShape.set(shape, [...(keptByShape.get(shape) ?? []), name]);
}
/** Bit n: some kept name that begins with this letter has n letters. */
const lengthsByInitial = new Int32Array(32);
for (const shape of keptByShape.keys()) lengthsByInitial[shape & 31] = (lengthsByInitial[shape & 31] ?? 0) | (1 << (shape >> 5));

function shapeOf(initial: number, length: number): number {
  return (initial & 31) | (length << 5);
}

/** Names of tags, one string for each; those of up to four letters by their letters. A page of made-up names is no reason to keep them. */
const tagNames = new Map<string, string>();
const shortTagNames = new Map<number, string>();
const mostTagNames = 1_000;

class Scanner {
  private readonly html: string;
  private readonly handler: TagHandler;
  private at = 0;
  private closed = false;
  private attributes: string[] | undefined;

  constructor(html: string, handler: TagHandler) {
    this.html = html;
    this.handler = handler;
  }

  scan(): void {
    const { html, handler } = this;
    const { length } = html;
    let textFrom = 0;
    while (this.at < length && !handler.full) {
      const start = html.indexOf('<', this.at);
      if (start < 0) break;
      const next = html.charCodeAt(start + 1);
      const ending = next === slash;
      if (isLetter(next) || (ending && isLetter(html.charCodeAt(start + 2)))) {
        if (textFrom < start) this.text(textFrom, start);
        this.at = start + (ending ? 2 : 1);
        const name = this.tagName();
        if (ending) this.endTag(name);
        else this.startTag(name);
      } else if (next === exclamation || next === question || (ending && start + 2 < length)) {
        if (textFrom < start) this.text(textFrom, start);
        this.at = markupEnd(html, start);
      } else {
        this.at = start + 1;
        continue;
      }
      textFrom = this.at;
    }
    if (textFrom < length && !handler.full) this.text(textFrom, length);
  }

  private text(from: number, to: number): void {
    if (!this.handler.wants()) return;
    const text = this.html.slice(from, to);
    this.handler.text(text.includes('&') ? decodeHTML(text) : text);
  }

  /** Reads on to the end of a name. */
  private tagName(): string {
    const { html } = this;
    const from = this.at;
    let upper = false;
    let letters = 0;
    let odd = false;
    let i = from;
    for (; i < html.length; i++) {
      const code = html.charCodeAt(i);
      if (code === slash || code === greater || isSpace(code)) break;
      if (code < 97) upper = true;
      if (code < 45 || code > 127) odd = true;
      letters = (letters << 7) | code;
    }
    this.at = i;
    if (i - from > 4 || odd) return oneName(upper ? html.slice(from, i).toLowerCase() : html.slice(from, i));
    const known = shortTagNames.get(letters);
    if (known !== undefined) return known;
    const name = oneName(html.slice(from, i).toLowerCase());
    if (shortTagNames.size < mostTagNames) shortTagNames.set(letters, name);
    return name;
  }

  private endTag(name: string): void {
    const end = this.html.indexOf('>', this.at);
    this.at = end < 0 ? this.html.length : end + 1;
    this.handler.close(name);
  }

  private startTag(name: string): void {
    if (!this.readAttributes()) return;
    this.handler.open(name, this.attributes, this.closed);
    if (rawTags.has(name) && !this.handler.full) this.rawContent(name);
  }

  /** Reads to the end of a start tag; false where the page ends inside it. */
  private readAttributes(): boolean {
    const { html } = this;
    const { length } = html;
    const wanted = this.handler.wants();
    this.attributes = undefined;
    let i = this.at;
    let lastSlash = -1;
    for (;;) {
      let code = html.charCodeAt(i);
      for (; isSpace(code) || code === slash; code = html.charCodeAt(++i)) if (code === slash) lastSlash = i;
      if (i >= length) break;
      if (code === greater) {
        this.closed = lastSlash === i - 1;
        this.at = i + 1;
        return true;
      }
      const nameFrom = i;
      // An equals sign where a name should begin belongs to the name.
      do code = html.charCodeAt(++i);
      while (i < length && code !== equals && code !== greater && code !== slash && !isSpace(code));
      const nameTo = i;
      while (isSpace(code)) code = html.charCodeAt(++i);
      let from = i;
      let to = i;
      if (code === equals) {
        do code = html.charCodeAt(++i);
        while (isSpace(code));
        from = i;
        if (code === quote || code === apostrophe) {
          from++;
          to = html.indexOf(code === quote ? '"' : "'", from);
          if (to < 0) break;
          i = to + 1;
        } else {
          while (i < length && code !== greater && !isSpace(code)) code = html.charCodeAt(++i);
          to = i;
        }
      }
      if (wanted && nameTo - nameFrom <= longestKept) this.keep(nameFrom, nameTo, from, to);
    }
    this.at = length;
    return false;
  }

  private keep(nameFrom: number, nameTo: number, from: number, to: number): void {
    const initial = this.html.charCodeAt(nameFrom);
    const length = nameTo - nameFrom;
    if (((lengthsByInitial[initial & 31] ?? 0) & (1 << length)) === 0) return;
    let name: string | undefined;
    for (const kept of keptByShape.get(shapeOf(initial, length)) ?? []) if (this.html.startsWith(kept, nameFrom)) name = kept;
    name ??= keptNames.get(this.html.slice(nameFrom, nameTo).toLowerCase());
    if (name === undefined) return;
    const value = this.html.slice(from, Math.min(to, from + maxAttributeLength));
    // The first of two attributes of one name counts, as everywhere: it is found first.
    (this.attributes ??= []).push(name, value.includes('&') ? decodeHTMLAttribute(value) : value);
  }

  /** Passes over an element without tags inside, up to its end tag, which is read as any other. */
  private rawContent(name: string): void {
    const from = this.at;
    const to = this.rawEnd(name, from);
    if (referenceTags.has(name)) {
      if (from < to) this.text(from, to);
    } else if (from < to && this.handler.wants()) this.handler.text(this.html.slice(from, to));
    else if (from < to) this.handler.raw(this.html.slice(from, to));
    this.at = to;
  }

  /** Where the end tag of an element without tags inside begins; `plaintext` has none. */
  private rawEnd(name: string, from: number): number {
    const { html } = this;
    if (name === 'plaintext') return html.length;
    for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
      const behind = at + 2 + name.length;
      const code = html.charCodeAt(behind);
      if ((isSpace(code) || code === slash || code === greater) && this.isName(name, at + 2)) return at;
    }
    return html.length;
  }

  /** Whether a name of letters stands there, in either case. */
  private isName(name: string, from: number): boolean {
    for (let i = 0; i < name.length; i++) if ((this.html.charCodeAt(from + i) | 32) !== name.charCodeAt(i)) return false;
    return true;
  }
}

/** The one string of a name, so that names are told apart without looking at their letters. */
function oneName(name: string): string {
  const known = tagNames.get(name);
  if (known !== undefined) return known;
  if (tagNames.size >= mostTagNames) return name;
  // The name of a property is a string that the engine keeps once.
  const [one = name] = Object.keys({ [name]: 0 });
  tagNames.set(one, one);
  return one;
}

/** Where a comment, declaration or processing instruction that begins at `start` ends (one past it); the end of the page where nothing ends it. */
function markupEnd(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) return past(html, '>', start + 2);
  const from = start + 4;
  if (html.charCodeAt(from) === greater) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  for (let at = html.indexOf('--', from); at >= 0; at = html.indexOf('--', at + 1)) {
    const end = html.charCodeAt(at + 2) === exclamation ? at + 3 : at + 2;
    if (html.charCodeAt(end) === greater) return end + 1;
  }
  return html.length;
}

function past(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
