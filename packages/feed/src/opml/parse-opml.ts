import { decodeText } from '../charset.ts';
import { RepairLog, type Repair } from '../repairs.ts';
import type { XmlElement } from '../xml/element.ts';
import { scanXml } from '../xml/scan-xml.ts';

export interface OpmlFeed {
  url: string;
  title?: string;
  htmlUrl?: string;
  /** Titles of the outlines around it, from the outside in. */
  folders: string[];
  language?: string;
  /** Line of the file, from 1. */
  line: number;
}

/** Why an outline that should name a feed does not. */
export type OpmlFailureCode = 'no-address' | 'not-http' | 'bad-address' | 'duplicate' | 'too-many';

export interface OpmlFailure {
  line: number;
  code: OpmlFailureCode;
  /** The outline's title or address, for the person who looks for it. */
  about: string;
}

export type OpmlResult =
  { kind: 'opml'; title: string; feeds: OpmlFeed[]; failures: OpmlFailure[]; repairs: Repair[] } | { kind: 'not-opml'; repairs: Repair[] };

const containers = new Set(['opml', 'head', 'body', 'outline']);
const maxFeeds = 20_000;

/**
 * Reads a list of feeds (OPML 1.0 to 2.0), as leniently as feeds are read. Outlines that hold others are folders; one that claims to be a feed and has no
 * usable address, or one already named, is a failure with its line. Never throws.
 */
export function parseOpml(bytes: Uint8Array): OpmlResult {
  const repairs = new RepairLog();
  const { text } = decodeText(bytes, undefined, repairs);
  const document = scanXml(text, { containers, neverNested: new Set(), roots: new Map([['opml', '']]), repairs });
  const opml = document.first('opml');
  if (opml === undefined) return { kind: 'not-opml', repairs: repairs.list() };
  const reading = new Reading(text);
  for (const holder of [opml, ...opml.all('body')]) for (const outline of holder.all('outline')) reading.outline(outline, []);
  const title = opml.first('head')?.first('title')?.value() ?? '';
  return { kind: 'opml', title, feeds: reading.feeds, failures: reading.failures, repairs: repairs.list() };
}

class Reading {
  readonly feeds: OpmlFeed[] = [];
  readonly failures: OpmlFailure[] = [];
  readonly #text: string;
  readonly #seen = new Set<string>();
  #line = 1;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  outline(outline: XmlElement, folders: readonly string[]): void {
    const line = this.#lineOf(outline.offset);
    const title = (outline.attribute('title') || outline.attribute('text') || '').replace(/\s+/g, ' ').trim();
    const raw = outline.attribute('xmlurl')?.trim() ?? '';
    const children = outline.all('outline');
    if (raw !== '') this.#feed(outline, raw, title, folders, line);
    else if (/^(?:rss|atom|feed|include)$/i.test(outline.attribute('type') ?? '') && children.length === 0) {
      this.failures.push({ line, code: 'no-address', about: title.slice(0, 200) });
    }
    const inner = children.length > 0 && title !== '' && raw === '' ? [...folders, title] : folders;
    for (const child of children) this.outline(child, inner);
  }

  #feed(outline: XmlElement, raw: string, title: string, folders: readonly string[], line: number): void {
    const fail = (code: OpmlFailureCode): void => void this.failures.push({ line, code, about: (title || raw).slice(0, 200) });
    // `feed://` is how some readers write http.
    const address = raw.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:');
    if (!/^https?:/i.test(address)) return fail(/^[a-z][a-z0-9+.-]{0,30}:/i.test(address) ? 'not-http' : 'bad-address');
    if (address.length > 4000 || !URL.canParse(address)) return fail('bad-address');
    const url = new URL(address).href;
    if (this.#seen.has(url)) return fail('duplicate');
    if (this.feeds.length >= maxFeeds) return fail('too-many');
    this.#seen.add(url);
    const htmlUrl = outline.attribute('htmlurl')?.trim();
    const language = outline.attribute('language')?.trim();
    this.feeds.push({
      url,
      ...(title ? { title } : {}),
      ...(htmlUrl ? { htmlUrl } : {}),
      folders: [...folders],
      ...(language ? { language } : {}),
      line,
    });
  }

  /** Outlines come in the order of the document, so lines are counted once. */
  #lineOf(offset: number): number {
    for (let at = this.#text.indexOf('\n', this.#offset); at >= 0 && at < offset; at = this.#text.indexOf('\n', at + 1)) {
      this.#line++;
      this.#offset = at + 1;
    }
    return this.#line;
  }
}
