import { comparatorBefore } from '@copydesk/text';
import type { NumberMention } from '@copydesk/text';
import { lowerAt } from './candidate.ts';
import type { Candidate, Words } from './candidate.ts';
import { countedAfter } from './counted.ts';
import type { QuantityMention } from './quantity-mention.ts';
import { spanOf } from './spans.ts';
import { multipleWords, readMultiple } from './multiples.ts';
import { readCountingOrdinal } from './ordinals.ts';
import { readShareOrFew, shareAndFewWords } from './shares-and-few.ts';
import { readTimeWord, timeWords } from './time-words.ts';
import { unitAfter } from './units-after.ts';
import type { WordQuantity } from './word-quantity.ts';

const triggers: ReadonlySet<string> = new Set([...multipleWords, ...shareAndFewWords, ...timeWords]);

/** Quantities told without a cardinal number, outside those with one. */
export function wordQuantities(words: Words, numbers: readonly NumberMention[], candidates: readonly Candidate[]): QuantityMention[] {
  const taken = new Set<number>();
  for (const { tokenStart, tokenEnd } of candidates) for (let at = tokenStart; at < tokenEnd; at += 1) taken.add(at);
  const found = numbers.flatMap((number) => readCountingOrdinal(words, number) ?? []);
  for (let at = 0; at < words.tokens.length; at += 1) {
    if (taken.has(at) || !triggers.has(lowerAt(words, at))) continue;
    const reading = readTimeWord(words, at) ?? readMultiple(words, at) ?? readShareOrFew(words, at);
    if (reading === undefined || taken.has(reading.tokenEnd - 1)) continue;
    found.push(reading);
    at = reading.tokenEnd - 1;
  }
  return found.map((reading) => wordMention(words, reading));
}

function wordMention(words: Words, reading: WordQuantity): QuantityMention {
  const span = spanOf(words, reading.tokenStart, reading.tokenEnd);
  const unit = reading.unit === undefined ? unitAfter(words, reading.tokenEnd) : undefined;
  const open = reading.unit === undefined || (reading.unit.unitClass === 'ratio' && reading.direction === undefined);
  const counted = unit === undefined && open ? countedAfter(words, reading.tokenEnd, reading.one === true) : undefined;
  const nounEnd = unit?.tokenEnd ?? counted?.tokenEnd ?? reading.tokenEnd;
  const whole = spanOf(words, reading.tokenStart, nounEnd);
  const cue = comparatorBefore(words.tokens, reading.tokenStart);
  const comparator = reading.comparator === 'eq' ? (cue?.comparator ?? 'eq') : reading.comparator;
  return {
    ...whole,
    value: reading.value,
    min: reading.min,
    max: null,
    comparator,
    unit: reading.unit?.symbol ?? unit?.unit.symbol ?? counted?.head ?? '',
    unitClass: reading.unit?.unitClass ?? unit?.unit.unitClass ?? 'count',
    measure: counted?.phrase ?? '',
    surface: words.text.slice(whole.start, whole.end),
    number: null,
    counted: nounEnd === reading.tokenEnd ? null : spanOf(words, counted?.tokenStart ?? unit?.tokenStart ?? reading.tokenEnd, nounEnd),
    inherited: false,
    comparatorCue: cue === undefined || cue.comparator === 'eq' ? null : spanOf(words, cue.tokenStart, cue.tokenEnd),
    changeRole: reading.direction === undefined ? null : 'by',
    changeCue: reading.direction === undefined ? null : span,
    order: null,
    ...(reading.direction === undefined ? {} : { change: { direction: reading.direction } }),
  };
}
