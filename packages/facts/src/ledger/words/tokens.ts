import { isStopWord } from '../data/stop-words.ts';
import { conceptOf } from './concepts.ts';
import { countryAt } from './countries.ts';
import { stem } from './stem.ts';

/** One content word of a claim, ready for comparison. */
export interface Word {
  /** Comparison key: a country ("@peru"), a concept ("=kill") where the word belongs to one, else its stem. */
  readonly key: string;
  /** The word as written, without diacritics and case folded. */
  readonly form: string;
  /** True for a word that is written with a capital inside the string: likely a name. */
  readonly name: boolean;
}

const MAX_CHARS = 2_000;
const WORD = /[\p{L}\p{N}]+(?:\.\p{L})*/gu;

/** Lower case without diacritics; the same letters whatever the Unicode form. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Words of a string (its first 2,000 code units) in order, stop words left out. Possessive endings and the points of initials are dropped. */
export function wordsOf(text: string | null | undefined): Word[] {
  if (text === null || text === undefined) return [];
  const plain = text.slice(0, MAX_CHARS).replace(/[’'](?:s\b)?/gu, ' ');
  const raws = [...plain.matchAll(WORD)].map(([raw]) => raw.replaceAll('.', ''));
  const forms = raws.map(fold);
  const words: Word[] = [];
  for (let at = 0; at < raws.length; at++) {
    const country = countryAt(forms, raws, at);
    if (country !== null) {
      words.push({ key: country.key, form: forms.slice(at, at + country.length).join(' '), name: true });
      at += country.length - 1;
      continue;
    }
    const [raw = '', form = ''] = [raws[at], forms[at]];
    if (form === '' || isStopWord(form, raw)) continue;
    words.push({ key: conceptOf(form) ?? stem(form), form, name: /^\p{Lu}/u.test(raw) });
  }
  return words;
}
