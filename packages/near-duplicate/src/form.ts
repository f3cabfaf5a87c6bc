import type { Overlap } from './measure.ts';
import { differentSlots, makeUpOf, type Pair } from './slots.ts';

// Shares of numbers and names (by rarity) that each text has for itself, and of words; read off notices and re-sends of a news wire: docs/quality/near-duplicate.md.
/** A notice of another day: so many other numbers in so much of the same. */
const NOTICE = 0.19;
const NOTICE_WORDS = 0.6;
/** A table or bulletin: so many numbers, or numbers and all-capital words; it is sent again when all but a twentieth of the one is in the other. */
const NUMBERS_TABLE = 0.5;
const LISTED = 0.55;
const SENT_AGAIN = 0.94;
const STAMPED = 0.88;
/** Texts that are in part figures, and how many of them may be other ones: less in a short one. */
const SOME_FIGURES = 0.15;
const FIGURES = 0.2;
const OTHER = 0.3;
const OTHER_SHORT = 0.2;
const OTHER_ALL = 0.6;
const SHORT = 44;
/** Other numbers in set phrases; fewer than four numbers say too little. */
const OTHER_IN_PHRASES = 0.25;
const LEAST_NUMBERS = 4;
/** Other numbers and other names: each at least, and with the share of set phrases together. */
const BOTH = 0.1;
const TOGETHER = 1.1;
const LEAST_NAMES = 3;

/** 1 where one place on top of two tables differs, the minute or the day, and the one has all but a little of the other: that is no other figure. */
export function stampsOf({ headConflicts, mine, theirs }: Overlap): number {
  return headConflicts === 1 && Math.max(mine, theirs) >= STAMPED ? 1 : 0;
}

/**
 * Two instances of one form that is filled in anew: the same words with other numbers and names. A notice of another day, a table sent with other figures, the like about another firm.
 * A re-send, a correction and rounded numbers differ in less.
 * @param known a word stands in more than so many documents of the window: no slip; `apart`: the texts came half a day or more apart.
 */
export function isForm(pair: Pair, overlap: Overlap, known: (word: number, own: number) => boolean, apart: boolean): boolean {
  const [mine, theirs] = [makeUpOf(pair.mine), makeUpOf(pair.theirs)];
  const figures = Math.min(mine.numbers, theirs.numbers);
  const { numberConflicts, phrases } = overlap;
  const most = Math.max(overlap.mine, overlap.theirs);
  if (figures >= NUMBERS_TABLE || Math.min(mine.listed, theirs.listed) >= LISTED) {
    const stamps = stampsOf(overlap);
    if (most < (stamps > 0 ? STAMPED : SENT_AGAIN) || numberConflicts + overlap.nameConflicts > stamps) return true;
  }
  const other = differentSlots(pair, overlap.runs, known);
  if (apart && other.numbers >= NOTICE && most >= NOTICE_WORDS) return true;
  if (figures >= FIGURES && other.numbers >= OTHER_ALL) return true;
  if (numberConflicts > 0) {
    const short = figures >= FIGURES && overlap.words < SHORT;
    if (figures >= SOME_FIGURES && other.numbers >= (short ? OTHER_SHORT : OTHER)) return true;
    if (other.numbers >= OTHER_IN_PHRASES && phrases >= OTHER_IN_PHRASES && other.numbersSeen >= LEAST_NUMBERS) return true;
  }
  const both = other.numbers >= BOTH && other.names >= BOTH && other.namesSeen >= LEAST_NAMES;
  return both && other.numbers + other.names + phrases >= TOGETHER;
}
