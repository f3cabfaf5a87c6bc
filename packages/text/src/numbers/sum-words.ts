import type { Token } from '../tokens/token.ts';
import { isGlued } from './read-digits.ts';
import type { Reading } from './read-digits.ts';
import { groups, ones, scales, tens } from './vocabulary.ts';

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';

/** True for a hyphen written between two words. */
export function isHyphen(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  return (text === '-' || text === '‑') && isGlued(tokens, at) && isGlued(tokens, at + 1);
}

/** Scales after a whole group, the abbreviated ones and the dozen included; "hundred" is part of the group. */
const groupScales: ReadonlyMap<string, number> = new Map([
  ...[...scales].filter(([name]) => name !== 'hundred'),
  ...groups,
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
]);

interface Part {
  value: number;
  end: number;
}

/**
 * Adds up number words from token `at` on, which is a number word, or an article before a scale ("a hundred and five thousand"): groups below a thousand, each with a
 * scale smaller than the one before.
 */
export function sumWords(tokens: readonly Token[], at: number): Reading {
  let total = 0;
  let smallest = Infinity;
  let end = at;
  for (let group = belowThousand(tokens, at, true); group !== undefined; group = belowThousand(tokens, afterAnd(tokens, end), false)) {
    const scaleAt = isHyphen(tokens, group.end) ? group.end + 1 : group.end;
    const scale = groupScales.get(word(tokens, scaleAt));
    if (scale === undefined || scale >= smallest) {
      if (smallest !== 12)
        return { value: total + group.value, scale: lastScale(tokens, group.end, smallest), fraction: false, end: group.end };
      break;
    }
    total += group.value * scale;
    smallest = scale;
    end = scaleAt + 1;
    if (scale === 12) break;
  }
  return { value: total, scale: smallest, fraction: false, end };
}

/** The scale named last: 1,000 for "five thousand", 100 for "five hundred", 1 for "five". */
function lastScale(tokens: readonly Token[], end: number, smallest: number): number {
  if (word(tokens, end - 1) === 'hundred') return 100;
  return smallest === Infinity ? 1 : smallest;
}

function afterAnd(tokens: readonly Token[], at: number): number {
  return word(tokens, at) === 'and' ? at + 1 : at;
}

/** "two hundred and five", "ninety-nine", "a hundred"; `first` allows an article for one. */
function belowThousand(tokens: readonly Token[], at: number, first: boolean): Part | undefined {
  const article = first && /^an?$/.test(word(tokens, at));
  const head = article ? { value: 1, end: at + 1 } : belowHundred(tokens, at);
  if (head === undefined || (head.value === 0 && !first)) return undefined;
  const hundredAt = isHyphen(tokens, head.end) ? head.end + 1 : head.end;
  if (word(tokens, hundredAt) !== 'hundred' || head.value === 0) return head;
  const hundreds = { value: head.value * 100, end: hundredAt + 1 };
  const rest = belowHundred(tokens, afterAnd(tokens, hundreds.end));
  return rest === undefined || rest.value === 0 ? hundreds : { value: hundreds.value + rest.value, end: rest.end };
}

/** "seven", "seventeen", "seventy", "seventy-seven", "seventy seven". */
function belowHundred(tokens: readonly Token[], at: number): Part | undefined {
  const one = ones.get(word(tokens, at));
  if (one !== undefined) return { value: one, end: at + 1 };
  const ten = tens.get(word(tokens, at));
  if (ten === undefined) return undefined;
  const unitAt = isHyphen(tokens, at + 1) ? at + 2 : at + 1;
  const unit = ones.get(word(tokens, unitAt)) ?? 0;
  return unit > 0 && unit < 10 ? { value: ten + unit, end: unitAt + 1 } : { value: ten, end: at + 1 };
}
