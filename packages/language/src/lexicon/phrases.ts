import { hashString, mix2 } from '../linear/hash.ts';
import type { HashMap } from './hash-map.ts';

/** Kinds of gazetteer entries; a phrase may be of several. */
export const phraseKind = { person: 1, place: 2, organisation: 4, country: 8, demonym: 16, given: 32, surname: 64, city: 128 } as const;
/** Number of kinds. */
const phraseKinds = 8;
/** Longest phrase, in tokens that hold a letter or digit. */
export const longestPhrase = 6;

/** Key of a word within phrases: its letters and digits in lower case without accents; 0 when it has none (a hyphen joins, it is no word). */
export function phraseWordKey(word: string): number {
  const plain = word
    .slice(0, 40)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{Nd}]/gu, '');
  return plain === '' ? 0 : hashString(plain);
}

/** Key of a phrase whose words so far have the key `before` (0 = none) after adding a word. */
function phraseKey(before: number, wordKey: number): number {
  return mix2(77, before, wordKey);
}

/** Key of a phrase as it stands in a list: split at blanks, hyphens and before a possessive. */
export function phraseKeyOf(phrase: string): { key: number; words: number } {
  let key = 0;
  let words = 0;
  for (const word of phrase.replace(/['’]s\b/g, ' s').split(/[\s-]+/)) {
    const wordKey = phraseWordKey(word);
    if (wordKey === 0) continue;
    key = phraseKey(key, wordKey);
    words++;
  }
  return { key, words };
}

/**
 * Marks each token with the gazetteer phrases that cover it, two bits a kind: 1 a phrase of one word, 2 the first of several, 3 a later one.
 * @param keys phrase word keys of the tokens
 * @param starts 1 where a phrase may begin
 */
export function markPhrases(table: HashMap, keys: ArrayLike<number>, starts: ArrayLike<number>, count: number, marks: Int32Array): void {
  marks.fill(0, 0, count);
  for (let i = 0; i < count; i++) {
    if (starts[i] === 0 || keys[i] === 0) continue;
    let key = 0;
    let words = 0;
    for (let j = i; j < count && words < longestPhrase; j++) {
      const wordKey = keys[j] as number;
      if (wordKey === 0) continue;
      key = phraseKey(key, wordKey);
      words++;
      const kinds = table.get(key);
      if (kinds === 0) continue;
      for (let k = 0; k < phraseKinds; k++) {
        if ((kinds & (1 << k)) === 0) continue;
        if (words === 1) mark(marks, i, k, 1);
        else for (let t = i; t <= j; t++) mark(marks, t, k, t === i ? 2 : 3);
      }
    }
  }
}

function mark(marks: Int32Array, token: number, kind: number, value: number): void {
  const old = marks[token] as number;
  const before = (old >> (kind * 2)) & 3;
  if (value > before) marks[token] = (old & ~(3 << (kind * 2))) | (value << (kind * 2));
}
