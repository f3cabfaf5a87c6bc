import { readFeedDate, type FeedDate } from '../date/feed-date.ts';
import { elementText } from '../feed-text.ts';
import { absoluteLink, joinBase } from '../link.ts';
import type { FeedText } from '../model.ts';
import type { RepairLog } from '../repairs.ts';
import type { XmlElement } from '../xml/element.ts';

/** What readers of every XML format share: where the document came from and what was put right. */
export interface ReadContext {
  /** Address the document was read from, after redirects; Content-Location when the server sent one. */
  base: string | undefined;
  /** Content-Language, for a feed that names none. */
  language?: string | undefined;
  repairs: RepairLog;
}

/** What `read` makes of the first child, in the order of `keys`, of which it makes anything. */
function firstOf<T>(element: XmlElement, keys: readonly string[], read: (child: XmlElement) => T | undefined): T | undefined {
  for (const key of keys) {
    for (const child of element.all(key)) {
      const value = read(child);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** Text of the first of `keys` that has any. Of what the document's end cut off only content is believed. */
export function textOf(element: XmlElement, keys: readonly string[]): FeedText | undefined {
  return firstOf(element, keys, (child) =>
    child.cut && child.key !== 'content:encoded' && child.key !== 'atom:content' ? undefined : elementText(child),
  );
}

/** Plain value of the first of `keys` that has any. */
export function valueOf(element: XmlElement, keys: readonly string[]): string | undefined {
  return firstOf(element, keys, (child) => (child.cut ? undefined : child.value() || undefined));
}

/** Date of the first of `keys` that can be read. */
export function dateOf(element: XmlElement, keys: readonly string[], { repairs }: ReadContext): FeedDate | undefined {
  return firstOf(element, keys, (child) => (child.cut ? undefined : readDateValue(child.value(), repairs)));
}

/** `readFeedDate`, with what had to be put right recorded. */
export function readDateValue(raw: string | undefined, repairs: RepairLog): FeedDate | undefined {
  if (raw === undefined || raw.trim() === '') return undefined;
  const date = readFeedDate(raw);
  if (date === undefined) repairs.add('date-unreadable');
  else if (date.lenient) repairs.add('date-lenient');
  if (date?.zone === 'assumed-utc' && date.precision !== 'day' && date.precision !== 'month' && date.precision !== 'year')
    repairs.add('date-zone-assumed');
  return date;
}

/** Base address in force at an element: every `xml:base` from the outside in. */
export function baseOf(element: XmlElement, context: ReadContext): string | undefined {
  const outer = element.parent === undefined ? context.base : baseOf(element.parent, context);
  return joinBase(outer, element.attribute('xml:base'));
}

/** An element's link text, or the value of its attribute, made absolute. */
export function linkFrom(element: XmlElement, raw: string | undefined, context: ReadContext): string | undefined {
  if (raw === undefined || raw === '') return undefined;
  return absoluteLink(raw, /^https?:\/\//i.test(raw) ? undefined : baseOf(element, context), context.repairs);
}

/** All links of a relation in Atom's manner (`<link rel href>`), the bare `link` of RSS with an `href` included. */
export function relatedLinks(element: XmlElement, relation: string): XmlElement[] {
  return [...element.all('atom:link'), ...element.all('link')].filter((child) => {
    if (child.attribute('href') === undefined) return false;
    const rel = (child.attribute('rel') ?? 'alternate').trim().toLowerCase();
    return (rel === '' ? 'alternate' : rel.replace('http://www.iana.org/assignments/relation/', '')) === relation;
  });
}
