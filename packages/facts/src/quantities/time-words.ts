import { comparatorBefore, unitByWord, unitOf } from '@copydesk/text';
import type { Words } from './candidate.ts';
import { hyphenAt, lowerAt } from './candidate.ts';
import type { WordQuantity } from './word-quantity.ts';

/** Spans of time that are a number of years. */
const inYears: ReadonlyMap<string, number> = new Map([
  ['decade', 10],
  ['century', 100],
  ['millennium', 1000],
]);
const spans: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year', ...inYears.keys()]);

/** Words that `readTimeWord` may start at. */
export const timeWords: readonly string[] = [...spans, 'a', 'an'];

/** A span of time without a number: "a decade-long war", "more than a year", "a year and a half". */
export function readTimeWord(words: Words, at: number): WordQuantity | undefined {
  const word = lowerAt(words, at);
  if (spans.has(word))
    return hyphenAt(words, at + 1) && lowerAt(words, at + 2) === 'long' && !/\d/.test(lowerAt(words, at - 2))
      ? spanOfTime(at, at + 3, word, 1)
      : undefined;
  const name = lowerAt(words, at + 1);
  if ((word !== 'a' && word !== 'an') || !spans.has(name)) return undefined;
  const half = lowerAt(words, at + 2) === 'and' && lowerAt(words, at + 3) === 'a' && lowerAt(words, at + 4) === 'half';
  if (half) return spanOfTime(at, at + 5, name, 1.5);
  const cue = comparatorBefore(words.tokens, at);
  return cue !== undefined && cue.comparator !== 'eq' && !isRate(words, at) ? spanOfTime(at, at + 2, name, 1) : undefined;
}

/** "five times over a day" is no span; "over a day" after a verb of lasting is. */
function isRate(words: Words, at: number): boolean {
  const before = lowerAt(words, at - 1);
  return /^(?:over|within|about|around|some|near)$/.test(before) && /^(?:days?|times?|weeks?|ago)$/.test(lowerAt(words, at - 2));
}

function spanOfTime(tokenStart: number, tokenEnd: number, name: string, count: number): WordQuantity | undefined {
  const years = inYears.get(name);
  const unit = years === undefined ? unitByWord(name) : unitOf('yr');
  if (unit === undefined) return undefined;
  return {
    tokenStart,
    tokenEnd,
    value: count * (years ?? 1),
    min: null,
    comparator: 'eq',
    unit: { symbol: unit.symbol, unitClass: 'time' },
  };
}
