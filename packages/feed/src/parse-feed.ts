import { decodeText } from './charset.ts';
import { readChannel } from './formats/channel.ts';
import type { ReadContext } from './formats/context.ts';
import { readItem } from './formats/item.ts';
import { isJsonFeed, readJsonFeed } from './formats/json-feed.ts';
import { salvageJson } from './formats/salvage-json.ts';
import { readSitemapUrl, sitemapFeed } from './formats/sitemap.ts';
import type { FeedFormat, FeedItem, FeedResult, NotAFeedCode } from './model.ts';
import { describeHtml } from './not-a-feed.ts';
import { RepairLog } from './repairs.ts';
import type { XmlElement } from './xml/element.ts';
import { withoutControls } from './xml/references.ts';
import { scanXml } from './xml/scan-xml.ts';
import { containers, itemKeys, neverNested, roots } from './vocabulary.ts';

export interface ParseFeedOptions {
  /** Address the bytes came from, after redirects: base of relative links. */
  url?: string;
  /** Response headers, names in any case; `content-type`, `content-location`, `content-language` are used. */
  headers?: Readonly<Record<string, string>>;
  /** Items beyond this are left out and recorded (`item-limit`). */
  maxItems?: number;
}

const defaultMaxItems = 20_000;
const rootTag = /<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|opml|entry|item)[\s>/]/i;

/**
 * Reads a feed: RSS 0.9x, 1.0, 2.0, RDF, CDF, Atom 0.3 and 1.0, JSON Feed, sitemaps with Google's news extension. Never throws; linear in the input.
 * A feed without items is a feed. What is none is told by kind. Everything put right on the way is listed in `repairs`.
 */
export function parseFeed(bytes: Uint8Array, options: ParseFeedOptions = {}): FeedResult {
  const repairs = new RepairLog();
  const headers = new Map(Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const { text: decoded, charset } = decodeText(bytes, headers.get('content-type'), repairs);
  if (isBinary(decoded)) return { kind: 'not-a-feed', code: 'binary', detail: '', alternates: [], repairs: repairs.list() };
  const text = withoutControls(decoded, repairs);
  const start = text.slice(0, 200).trimStart();
  const refuse = (code: NotAFeedCode, detail = ''): FeedResult => ({
    kind: 'not-a-feed',
    code,
    detail,
    alternates: [],
    repairs: repairs.list(),
  });
  if (text.trim() === '') return refuse('empty');
  const location = headers.get('content-location');
  const base = location !== undefined && URL.canParse(location, options.url) ? new URL(location, options.url).href : options.url;
  const context: ReadContext = { base, language: headers.get('content-language'), repairs };
  const maxItems = options.maxItems ?? defaultMaxItems;

  if (start.startsWith('{') || start.startsWith('[')) return readJson(text, charset, context) ?? refuse('other-json');
  const root = rootTag.exec(text.slice(0, 100_000));
  if (isPage(text, root?.index)) return describeHtml(text, base, headers, repairs);
  if (root === null) return refuse(/^\s*<[?!a-z]/i.test(text) ? 'other-xml' : 'plain-text');
  const first = text.indexOf('<');
  if ((first > 0 && text.slice(0, first).trim() !== '') || /^\s+<\?xml/.test(text.slice(0, 1000))) repairs.add('leading-junk');
  return readXml(text, charset, context, maxItems) ?? refuse('other-xml', root[0].slice(1, -1));
}

/** HTML when its first element is one of HTML's frame, and no feed begins before the page has said anything. */
function isPage(text: string, rootAt: number | undefined): boolean {
  const head = withoutComments(text.slice(0, 20_000)).replace(/<\?[^<>]{0,1000}>/g, '');
  const first = /<(?!!(?!doctype\s{1,9}html\b))(!doctype|[a-z][\w:.-]{0,40})/i.exec(head);
  const name = first?.[1]?.toLowerCase() ?? '';
  if (name === '!doctype') return rootAt === undefined || /<(?:html|head|body)[\s>]/i.test(text.slice(0, rootAt));
  if (name === 'html' || name === 'head' || name === 'body') return true;
  return rootAt === undefined && /<(?:html|body|title|meta|script|div|p|h[1-6]|ul|table|form|article|main)[\s>]/i.test(head);
}

function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close === -1) break;
    kept += text.slice(from, open);
    from = close + 3;
  }
  return kept + text.slice(from);
}

function isBinary(text: string): boolean {
  const head = text.slice(0, 2000);
  return (head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0) * 20 > head.length;
}

function readJson(text: string, charset: string, context: ReadContext): FeedResult | undefined {
  const json = salvageJson(text.trim());
  if (json === undefined || !isJsonFeed(json.value)) return undefined;
  if (json.salvaged) context.repairs.add('json-salvaged');
  const { feed, items } = readJsonFeed(json.value, context);
  return { kind: 'feed', feed, items, charset, repairs: context.repairs.list() };
}

function readXml(text: string, charset: string, context: ReadContext, maxItems: number): FeedResult | undefined {
  const { repairs } = context;
  const document = scanXml(text, { containers, neverNested, roots, repairs });
  const elements = flatten(document);
  const sitemap = elements.find((element) => element.key === 'urlset');
  if (sitemap) {
    const items = limited(sitemap.all('url'), maxItems, repairs).flatMap((url) => readSitemapUrl(url, context) ?? []);
    return { kind: 'feed', feed: sitemapFeed(), items, charset, repairs: repairs.list() };
  }
  const index = elements.find((element) => element.key === 'sitemapindex');
  if (index) return { kind: 'not-a-feed', code: 'sitemap-index', detail: '', alternates: sitemapsOf(index), repairs: repairs.list() };
  const opml = elements.find((element) => element.key === 'opml');
  if (opml) return { kind: 'not-a-feed', code: 'opml', detail: '', alternates: [], repairs: repairs.list() };
  const root = elements.find((element) => formatOf(element) !== undefined);
  const entries = elements.filter((element) => itemKeys.has(element.key));
  const format = root === undefined ? undefined : formatOf(root);
  if (root === undefined || format === undefined) return undefined;
  const channel = format === 'atom' ? root : (elements.find((element) => element.key === 'channel') ?? root);
  const feed = readChannel(channel, format, root.attribute('version') ?? (format === 'rdf' ? '1.0' : ''), context);
  const items = withoutSharedIds(
    limited(entries, maxItems, repairs).map((entry) => readItem(entry, context)),
    repairs,
  );
  return { kind: 'feed', feed, items, charset, repairs: repairs.list() };
}

function formatOf(element: XmlElement): FeedFormat | undefined {
  switch (element.key) {
    case 'rss':
      return 'rss';
    case 'rdf:rdf':
    case 'rdf':
      return 'rdf';
    case 'channel':
      return element.attribute('href') === undefined && element.first('abstract') === undefined ? 'rss' : 'cdf';
    case 'atom:feed':
    case 'atom:entry':
      return 'atom';
    case 'item':
      return 'rss';
    default:
      return undefined;
  }
}

/** The elements kept, in document order, without going into items. */
function flatten(document: XmlElement): XmlElement[] {
  const elements: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      elements.push(child);
      if (!itemKeys.has(child.key) && containers.has(child.key) && child.key !== 'url') walk(child);
    }
  };
  walk(document);
  return elements;
}

function limited(elements: readonly XmlElement[], maxItems: number, repairs: RepairLog): readonly XmlElement[] {
  if (elements.length > maxItems) repairs.add('item-limit', elements.length - maxItems);
  return elements.slice(0, maxItems);
}

/** An id that several pages of one feed share (`0`, the site's address) identifies none of them: it is taken away. */
function withoutSharedIds(items: FeedItem[], repairs: RepairLog): FeedItem[] {
  const links = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const { id, link } of items) {
    if (id === undefined) continue;
    if (links.has(id) && links.get(id) !== link) shared.add(id);
    links.set(id, link);
  }
  for (const item of items) {
    if (item.id === undefined || !shared.has(item.id)) continue;
    delete item.id;
    repairs.add('id-shared');
  }
  return items;
}

function sitemapsOf(index: XmlElement): string[] {
  return index
    .all('sitemap')
    .flatMap((sitemap) => sitemap.first('loc')?.value() || [])
    .slice(0, 1000);
}
