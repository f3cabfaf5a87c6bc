import type { Token } from '../tokens/token.ts';
import { digitsValue } from './digits.ts';
import { denominators, groups, ones, scales } from './vocabulary.ts';

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';
const small = (tokens: readonly Token[], at: number): number | undefined =>
  ones.get(word(tokens, at)) ?? wholeDigits(tokens[at]?.text ?? '');

function wholeDigits(text: string): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? digitsValue(text) : null;
  return value ?? undefined;
}

/** Reads a share at token `at`: "two-thirds", "a third of", "half of", "one in three", "nine out of 10". */
export function readFraction(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  return ratio(tokens, at) ?? parts(tokens, at) ?? bareHalf(tokens, at);
}

/** "one in three", "9 out of 10", "one out of every five". The whole is larger than the part and, after "in", a usual one. */
function ratio(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const top = small(tokens, at);
  if (top === undefined || top === 0) return undefined;
  let next = at + 1;
  const inOnly = word(tokens, next) === 'in';
  if (inOnly) next += 1;
  else if (word(tokens, next) === 'out' && word(tokens, next + 1) === 'of') next += 2;
  else return undefined;
  if (word(tokens, next) === 'every') next += 1;
  const bottom = small(tokens, next);
  if (
    bottom === undefined ||
    bottom <= top ||
    (inOnly && (top > 20 || bottom > 100_000 || (bottom > 1000 && bottom % 10 !== 0) || isYear(tokens, next)))
  )
    return undefined;
  return { value: top / bottom, end: next + 1 };
}

function isYear(tokens: readonly Token[], at: number): boolean {
  return /^(?:1[6-9]|20)\d\d$/.test(tokens[at]?.text ?? '');
}

/** "two-thirds", "three quarters", "a third of", "one-fifth of". A singular without "of" after it may be an ordinal ("a third man") and is left. */
function parts(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const article = word(tokens, at) === 'a' || word(tokens, at) === 'an';
  const top = article ? 1 : small(tokens, at);
  if (top === undefined || top < 1 || top > 20) return undefined;
  const hyphen = tokens[at + 1]?.text === '-';
  const from = hyphen ? at + 2 : at + 1;
  const name = word(tokens, from);
  const bottom = denominators.get(name);
  if (bottom === undefined || name === 'half' || (top > 1 && !name.endsWith('s')) || (top === 1 && name.endsWith('s')) || top >= bottom)
    return undefined;
  const next = word(tokens, from + 1);
  const certain =
    top > 1 || next === 'of' || (hyphen && !/^[a-z]/.test(next)) || (article && (next === 'the' || next === 'are' || next === 'were'));
  const closes = (article ? /^[.;:)—–]?$/ : /^[.,;:)—–]?$/).test(next) && !/^[a-z]/.test(next) && name !== 'quarter' && name !== 'second';
  return certain || closes || (hyphen && top === 1) ? { value: top / bottom, end: from + 1 } : undefined;
}

const afterHalf = new Set('of the its their his her our my your all that this those these were was is are have had'.split(' '));

/** Words of degree, after which "half" is a share whatever follows: "more than half voted". */
const degreeWords = new Set('than over nearly almost about around roughly least approximately'.split(' '));

/** "half of", "half the"; not "the first half", "half-time", "half a million". */
function bareHalf(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const start = word(tokens, at) === 'one' && word(tokens, at + 1) === '-' ? at + 2 : at;
  if (word(tokens, start) !== 'half') return undefined;
  const next = word(tokens, start + 1);
  const article = next === 'a' || next === 'an';
  if (
    article
      ? scales.has(word(tokens, start + 2)) || groups.has(word(tokens, start + 2))
      : !afterHalf.has(next) && !(degreeWords.has(word(tokens, start - 1)) && /^[^-–]/.test(next))
  )
    return undefined;
  const before = word(tokens, start - 1);
  if (
    start === at &&
    (before === 'first' ||
      before === 'second' ||
      before === 'other' ||
      before === 'latter' ||
      before === '-' ||
      before === 'the' ||
      before === 'opening')
  )
    return undefined;
  return { value: 0.5, end: start + 1 };
}
