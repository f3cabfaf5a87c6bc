import type { Enclosure, FeedItem, ItemSource } from '../model.ts';
import { elementText, plainText } from '../feed-text.ts';
import type { XmlElement } from '../xml/element.ts';
import { baseOf, dateOf, readDateValue, linkFrom, relatedLinks, textOf, valueOf, type ReadContext } from './context.ts';
import { authorsOf } from './people.ts';

const maxCategories = 200;

/**
 * Reads one entry of RSS, RDF, CDF or Atom. One reader serves all: names carry their namespace, so a field is a list of the elements that may hold it,
 * the most telling first, and modules of one format used in another are found too.
 */
export function readItem(element: XmlElement, context: ReadContext): FeedItem {
  const item: FeedItem = { categories: categoriesOf(element), enclosures: enclosuresOf(element, context) };
  const set = <K extends keyof FeedItem>(key: K, value: FeedItem[K] | undefined): void => {
    if (value !== undefined && value !== '') item[key] = value;
  };
  const links = [...relatedLinks(element, 'alternate')].map((link) => linkFrom(link, link.attribute('href'), context));
  set(
    'link',
    bareLink(element, context) ??
      links.find((link) => link !== undefined) ??
      attributeLink(element, context) ??
      permalink(element, context),
  );
  set('id', valueOf(element, ['atom:id', 'guid', 'id', 'dc:identifier']) ?? element.attribute('rdf:about'));
  set('originalLink', originalLink(element, context));
  set('title', textOf(element, ['atom:title', 'title', 'dc:title', 'media:title', 'itunes:title']));
  // Where both stand, the first is the summary and the second the longer text.
  const [first, second] = element.children.flatMap((child) =>
    (child.key === 'description' || child.key === 'summary') && !child.cut ? (elementText(child) ?? []) : [],
  );
  set(
    'summary',
    textOf(element, ['atom:summary']) ??
      first ??
      textOf(element, ['dc:description', 'abstract', 'itunes:summary', 'media:description', 'dcterms:abstract']),
  );
  set('content', textOf(element, ['content:encoded', 'atom:content', 'xhtml:body', 'fullitem', 'body', 'content']) ?? second);
  set(
    'author',
    authorsOf(element, ['atom:author', 'author', 'dc:creator', 'dcterms:creator', 'itunes:author', 'dc:author', 'managingeditor']),
  );
  readDates(element, context, item);
  set('image', imageOf(element, context));
  set('source', sourceOf(element, context));
  set('language', element.inherited('xml:lang') ?? valueOf(element, ['dc:language', 'language']));
  set('rights', textOf(element, ['atom:rights', 'atom:copyright', 'copyright', 'dc:rights', 'dcterms:rights', 'media:copyright']));
  const comments = element.first('comments');
  if (comments) set('comments', linkFrom(comments, comments.value(), context));
  const base = baseOf(
    element.first('atom:content') ?? element.first('content:encoded') ?? element.first('description') ?? element,
    context,
  );
  set('base', base);
  if (element.cut) item.incomplete = true;
  return item;
}

function readDates(element: XmlElement, context: ReadContext, item: FeedItem): void {
  const general = dateOf(element, ['dc:date'], context);
  const updated =
    dateOf(element, ['atom:updated', 'atom:modified', 'dcterms:modified', 'updated', 'lastbuilddate'], context) ??
    general ??
    readDateValue(element.attribute('lastmod'), context.repairs);
  const published =
    dateOf(
      element,
      [
        'atom:published',
        'atom:issued',
        'pubdate',
        'published',
        'dcterms:issued',
        'dcterms:available',
        'dcterms:created',
        'atom:created',
        'date',
      ],
      context,
    ) ?? general;
  if (published !== undefined) item.published = published;
  if (updated !== undefined) item.updated = updated;
}

/** RSS `<link>text</link>`. */
function bareLink(element: XmlElement, context: ReadContext): string | undefined {
  for (const child of element.all('link')) {
    const link = child.cut ? undefined : linkFrom(child, child.value(), context);
    if (link !== undefined) return link;
  }
  return undefined;
}

/** CDF's `<ITEM HREF>` and `<A HREF>`, RDF's `rdf:about`. */
function attributeLink(element: XmlElement, context: ReadContext): string | undefined {
  const raw = element.attribute('href') ?? element.first('a')?.attribute('href') ?? element.attribute('rdf:about');
  return raw !== undefined && (/^https?:/i.test(raw) || element.attribute('rdf:about') === undefined)
    ? linkFrom(element, raw, context)
    : undefined;
}

/** A guid is the page's address unless it says that it is not (RSS 2.0); one that looks like no address is none either way. */
function permalink(element: XmlElement, context: ReadContext): string | undefined {
  const guid = element.first('guid');
  if (guid === undefined || guid.cut || guid.attribute('ispermalink')?.trim().toLowerCase() === 'false') return undefined;
  const value = guid.value();
  return /^https?:\/\//i.test(value) || guid.attribute('ispermalink')?.trim().toLowerCase() === 'true'
    ? linkFrom(guid, value, context)
    : undefined;
}

function originalLink(element: XmlElement, context: ReadContext): string | undefined {
  const original = element.first('feedburner:origlink') ?? element.first('pheedo:origlink');
  return original && !original.cut ? linkFrom(original, original.value(), context) : undefined;
}

function categoriesOf(element: XmlElement): string[] {
  const names: string[] = [];
  for (const child of element.children) {
    if (child.cut) continue;
    if (child.key === 'atom:category') names.push(child.attribute('term') ?? child.attribute('label') ?? child.value());
    else if (child.key === 'category' || child.key === 'dc:subject' || child.key === 'media:category')
      names.push(plainText({ value: child.value(), type: 'html' }));
    else if (child.key === 'tags' || child.key === 'itunes:keywords' || child.key === 'media:keywords')
      names.push(...child.value().split(',', maxCategories));
    else if (child.key === 'itunes:category') names.push(child.attribute('text') ?? '');
  }
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].slice(0, maxCategories);
}

function enclosuresOf(element: XmlElement, context: ReadContext): Enclosure[] {
  const found = [
    ...element.all('enclosure').map((child) => [child, child.attribute('url') ?? child.attribute('href')] as const),
    ...relatedLinks(element, 'enclosure').map((child) => [child, child.attribute('href')] as const),
    ...[element, ...element.all('media:group')]
      .flatMap((holder) => holder.all('media:content'))
      .map((child) => [child, child.attribute('url')] as const),
  ];
  const enclosures = new Map<string, Enclosure>();
  for (const [child, raw] of found.slice(0, 100)) {
    const url = linkFrom(child, raw, context);
    if (url === undefined || enclosures.has(url)) continue;
    const type = child.attribute('type');
    const length = Number(child.attribute('length') ?? child.attribute('filesize') ?? Number.NaN);
    enclosures.set(url, { url, ...(type ? { type } : {}), ...(Number.isSafeInteger(length) && length > 0 ? { length } : {}) });
  }
  return [...enclosures.values()];
}

function imageOf(element: XmlElement, context: ReadContext): string | undefined {
  const thumbnail = [element, ...element.all('media:group'), ...element.all('media:content')]
    .map((holder) => holder.first('media:thumbnail'))
    .find((child) => child !== undefined);
  if (thumbnail) return linkFrom(thumbnail, thumbnail.attribute('url'), context);
  const image = element.first('itunes:image') ?? element.first('image');
  return image && linkFrom(image, image.attribute('href') ?? image.attribute('url') ?? valueOf(image, ['url']), context);
}

function sourceOf(element: XmlElement, context: ReadContext): ItemSource | undefined {
  const atom = element.first('atom:source');
  const rss = element.first('source');
  const source: ItemSource = {};
  if (atom) {
    const title = plainText(textOf(atom, ['atom:title']));
    const id = valueOf(atom, ['atom:id']);
    const link = relatedLinks(atom, 'alternate')[0] ?? relatedLinks(atom, 'self')[0];
    const url = link && linkFrom(link, link.attribute('href'), context);
    Object.assign(source, title === '' ? {} : { title }, id ? { id } : {}, url ? { url } : {});
  } else if (rss) {
    const title = plainText({ value: rss.value(), type: 'html' });
    const url = linkFrom(rss, rss.attribute('url'), context);
    Object.assign(source, title === '' ? {} : { title }, url ? { url } : {});
  } else {
    const title = plainText(textOf(element, ['dc:source']));
    if (title !== '') source.title = title;
  }
  return Object.keys(source).length === 0 ? undefined : source;
}
