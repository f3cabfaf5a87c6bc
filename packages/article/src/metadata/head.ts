import type { Element } from '../html/element.ts';
import { attribute, textOf, walkElements } from '../html/element.ts';

/** What the page's head and the marked places of its body say. */
export interface PageHead {
  /** `<meta>` contents by lower-case name, property or item property; the first of each counts. */
  meta: ReadonlyMap<string, string>;
  title: string;
  canonical: string;
  language: string;
  headings: string[];
  times: { text: string; datetime: string; published: boolean; modified: boolean }[];
  /** Item properties of the body that carry dates and names. */
  properties: ReadonlyMap<string, string>;
  /** Texts of elements marked as the author. */
  authors: string[];
}

const most = 60;

/** Gathers in one walk what the metadata readers need. */
export function readHead(root: Element): PageHead {
  const meta = new Map<string, string>();
  const properties = new Map<string, string>();
  const head = {
    title: '',
    canonical: '',
    language: '',
    headings: [] as string[],
    times: [] as PageHead['times'],
    authors: [] as string[],
  };
  walkElements(root, (element) => {
    const { name } = element;
    if (element.attributes === undefined && name !== 'title' && name !== 'h1') return undefined;
    const property = attribute(element, 'itemprop');
    if (name === 'meta') {
      const content = attribute(element, 'content').trim();
      for (const key of [attribute(element, 'property'), attribute(element, 'name'), attribute(element, 'http-equiv'), property]) {
        const lower = key.toLowerCase();
        if (lower !== '' && content !== '' && !meta.has(lower)) meta.set(lower, content);
      }
    } else if (name === 'html') head.language = attribute(element, 'lang') || attribute(element, 'xml:lang');
    else if (name === 'title') head.title ||= fold(textOf(element, 1_000));
    else if (name === 'link') {
      if (/\bcanonical\b/i.test(attribute(element, 'rel'))) head.canonical ||= attribute(element, 'href').trim();
    } else if (name === 'h1') {
      const text = fold(textOf(element, 1_000));
      if (text !== '' && head.headings.length < most) head.headings.push(text);
    } else if (name === 'time') addTime(element, property, head.times);
    if (property !== '' && name !== 'meta') {
      const value = attribute(element, 'datetime') || attribute(element, 'content') || fold(textOf(element, 300));
      for (const key of property.toLowerCase().split(/\s+/)) if (value !== '' && !properties.has(key)) properties.set(key, value);
    }
    if (head.authors.length < most && isAuthor(element, property)) {
      const text = fold(textOf(element, 300));
      if (text !== '') head.authors.push(text);
    }
    return undefined;
  });
  return { meta, properties, ...head };
}

function addTime(element: Element, property: string, times: PageHead['times']): void {
  if (times.length >= most) return;
  const marks = `${attribute(element, 'class')} ${attribute(element, 'id')} ${property} ${element.parent === undefined ? '' : attribute(element.parent, 'class')}`;
  times.push({
    text: fold(textOf(element, 300)),
    datetime: attribute(element, 'datetime').trim(),
    published: attribute(element, 'pubdate') !== '' || /publish|pubdate|entry-date|created|post-?date|byline/i.test(marks),
    modified: /updat|modif|aktualisiert/i.test(marks),
  });
}

function isAuthor(element: Element, property: string): boolean {
  if (property !== '' && /\bauthor\b/.test(property)) return true;
  const relation = attribute(element, 'rel');
  if (relation !== '' && /\bauthor\b/.test(relation)) return true;
  const names = attribute(element, 'class');
  // Most class names hold neither word: three letters of them in any case are looked for first.
  return names.length >= 5 && element.children.length < 12 && /uth|uto|yli/i.test(names) && authorName.test(names);
}

const authorName = /(?:^|[\s_-])(?:byline|author|autor)(?:[-_]?name|__name|link)?(?:$|\s)/i;

/** White space folded to single spaces. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
