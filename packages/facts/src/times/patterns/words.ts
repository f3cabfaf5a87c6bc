import type { TimeToken } from '../lexer.ts';
import {
  cardinals,
  monthAbbreviations,
  monthNames,
  ordinals,
  unitNames,
  vagueAmounts,
  weekdayAbbreviations,
  weekdayNames,
  type Unit,
} from '../lexicon.ts';

export type Tokens = readonly TimeToken[];

/** Lower-case text of a token, "" past either end. */
export const lower = (tokens: Tokens, at: number): string => (at < 0 ? '' : (tokens[at]?.lower ?? ''));
/** The token is one of some words. Most calls name few: they are compared one by one. */
export function isWord(tokens: Tokens, at: number, one: string, two?: string, three?: string, four?: string, ...more: string[]): boolean {
  const word = lower(tokens, at);
  return word === one || word === two || word === three || word === four || (more.length > 0 && more.includes(word));
}
/** Token `at` follows its predecessor without a space. */
export const tight = (tokens: Tokens, at: number): boolean => tokens[at]?.spaced === false;
const dashes: ReadonlySet<string> = new Set(['-', '–', '—', '‐', '‑']);
export function isDash(tokens: Tokens, at: number): boolean {
  const word = lower(tokens, at);
  return word.length === 1 && dashes.has(word);
}

/** A plain whole number as written in digits (no "1,200", no "1.5", no "1st"), else NaN. */
export function digits(tokens: Tokens, at: number, length?: number): number {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number' || token.ordinal || token.plural) return Number.NaN;
  if (token.lower.includes('.') || token.lower.includes(',') || (length !== undefined && token.lower.length !== length)) return Number.NaN;
  return token.value;
}

/** A year in four digits, 1000 to 2199. */
export function year(tokens: Tokens, at: number): number | null {
  const value = digits(tokens, at, 4);
  return value >= 1000 && value < 2200 ? value : null;
}

export interface MonthRead {
  month: number;
  next: number;
  /** Written out or with a dot: needs no number beside it. */
  sure: boolean;
}

/** A month name; "May" and "March" must be capitalised, and abbreviations take their dot with them. */
export function month(tokens: Tokens, at: number): MonthRead | null {
  const token = tokens[at];
  if (token === undefined || !token.capital) return null;
  const full = monthNames.get(token.lower);
  if (full !== undefined) return { month: full, next: at + 1, sure: true };
  const short = monthAbbreviations.get(token.lower);
  if (short === undefined) return null;
  const dotted = isWord(tokens, at + 1, '.') && tight(tokens, at + 1);
  return { month: short, next: dotted ? at + 2 : at + 1, sure: false };
}

export function weekdayName(tokens: Tokens, at: number): { weekday: number; next: number; sure: boolean } | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || !token.capital) return null;
  const full = weekdayNames.get(token.lower);
  if (full !== undefined) return { weekday: full, next: at + 1, sure: true };
  const short = weekdayAbbreviations.get(token.lower);
  if (short === undefined) return null;
  const dotted = isWord(tokens, at + 1, '.') && tight(tokens, at + 1);
  return { weekday: short, next: dotted ? at + 2 : at + 1, sure: false };
}

/** A day of the month in digits or as an ordinal, 1 to 31. */
export function dayNumber(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number' || token.plural || token.lower.length > 2) return null;
  return token.value >= 1 && token.value <= 31 && Number.isInteger(token.value) ? token.value : null;
}

export interface Amount {
  /** null: "a few", "several". */
  value: number | null;
  next: number;
}

/** A cardinal number in digits or words up to 999 ("twenty-four", "two and a half", "1.5", "a", "half a", "a few", "a couple of"), else null. */
export function amount(tokens: Tokens, at: number): Amount | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number' && !token.ordinal && !token.plural) return half(tokens, at + 1, token.value);
  const word = token.lower;
  if (word === 'half' && isWord(tokens, at + 1, 'a', 'an')) return { value: 0.5, next: at + 2 };
  if (word === 'a' || word === 'an' || word === 'another') {
    if (isWord(tokens, at + 1, 'half')) return { value: 0.5, next: isDash(tokens, at + 2) ? at + 3 : at + 2 };
    if (isWord(tokens, at + 1, 'couple')) return { value: 2, next: isWord(tokens, at + 2, 'of') ? at + 3 : at + 2 };
    if (isWord(tokens, at + 1, 'dozen')) return { value: 12, next: at + 2 };
    if (isWord(tokens, at + 1, 'hundred')) return { value: 100, next: at + 2 };
    if (isWord(tokens, at + 1, 'few', 'further', 'full', 'single', 'whole', 'mere', 'good'))
      return isWord(tokens, at + 1, 'few', 'good')
        ? { value: isWord(tokens, at + 1, 'few') ? null : 1, next: at + 2 }
        : { value: 1, next: at + 2 };
    if (word === 'another') {
      const inner = numberWord(tokens, at + 1);
      if (inner !== null) return inner;
    }
    return { value: 1, next: at + 1 };
  }
  if (vagueAmounts.has(word)) {
    if (word === 'couple') return { value: 2, next: isWord(tokens, at + 1, 'of') ? at + 2 : at + 1 };
    if (word === 'dozen') return { value: 12, next: at + 1 };
    return { value: null, next: isWord(tokens, at + 1, 'of') || isWord(tokens, at + 1, 'more') ? at + 2 : at + 1 };
  }
  return numberWord(tokens, at);
}

function numberWord(tokens: Tokens, at: number): Amount | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number' && !token.ordinal && !token.plural) return half(tokens, at + 1, token.value);
  const digit = cardinals.units.get(token.lower);
  if (digit !== undefined) return isWord(tokens, at + 1, 'hundred') ? { value: digit * 100, next: at + 2 } : half(tokens, at + 1, digit);
  const ten = cardinals.tens.get(token.lower);
  if (ten !== undefined) {
    const tail = isDash(tokens, at + 1) ? at + 2 : at + 1;
    const one = cardinals.units.get(lower(tokens, tail));
    return one !== undefined && one > 0 && one < 10 ? { value: ten + one, next: tail + 1 } : half(tokens, at + 1, ten);
  }
  if (token.lower === 'hundred') return { value: 100, next: at + 1 };
  return null;
}

/** "two and a half", "two and half". */
function half(tokens: Tokens, next: number, value: number): Amount {
  if (isWord(tokens, next, 'and')) {
    if (isWord(tokens, next + 1, 'half')) return { value: value + 0.5, next: next + 2 };
    if (isWord(tokens, next + 1, 'a') && isWord(tokens, next + 2, 'half')) return { value: value + 0.5, next: next + 3 };
  }
  return { value, next };
}

/** "first" … "twenty-first", "1st" … "21st", else null. */
export function ordinal(tokens: Tokens, at: number): { value: number; next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') return token.ordinal ? { value: token.value, next: at + 1 } : null;
  const plain = ordinals.get(token.lower);
  if (plain !== undefined) return { value: plain, next: at + 1 };
  const ten = cardinals.tens.get(token.lower);
  if (ten !== undefined && isDash(tokens, at + 1)) {
    const tail = ordinals.get(lower(tokens, at + 2));
    if (tail !== undefined && tail < 10) return { value: ten + tail, next: at + 3 };
  }
  return null;
}

/** A unit of time and whether it is written in the plural. */
export function unit(tokens: Tokens, at: number): { unit: Unit; plural: boolean; next: number } | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const found = unitNames.get(token.lower);
  if (found === undefined) return null;
  return { unit: found, plural: token.lower.endsWith('s') || token.lower === 'centuries' || token.lower === 'millennia', next: at + 1 };
}

/** Words whose presence before a bare four-digit number or a season makes it a time. */
export const temporalPrepositions: ReadonlySet<string> = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'during',
  'from',
  'before',
  'after',
  'through',
  'throughout',
  'circa',
  'between',
  'around',
  'about',
  'of',
  'to',
  'and',
  'into',
  'for',
  'than',
  'or',
  'c',
  'ca',
  'approximately',
  'on',
  'as',
  'late',
  'early',
  'mid',
  'beginning',
  'starting',
  'dated',
  'over',
  'within',
  'following',
  'toward',
  'towards',
]);
