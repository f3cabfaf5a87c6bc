import type { Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';
import type { ChangeReading } from './change.ts';

const copulas = /^(?:is|are|was|were|be|been|now|still|well|sharply|far)$/;

/**
 * "Stocks are down from 2,400": the old level alone is told, and the present one lies below it. Not where the present level stands before it ("fell to 900, down from 2,400"): there the
 * old level is a number of its own.
 */
export function boundByChange(words: Words, change: ChangeReading | undefined): 'lt' | 'gt' | undefined {
  if (change?.role !== 'from' || !/^(?:up|down)$/.test(lowerAt(words, change.token))) return undefined;
  const quoted = /^["“‘']$/.test(lowerAt(words, change.token - 1));
  if (!copulas.test(lowerAt(words, change.token - (quoted ? 2 : 1)))) return undefined;
  return change.direction === 'down' ? 'lt' : 'gt';
}
