import { isStopWord } from '../data/stop-words.ts';
import { conceptOf } from './concepts.ts';
import { stem } from './stem.ts';

/** One content word of a claim, ready for comparison. */
export interface Word {
  /** Comparison key: a concept ("=12") where the word belongs to one, else its stem. */
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
  const plain = text.slice(0, MAX_CHARS).replace(/[’']s?(?=\s|$)/gu, ' ');
  const words: Word[] = [];
  for (const [raw] of plain.matchAll(WORD)) {
    const form = fold(raw).replaceAll('.', '');
    if (form === '' || isStopWord(form, raw)) continue;
    const name = /^\p{Lu}/u.test(raw);
    words.push({ key: conceptOf(form) ?? stem(form), form, name });
  }
  return words;
}
