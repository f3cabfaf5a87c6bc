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

const noWords: readonly Word[] = [];

/** Strings and words read before: a story tells its few claims in the same words again and again. Both are emptied when they are full. */
const readStrings = new Map<string, readonly Word[]>();
const readForms = new Map<string, string>();
const MOST_STRINGS = 2_000;
const MOST_FORMS = 10_000;
/** Longer strings are seldom met again. */
const LONG_STRING = 200;

function keep<Value>(kept: Map<string, Value>, most: number, key: string, value: Value): Value {
  if (kept.size >= most) kept.clear();
  kept.set(key, value);
  return value;
}

/** Words of a string (its first 2,000 code units) in order, stop words left out. Possessive endings and the points of initials are dropped. */
export function wordsOf(text: string | null | undefined): readonly Word[] {
  if (text === null || text === undefined || text === '') return noWords;
  if (text.length > LONG_STRING) return readWords(text);
  return readStrings.get(text) ?? keep(readStrings, MOST_STRINGS, text, readWords(text));
}

function readWords(text: string): Word[] {
  const plain = text.slice(0, MAX_CHARS).replace(/[’'](?:s\b)?/gu, ' ');
  const raws = (plain.match(WORD) ?? []).map((raw) => (raw.includes('.') ? raw.replaceAll('.', '') : raw));
  const forms = raws.map((raw) => readForms.get(raw) ?? keep(readForms, MOST_FORMS, raw, fold(raw)));
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
