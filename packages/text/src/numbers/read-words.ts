import type { Token } from '../tokens/token.ts';
import { digitsValue } from './digits.ts';
import { exact, isGlued } from './read-digits.ts';
import type { Reading } from './read-digits.ts';
import { denominators, groups, ones, scales, tens } from './vocabulary.ts';

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';
const isHyphen = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text === '-' || tokens[at]?.text === '‑') && isGlued(tokens, at) && isGlued(tokens, at + 1);

/** Abbreviated scales after a number in words: "four mln". */
const newsroomScales: ReadonlyMap<string, number> = new Map([
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
]);

/** Reads a cardinal in words at token `at`: "two hundred and five thousand", "twenty-one", "a million", "half a dozen", "two and a half million", "three point five". */
export function readWords(tokens: readonly Token[], at: number): Reading | undefined {
  const first = word(tokens, at);
  if (first === 'half') return halfOf(tokens, at);
  if (first === 'a' || first === 'an') return afterArticle(tokens, at);
  if (!ones.has(first) && !tens.has(first) && !(scales.has(first) && first === 'hundred')) return undefined;
  if (scales.has(first)) return undefined;
  return plus(tokens, sum(tokens, at));
}

/** "half a million", "half-million", "half a dozen"; plain "half" is a fraction and not read here. */
function halfOf(tokens: readonly Token[], at: number): Reading | undefined {
  const from = word(tokens, at + 1) === 'a' || isHyphen(tokens, at + 1) ? at + 2 : at + 1;
  const factor = scales.get(word(tokens, from)) ?? groups.get(word(tokens, from));
  return factor === undefined ? undefined : { value: factor / 2, scale: factor, fraction: false, end: from + 1 };
}

/** "a hundred", "a dozen", "a half-million", "a million and a half". */
function afterArticle(tokens: readonly Token[], at: number): Reading | undefined {
  if (word(tokens, at + 1) === 'half') return halfOf(tokens, at + 1);
  if (word(tokens, at + 1) === 'quarter' && scales.has(word(tokens, at + 2))) {
    const scale = scales.get(word(tokens, at + 2)) ?? 1;
    return { value: scale / 4, scale, fraction: false, end: at + 3 };
  }
  const next = word(tokens, at + 1);
  if (groups.has(next)) return { value: groups.get(next) ?? 0, scale: 1, fraction: false, end: at + 2 };
  if (!scales.has(next)) return undefined;
  return plus(tokens, sum(tokens, at, 1));
}

/** Adds up number words; `given` stands for an article that counts as one. */
function sum(tokens: readonly Token[], start: number, given?: number): Reading {
  let total = 0;
  let part = given ?? 0;
  let filled = given === undefined ? 0 : 1;
  let lastScale = 1;
  let largest = Infinity;
  let at = given === undefined ? start : start + 1;
  let end = at;
  for (;;) {
    let from = at;
    if (from > start && isHyphen(tokens, from)) from += 1;
    else if (word(tokens, from) === 'and' && lastScale > 1 && (ones.has(word(tokens, from + 1)) || tens.has(word(tokens, from + 1))))
      from += 1;
    const text = word(tokens, from);
    const one = ones.get(text);
    const ten = tens.get(text);
    const scale = scales.get(text) ?? (part > 0 ? (groups.get(text) ?? newsroomScales.get(text)) : undefined);
    if (ten !== undefined && part % 100 === 0 && (filled === 0 || lastScale === 100 || part === 0)) {
      part += ten;
      filled = 10;
    } else if (
      one !== undefined &&
      (part === 0 ? true : one < 10 && one > 0 && part % 10 === 0 && part % 100 !== 0 && filled === 10) &&
      lastScale !== -1
    ) {
      part += one;
      filled = 1;
    } else if (one !== undefined && part % 100 === 0 && part > 0 && lastScale === 100 && filled === 100) {
      part += one;
      filled = 1;
    } else if (scale === 100 && part > 0 && part < 100) {
      part *= 100;
      lastScale = 100;
      filled = 100;
    } else if (scale !== undefined && scale !== 100 && part > 0 && scale < largest) {
      total += part * scale;
      part = 0;
      filled = 0;
      lastScale = scale;
      largest = scale;
    } else break;
    at = from + 1;
    end = at;
  }
  return { value: total + part, scale: lastScale > 1 ? lastScale : 1, fraction: false, end };
}

/** What may follow a number in words: "and a half", "point five", and a scale after that. */
function plus(tokens: readonly Token[], reading: Reading): Reading | undefined {
  if (reading.end === 0) return undefined;
  const { end } = reading;
  if (word(tokens, end) === 'point') {
    let digits = '';
    let next = end + 1;
    for (let digit = ones.get(word(tokens, next)); digit !== undefined && digit < 10; digit = ones.get(word(tokens, next))) {
      digits += String(digit);
      next += 1;
    }
    const written = digitsValue(word(tokens, next));
    if (digits === '' && written !== null && /^\d{1,12}$/.test(word(tokens, next))) {
      digits = word(tokens, next);
      next += 1;
    }
    if (digits !== '')
      return withScale(tokens, { ...reading, value: Number(`${Math.trunc(reading.value)}.${digits.slice(0, 12)}`), end: next });
  }
  if (
    word(tokens, end) === 'and' &&
    (word(tokens, end + 1) === 'a' || word(tokens, end + 1) === 'one') &&
    denominators.has(word(tokens, end + 2))
  ) {
    const part = 1 / (denominators.get(word(tokens, end + 2)) ?? 1);
    return withScale(tokens, { ...reading, value: reading.value + part * reading.scale, end: end + 3 });
  }
  return reading;
}

function withScale(tokens: readonly Token[], reading: Reading): Reading {
  const factor = scales.get(word(tokens, reading.end));
  return factor === undefined ? reading : { value: exact(reading.value * factor), scale: factor, fraction: false, end: reading.end + 1 };
}
