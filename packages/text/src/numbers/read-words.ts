import type { Token } from '../tokens/token.ts';
import { digitsValue } from './digits.ts';
import { exact } from './read-digits.ts';
import type { Reading } from './read-digits.ts';
import { isHyphen, sumWords } from './sum-words.ts';
import { denominators, groups, ones, scales, tens } from './vocabulary.ts';

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';

/** Reads a cardinal in words at token `at`: "two hundred and five thousand", "twenty-one", "a million", "half a dozen", "two and a half million", "three point five". */
export function readWords(tokens: readonly Token[], at: number): Reading | undefined {
  const first = word(tokens, at);
  if (first === 'half') return halfOf(tokens, at);
  if (first === 'a' || first === 'an') return afterArticle(tokens, at);
  return ones.has(first) || tens.has(first) ? plus(tokens, sumWords(tokens, at)) : undefined;
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
  return plus(tokens, sumWords(tokens, at));
}

/** What may follow a number in words: "and a half", "point five", and a scale after that. */
function plus(tokens: readonly Token[], reading: Reading): Reading {
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
