import { isConverted, isPowerOfTenApart, sameStated } from '../claim/interval.ts';
import type { Profile } from '../claim/profile.ts';
import { mayBeSameTime } from '../claim/time-span.ts';
import { isContrast } from '../words/contrasts.ts';
import { sameName, sameNameWord } from '../words/same-name.ts';

/** Least similarity of two mentions of one claim, and what speaks for it beside shared words. Set on development stories; see docs/quality. */
export const SAME_CLAIM = 0.62;
const SAME_ACTION = 0.12;
/** A number that two texts seldom have by chance: measured, or at least `TELLING`. Small counts ("two", "three") tell little. */
const SAME_TELLING_VALUE = 0.25;
const SAME_SMALL_VALUE = 0.1;
const TELLING = 10;
const NEAR_VALUE = 0.04;
/** What is taken off where one says it is so and the other that it will be, and where they name different places. */
const OTHER_TENSE = 0.05;
const OTHER_PLACE = 0.3;
/** A quotation is part of another where so much of its words stand there, being so many; of one speaker, any that stands there whole. */
const QUOTED_SHARE = 0.66;
const QUOTED_WORDS = 4;
/** Share of common words at which quotations of two people are one. */
const ONE_UTTERANCE = 0.95;
/** Least share of common words at which a part of a quotation is looked for. */
const QUOTED_COMMON = 0.1;

/** The least share of common words that a profile can have with another of its claim, all that can be added counted. */
export function leastCommonWords(profile: Profile): number {
  if (profile.quote.size > 0) return QUOTED_COMMON;
  return SAME_CLAIM - SAME_ACTION - (profile.family === 'number' ? SAME_TELLING_VALUE : 0);
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

/** What two mentions of one claim must agree on: kind, polarity, time, and for numbers what is counted; and no words that exclude each other. */
function mayBeSameClaim(a: Profile, b: Profile, share: number): boolean {
  if (a.family !== b.family || a.negative !== b.negative || a.counted !== b.counted) return false;
  if (!mayBeSameTime(a.time, b.time) || isContrast(a.contrasts, b.contrasts)) return false;
  // Two people may say much the same, each for himself; only one and the same sentence of both is one utterance with two owners.
  const areTwoPeople = a.speaker !== '' && b.speaker !== '' && !sameName(a.speaker, b.speaker);
  return !areTwoPeople || share >= ONE_UTTERANCE;
}

/** True where two claims may be of one place: one names none, or they share a word, if only by another spelling. */
export function samePlace(a: Profile, b: Profile): boolean {
  if (a.place.size === 0 || b.place.size === 0 || meet(a.place, b.place)) return true;
  return a.placeForms.some((form) => b.placeForms.some((other) => sameNameWord(form, other)));
}

/** True where one quotation is part of the other. */
function isPartQuote(a: Profile, b: Profile): boolean {
  const [part, whole] = a.quote.size <= b.quote.size ? [a.quote, b.quote] : [b.quote, a.quote];
  const isOneSpeaker = a.speaker !== '' && a.speaker === b.speaker;
  const least = part.size < QUOTED_WORDS ? part.size : QUOTED_SHARE * part.size;
  if (part.size < QUOTED_WORDS && !isOneSpeaker) return false;
  // Over as soon as too many words are missing.
  let common = part.size;
  for (const word of part) if (!whole.has(word) && --common < least) return false;
  return true;
}

/** What two numbers say for one claim: much where they are the same; a little where a digit was lost or they are near, so that a stray value finds its claim. */
function valueBonus(a: Profile, b: Profile): number {
  if (a.interval === null || b.interval === null) return 0;
  if (sameStated(a.interval, b.interval)) {
    const isTelling = a.counted.startsWith('#') || Math.abs(a.interval.stated ?? 0) >= TELLING;
    return isTelling ? SAME_TELLING_VALUE : SAME_SMALL_VALUE;
  }
  if (isPowerOfTenApart(a.interval, b.interval)) return NEAR_VALUE;
  const [x, y] = [a.interval.stated ?? 0, b.interval.stated ?? 0];
  return x > 0 && y > 0 ? NEAR_VALUE * Math.max(0, 1 - Math.abs(Math.log10(x / y))) : 0;
}

function isSameValue(a: Profile, b: Profile): boolean {
  return a.interval !== null && b.interval !== null && sameStated(a.interval, b.interval);
}

/** Numbers that differ are one claim only where all else agrees: tense, time, place or at least size; in a list of like numbers not even then. */
function mayDiffer(a: Profile, b: Profile): boolean {
  if (a.future !== b.future || a.isElsewhen !== b.isElsewhen || a.isListed || b.isListed) return false;
  const isPlaced = (a.place.size === 0) === (b.place.size === 0);
  return isPlaced || a.interval?.stated == null || b.interval?.stated == null || valueBonus(a, b) > 0;
}

/** Likeness of what two claims say, whatever their polarity, place, time or number. */
export function wordSimilarity(a: Profile, b: Profile, share: number = commonWords(a, b)): number {
  return share + (meet(a.action, b.action) ? SAME_ACTION : 0);
}

/**
 * How sure it is that two mentions make one claim: 0 where something forbids it, `SAME_CLAIM` and more where they do. Symmetric; looks at nothing but the two.
 * @param share their share of common words, where it is known.
 */
export function claimSimilarity(a: Profile, b: Profile, share: number = commonWords(a, b)): number {
  if (!mayBeSameClaim(a, b, share)) return 0;
  let score = a.quote.size > 0 && b.quote.size > 0 && isPartQuote(a, b) ? 1 : wordSimilarity(a, b, share);
  if (a.future !== b.future) score -= OTHER_TENSE;
  const isHere = samePlace(a, b);
  if (!isHere) score -= OTHER_PLACE;
  if (a.family === 'number') {
    if (!isSameValue(a, b) && !(isHere && mayDiffer(a, b))) return 0;
    score += valueBonus(a, b);
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
