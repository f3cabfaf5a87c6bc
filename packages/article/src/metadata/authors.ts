import type { JsonLdArticle } from './json-ld.ts';
import type { PageHead } from './head.ts';
import { trimMarks } from '../line/trim-marks.ts';
import { fold } from './head.ts';
import { headlineKey } from './title.ts';

const most = 12;
const metaNames = [
  'author',
  'article:author_name',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'cxenseparse:author',
  'article:author',
  'twitter:data1',
  'rbauthors',
  'citation_author',
];

/**
 * Who wrote the article: structured data, then metadata, then places marked as the author, then a byline near the headline.
 * A source that only names the outlet itself yields to one that names someone.
 * @param near the short lines around the headline.
 */
export function findAuthors(head: PageHead, data: JsonLdArticle, near: readonly string[], url: string): string[] {
  const outlet = [data.publisher, head.meta.get('og:site_name'), head.meta.get('application-name')]
    .map((name) => headlineKey(name ?? ''))
    .filter((name) => name !== '');
  const host = headlineKey(/^https?:\/\/(?:www\.)?([^/:]{1,200})/.exec(url)?.[1] ?? '');
  const isOutlet = (name: string): boolean => {
    const key = headlineKey(name);
    return outlet.some((other) => other === key || (key.length >= 3 && other.includes(key))) || (key.length >= 3 && host.includes(key));
  };
  let fallback: string[] = [];
  for (const source of sources(head, data, near)) {
    const names = cleanAuthors(source);
    if (names.some((name) => !isOutlet(name))) return names;
    if (fallback.length === 0) fallback = names;
  }
  return fallback;
}

function* sources(head: PageHead, data: JsonLdArticle, near: readonly string[]): Generator<readonly string[]> {
  yield data.authors;
  for (const name of metaNames) {
    if (name !== 'twitter:data1' || /written|author|von|por/i.test(head.meta.get('twitter:label1') ?? ''))
      yield [head.meta.get(name) ?? ''];
  }
  yield head.authors.slice(0, 4);
  yield near.filter((line) => line.length <= 90 && byline.test(line));
}

/** "By Ada Quill", "Von Ada Quill und Bo Reed": a word for authorship and then a capitalised name. */
const byline = /^(?:by|von|por|par|door|av|af|text|autor(?:in)?|author|written by)\s?:?\s\p{Lu}[\p{L}.'’-]+\s\p{L}/iu;

const lead =
  /^(?:(?:written|reported|posted|published|geschrieben|verfasst|escrito|publicado)\s)?(?:by|von|por|par|di|da|af|av|door|autore?|authors?|autorin|author:|text|redaktion:|from)\s?:?\s/i;

/** Splits and tidies author strings: "By A and B" gives two names; addresses, handles and dates are left out. */
export function cleanAuthors(raw: readonly string[]): string[] {
  const names: string[] = [];
  for (const entry of raw) {
    if (entry.includes('://')) continue;
    const text = fold(entry.slice(0, 400)).replace(lead, '');
    for (const part of text.split(/;|\||•|·|\/|,(?!\s?(?:jr|sr|dr|ph\.?d|md)\b)|\s(?:and|und|y|et|e|og|och|en|&)\s/i)) {
      if (part.trimStart().startsWith('@')) continue;
      const name = trimMarks(part.trim().replace(lead, ''), ':.–—-');
      if (isName(name) && !names.includes(name)) names.push(name);
    }
  }
  return names.slice(0, most);
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /https?:|www\.|@|\d{2}|[<>{}=]/.test(name)) return false;
  return (
    /\p{L}{2}/u.test(name) &&
    name.split(' ').length <= 6 &&
    !/^(?:admin|administrator|editor|redaktion|staff|null|undefined|none|author|by|von|user|gast|guest|webmaster)$/i.test(name)
  );
}
