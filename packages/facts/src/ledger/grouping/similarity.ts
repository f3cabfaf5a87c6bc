import { isConverted, sameStated } from '../claim/interval.ts';
import type { Profile } from '../claim/profile.ts';
import { mayBeSameTime } from '../claim/time-span.ts';
import { isContrast } from '../words/contrasts.ts';

/** Least similarity of two mentions of one claim, and what speaks for it beside shared words. Set on development stories; see docs/quality. */
export const SAME_CLAIM = 0.66;
const SAME_ACTION = 0.12;
const SAME_VALUE = 0.15;
/** What is taken off where one says it is so and the other that it will be. */
const OTHER_TENSE = 0.1;
/** The least share of common words that a profile can have with another of its claim, all that can be added counted. */
export function leastCommonWords(profile: Profile): number {
  return SAME_CLAIM - SAME_ACTION - (profile.family === 'number' ? SAME_VALUE : 0);
}

/** The same for a word similarity. */
export function leastCommonFor(similarity: number): number {
  return similarity - SAME_ACTION;
}

/** True where the sets have an element in common. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const word of small) if (large.has(word)) return true;
  return false;
}

/** Weighted share of common words (Dice): 0 to 1. */
function commonWords(a: Profile, b: Profile): number {
  const [small, large] = a.bag.size <= b.bag.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, weight] of small.bag) common += Math.min(weight, large.bag.get(word) ?? 0);
  const total = a.size + b.size;
  return total === 0 ? 0 : (2 * common) / total;
}

/** What two mentions of one claim must agree on: kind, polarity, place, time, and for numbers what is counted. */
export function mayBeSameClaim(a: Profile, b: Profile): boolean {
  if (a.family !== b.family || a.negative !== b.negative || a.counted !== b.counted) return false;
  if (!mayBeSameTime(a.time, b.time) || isContrast(a.contrasts, b.contrasts)) return false;
  return a.place.size === 0 || b.place.size === 0 || meet(a.place, b.place);
}

/** Likeness of what two claims say, whatever their polarity, place, time or number. */
export function wordSimilarity(a: Profile, b: Profile): number {
  return commonWords(a, b) + (meet(a.action, b.action) ? SAME_ACTION : 0);
}

/** How sure it is that two mentions make one claim: 0 where something forbids it, `SAME_CLAIM` and more where they do. Symmetric; looks at nothing but the two. */
export function claimSimilarity(a: Profile, b: Profile): number {
  if (!mayBeSameClaim(a, b)) return 0;
  let score = wordSimilarity(a, b);
  if (a.future !== b.future) score -= OTHER_TENSE;
  if (a.family === 'number') {
    const sameValue = a.interval !== null && b.interval !== null && sameStated(a.interval, b.interval);
    if (a.future !== b.future && !sameValue) return 0;
    if (sameValue) score += SAME_VALUE;
  }
  return score;
}

/** Words so alike that one sentence seems to have been read twice. */
const READ_TWICE = 1;

/** True where two mentions of one sentence may still be one claim: the same number in two units, or one statement read by two rules. */
export function maySayTwice(a: Profile, b: Profile): boolean {
  const isConversion = a.family === 'number' && a.interval !== null && b.interval !== null && isConverted(a.interval, b.interval);
  return isConversion || wordSimilarity(a, b) >= READ_TWICE;
}
