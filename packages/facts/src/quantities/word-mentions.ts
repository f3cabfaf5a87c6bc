import { comparatorBefore } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { countedAfter } from './counted.ts';
import type { QuantityMention } from './quantity-mention.ts';
import { spanOf } from './spans.ts';
import { readWordQuantity } from './word-quantities.ts';
import type { WordQuantity } from './word-quantities.ts';
import { unitAfter } from './units-after.ts';

/** Quantities told without a number, outside those with one. */
export function wordQuantities(words: Words, candidates: readonly Candidate[]): QuantityMention[] {
  const taken = new Set<number>();
  for (const { tokenStart, number } of candidates) for (let at = tokenStart; at < number.tokenEnd; at += 1) taken.add(at);
  const found: QuantityMention[] = [];
  for (let at = 0; at < words.tokens.length; at += 1) {
    const reading = taken.has(at) ? undefined : readWordQuantity(words, at);
    if (reading !== undefined && !taken.has(reading.tokenEnd - 1)) found.push(wordMention(words, reading));
  }
  return found;
}

function wordMention(words: Words, reading: WordQuantity): QuantityMention {
  const span = spanOf(words, reading.tokenStart, reading.tokenEnd);
  const unit = reading.unit === '' ? unitAfter(words, reading.tokenEnd) : undefined;
  const counted = unit === undefined && reading.direction === undefined ? countedAfter(words, reading.tokenEnd, false) : undefined;
  const nounEnd = unit?.tokenEnd ?? counted?.tokenEnd ?? reading.tokenEnd;
  const whole = spanOf(words, reading.tokenStart, nounEnd);
  const cue = comparatorBefore(words.tokens, reading.tokenStart);
  const comparator = reading.comparator === 'eq' ? (cue?.comparator ?? 'eq') : reading.comparator;
  return {
    ...whole,
    value: reading.value,
    min: reading.min,
    max: reading.max,
    comparator,
    unit: reading.unit === '' ? (unit?.unit.symbol ?? counted?.head ?? '') : reading.unit,
    unitClass: reading.unit === 'ratio' ? 'ratio' : (unit?.unit.unitClass ?? 'count'),
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
