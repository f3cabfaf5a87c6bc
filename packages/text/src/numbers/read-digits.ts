import type { Token } from '../tokens/token.ts';
import { digitsValue, slashValue } from './digits.ts';
import { denominators, fractionSigns, groups, scaleAbbreviations, scaleLetters, scales } from './vocabulary.ts';

/** What was read of a number from a token on. */
export interface Reading {
  value: number;
  scale: number;
  fraction: boolean;
  /** Token after the last one. */
  end: number;
  suffix?: { text: string; factor: number; end: number };
}

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';

/** True when nothing stands between the token at `at` and the one before it. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.start === tokens[at - 1]?.end;
}

const isDash = (text: string | undefined): boolean => text === '-' || text === '−' || text === '–';

/** Reads a number in digits at token `at`: "1,200", ".5", "2 1/2", "2½", "1/16", "1.99×10−30", "2.4 million", "5bn". */
export function readDigits(tokens: readonly Token[], at: number): Reading | undefined {
  const text = tokens[at]?.text ?? '';
  const sign = fractionSigns.get(text);
  if (sign !== undefined) return scaled(tokens, at + 1, sign, true);
  const slash = slashValue(text);
  if (slash !== null) return scaled(tokens, at + 1, slash, true);
  const value = digitsValue(text);
  if (value === null) return undefined;
  return mixed(tokens, at, value) ?? power(tokens, at, value) ?? spaceGrouped(tokens, at, value) ?? scaled(tokens, at + 1, value, false);
}

/** "2 1/2", "2½", "2-1/2", "2 and a half"; "1⁄32" in three tokens. */
function mixed(tokens: readonly Token[], at: number, value: number): Reading | undefined {
  const next = tokens[at + 1]?.text ?? '';
  if (next === '⁄' && isGlued(tokens, at + 1)) {
    const bottom = digitsValue(tokens[at + 2]?.text ?? '');
    return bottom !== null && bottom > 0 ? { value: value / bottom, scale: 1, fraction: true, end: at + 3 } : undefined;
  }
  const from = isDash(next) && isGlued(tokens, at + 1) ? at + 2 : at + 1;
  const piece = tokens[from]?.text ?? '';
  const part = fractionSigns.get(piece) ?? slashValue(piece);
  return Number.isInteger(value) && part !== null && part !== undefined ? scaled(tokens, from + 1, value + part, false) : undefined;
}

/** "1.99×10−30", "2 x 10^5", "4e14", "1e-3"; "3 × 10 5" is none. */
function power(tokens: readonly Token[], at: number, value: number): Reading | undefined {
  const exponential = /^[eE](\d{0,2})$/.exec(tokens[at + 1]?.text ?? '');
  if (exponential !== null && isGlued(tokens, at + 1)) {
    if (exponential[1] !== '') return { value: value * 10 ** Number(exponential[1]), scale: 1, fraction: false, end: at + 2 };
    const digits = isDash(tokens[at + 2]?.text) && isGlued(tokens, at + 2) && isGlued(tokens, at + 3) ? tokens[at + 3]?.text : undefined;
    return digits !== undefined && /^\d{1,2}$/.test(digits)
      ? { value: value * 10 ** -Number(digits), scale: 1, fraction: false, end: at + 4 }
      : undefined;
  }
  const times = word(tokens, at + 1);
  if ((times !== '×' && times !== 'x' && times !== '*') || tokens[at + 2]?.text !== '10') return undefined;
  let next = at + 3;
  if (tokens[next]?.text === '^') next += 1;
  const negative = isDash(tokens[next]?.text) && isGlued(tokens, next);
  if (negative) next += 1;
  else if (next === at + 3) return undefined;
  const exponent = digitsValue(tokens[next]?.text ?? '');
  if (exponent === null || exponent > 99) return undefined;
  return { value: value * 10 ** (negative ? -exponent : exponent), scale: 1, fraction: false, end: next + 1 };
}

/** "10 000 000": groups of three after one space, where the second is "000" or the space is a narrow or unbroken one. */
function spaceGrouped(tokens: readonly Token[], at: number, value: number): Reading | undefined {
  if (!/^[1-9]\d{0,2}$/.test(tokens[at]?.text ?? '')) return undefined;
  let total = value;
  let next = at + 1;
  while (
    /^\d{3}$/.test(tokens[next]?.text ?? '') &&
    tokens[next]?.start === (tokens[next - 1]?.end ?? 0) + 1 &&
    (tokens[next]?.text === '000' || next > at + 1)
  ) {
    total = total * 1000 + Number(tokens[next]?.text);
    next += 1;
  }
  return next > at + 1 ? scaled(tokens, next, total, false) : undefined;
}

/** Takes up scale words and letters after the digits: "2.4 million", "400 million-year", "5bn", "5 hundred thousand", "2 dozen". */
function scaled(tokens: readonly Token[], from: number, value: number, fraction: boolean): Reading {
  let scale = 1;
  let end = from;
  for (;;) {
    const skip = isDash(tokens[end]?.text) && isGlued(tokens, end) && isGlued(tokens, end + 1) ? 1 : 0;
    const text = word(tokens, end + skip);
    const factor = scales.get(text) ?? (scale === 1 ? groups.get(text) : undefined);
    if (factor === undefined || (scale >= factor && scale !== 100)) break;
    scale *= factor;
    end += skip + 1;
  }
  if (scale !== 1) return { value: exact(value * scale), scale, fraction: false, end };
  if (word(tokens, end) === 'and' && word(tokens, end + 1) === 'a' && denominators.has(word(tokens, end + 2)) && !fraction) {
    const part = 1 / (denominators.get(word(tokens, end + 2)) ?? 1);
    return scaled(tokens, end + 3, value + part, true);
  }
  const token = tokens[end];
  if (token === undefined) return { value, scale, fraction, end };
  const glued = isGlued(tokens, end);
  const abbreviated = scaleAbbreviations.get(token.text.toLowerCase());
  if (
    abbreviated !== undefined &&
    (glued || (token.text !== 'mm' && token.text !== 'K' && token.text !== 'k' && token.text !== 'mil')) &&
    !(token.text === 'mm')
  ) {
    return { value: exact(value * abbreviated), scale: abbreviated, fraction: false, end: end + 1 };
  }
  const letter = scaleLetters.get(token.text);
  if (letter !== undefined && token.text.length === 1)
    return { value, scale, fraction, end, suffix: { text: token.text, factor: letter, end: token.end } };
  return { value, scale, fraction, end };
}

/** Takes out what binary multiplication adds: 1.1 × 1e6 is 1,100,000 and not 1,100,000.0000000001. */
export function exact(value: number): number {
  return Number(value.toPrecision(15));
}
