import type { Run, WordView } from './alignment.ts';
import { FLAG } from './words.ts';

/** Two texts that share words, with the rarity of each word by position. */
export interface Pair {
  mine: WordView;
  weightOfMine: (i: number) => number;
  theirs: WordView;
  weightOfTheirs: (i: number) => number;
}

/** How two texts differ in what a form is filled in with. Shares 0..1 of rare-word mass: what both have for themselves over that and what they share. */
export interface SlotDifference {
  numbers: number;
  names: number;
  /** Different numbers, different names that were looked at: those shared and those that the text with fewer of its own has for itself. */
  numbersSeen: number;
  namesSeen: number;
}

/** Marks of a word: it stands in the one text, in the other, and was counted in either. */
const IN_MINE = 1;
const IN_THEIRS = 2;
const COUNTED_MINE = 4;
const COUNTED_THEIRS = 8;
let marks = new Uint8Array(1 << 12);
let inside = new Uint8Array(1 << 10);

interface Tally {
  shared: number;
  own: number;
  sharedWords: number;
  ownWords: number;
}

function mark(view: WordView, bits: number): void {
  for (let i = view.from; i < view.from + view.count; i += 1) {
    const word = view.words[i] ?? 0;
    while (marks.length <= word) {
      const grown = new Uint8Array(marks.length * 2);
      grown.set(marks);
      marks = grown;
    }
    marks[word] = bits === 0 ? 0 : (marks[word] ?? 0) | bits;
  }
}

/** Marks the words of all sentences that the runs touch: a new lead is no other filling. */
function touch(view: WordView, runs: readonly Run[], mine: boolean): void {
  if (inside.length < view.count) inside = new Uint8Array(view.count * 2);
  else inside.fill(0, 0, view.count);
  for (const run of runs) {
    let first = mine ? run.from : run.otherFrom;
    let end = mine ? run.to : run.otherTo;
    while (first > 0 && inside[first] === 0 && ((view.flags[view.from + first] ?? 0) & FLAG.sentenceStart) === 0) first -= 1;
    while (end < view.count && inside[end] === 0 && ((view.flags[view.from + end] ?? 0) & FLAG.sentenceStart) === 0) end += 1;
    inside.fill(1, first, end);
  }
}

/**
 * Counts the different numbers, and the different known capitalised words, of the sentences that the runs touch: those that stand anywhere in the other text, and those that do not.
 * A title is left out of the names, since there every word may have a capital; so are first words of sentences.
 */
function tally(
  view: WordView,
  weightAt: (i: number) => number,
  known: (word: number) => boolean,
  mine: boolean,
): { numbers: Tally; names: Tally } {
  const numbers: Tally = { shared: 0, own: 0, sharedWords: 0, ownWords: 0 };
  const names: Tally = { shared: 0, own: 0, sharedWords: 0, ownWords: 0 };
  const [counted, inOther] = mine ? [COUNTED_MINE, IN_THEIRS] : [COUNTED_THEIRS, IN_MINE];
  for (let i = 0; i < view.count; i += 1) {
    const flags = view.flags[view.from + i] ?? 0;
    if ((flags & (FLAG.number | FLAG.capital)) === 0 || inside[i] === 0) continue;
    const word = view.words[view.from + i] ?? 0;
    const bits = marks[word] ?? 0;
    if ((bits & counted) !== 0) continue;
    const number = (flags & FLAG.number) !== 0;
    if (!number && ((flags & (FLAG.title | FLAG.sentenceStart)) !== 0 || !known(word))) continue;
    marks[word] = bits | counted;
    const into = number ? numbers : names;
    if ((bits & inOther) !== 0) {
      into.shared += weightAt(i);
      into.sharedWords += 1;
    } else {
      into.own += weightAt(i);
      into.ownWords += 1;
    }
  }
  return { numbers, names };
}

/** An excerpt lacks much and adds nothing: only what both have for themselves counts. */
function shareOf(a: Tally, b: Tally): number {
  const own = Math.min(a.own, b.own);
  const mass = own + (a.shared + b.shared) / 2;
  return mass > 0 ? own / mass : 0;
}

function seenOf(a: Tally, b: Tally): number {
  return a.sharedWords + Math.min(a.ownWords, b.ownWords);
}

/**
 * Compares the numbers and names of two texts in the sentences that they share words of, wherever they stand there. Linear in both texts.
 * @param known a word stands in more than so many documents of the window: no slip.
 */
export function differentSlots(pair: Pair, runs: readonly Run[], known: (word: number, own: number) => boolean): SlotDifference {
  const { mine, theirs } = pair;
  mark(mine, IN_MINE);
  mark(theirs, IN_THEIRS);
  touch(mine, runs, true);
  const x = tally(mine, pair.weightOfMine, (word) => known(word, 0), true);
  touch(theirs, runs, false);
  const y = tally(theirs, pair.weightOfTheirs, (word) => known(word, 1), false);
  mark(mine, 0);
  mark(theirs, 0);
  return {
    numbers: shareOf(x.numbers, y.numbers),
    names: shareOf(x.names, y.names),
    numbersSeen: seenOf(x.numbers, y.numbers),
    namesSeen: seenOf(x.names, y.names),
  };
}

/** What a text is made of, the title left out. Shares of its words: those that are numbers, and those that are numbers or all in capitals, as in tables. */
export function makeUpOf(view: WordView): { numbers: number; listed: number } {
  let [words, numbers, listed] = [0, 0, 0];
  for (let i = view.from; i < view.from + view.count; i += 1) {
    const flags = view.flags[i] ?? 0;
    if ((flags & FLAG.title) !== 0) continue;
    words += 1;
    if ((flags & FLAG.number) !== 0) numbers += 1;
    if ((flags & (FLAG.number | FLAG.allCapital)) !== 0) listed += 1;
  }
  return words === 0 ? { numbers: 0, listed: 0 } : { numbers: numbers / words, listed: listed / words };
}
