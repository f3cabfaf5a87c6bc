import type { JsonLdArticle } from './json-ld.ts';
import type { PageHead } from './head.ts';
import { trimMarks } from '../line/trim-marks.ts';
import { fold } from './head.ts';

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

/** Who wrote the article: structured data, then metadata, then places marked as the author. */
export function findAuthors(head: PageHead, data: JsonLdArticle): string[] {
  const fromData = cleanAuthors(data.authors);
  if (fromData.length > 0) return fromData;
  for (const name of metaNames) {
    const found = cleanAuthors([head.meta.get(name) ?? '']);
    if (found.length > 0 && (name !== 'twitter:data1' || /written|author|von|por/i.test(head.meta.get('twitter:label1') ?? '')))
      return found;
  }
  return cleanAuthors(head.authors).slice(0, 4);
}

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
