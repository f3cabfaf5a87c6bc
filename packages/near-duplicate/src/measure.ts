import { NO_PAIR, type Run, type SharedPairs, type WordView } from './alignment.ts';
import type { Lexicon } from './lexicon.ts';
import { FLAG } from './words.ts';

/** What a comparison of a new text with an earlier one found. Shares are of rare-word mass, 0..1. */
export interface Overlap {
  /** Share of the new text that is the same, in order, in the other one. */
  mine: number;
  theirs: number;
  /** Shared mass over the mass of both texts together. */
  jaccard: number;
  /** Words that are the same. */
  words: number;
  /** Places inside shared runs where both texts have a well-formed number (name) and not the same one. */
  numberConflicts: number;
  nameConflicts: number;
  /** Those of both that stand among a text's first words: the stamp of a table. */
  headConflicts: number;
  /** The same just before and after a run, inside its sentence. */
  edgeConflicts: number;
  /** Share of the shared mass that is set phrases, said again on several days. */
  phrases: number;
  numberMatches: number;
  nameMatches: number;
  /** Runs long and dense enough to be no chance, with the number of words that are the same. */
  runs: (Run & { matched: number })[];
}

// A run below these is chance: fewer shared pairs, or a thinner match, than text that was copied and then worked over.
const LEAST_PAIRS = 3;
const LEAST_DENSITY = 0.15;
/** Days on which something must have been said again to be a set phrase. */
export const PHRASE_DAYS = 3;
export const NOT_KNOWN = 255;
/** A table's stamp (place, goods, day, minute) is among so many first words. */
const HEAD = 10;
/** Words looked at before and after a run. */
const EDGE = 3;
/** State of a word: not in a run, in a gap of a run, the same on both sides, unreadable on one side. */
const STATE = { free: 0, gap: 1, same: 2, noise: 3 } as const;

/** Stored rarity weights are whole eighths, so that each takes a byte. */
export const WEIGHT_STEPS = 2;

/** The words of an earlier text with their rarity when it came in. */
export interface WeighedView extends WordView {
  weights: Uint8Array;
}

export interface MeasuredTexts {
  mine: WordView;
  /** Rarity weights by word position of the new text. */
  weights: Float32Array;
  theirs: WeighedView;
  /** By word position of the new text: on how many days the pair there was said again; 255 where it does not stand for the text. */
  days: Uint8Array;
}

/** Creates the function that weighs the runs of an alignment. */
export function createMeasure(
  lexicon: Lexicon,
  maxWords: number,
): (texts: MeasuredTexts, runs: readonly Run[], pairs: SharedPairs) => Overlap {
  const mineState = new Uint8Array(maxWords);
  const theirState = new Uint8Array(maxWords);

  /** A place where the texts part inside a run: noise when only one side can be read, else a difference that may be a conflict. */
  const gap = (overlap: Overlap, texts: MeasuredTexts, from: number, to: number, otherFrom: number, otherTo: number): void => {
    const { mine, theirs } = texts;
    let mineUnknown = 0;
    let theirUnknown = 0;
    let mineNumbers = 0;
    let theirNumbers = 0;
    let mineNames = 0;
    let theirNames = 0;
    for (let i = from; i < to; i += 1) {
      const flags = mine.flags[mine.from + i] ?? 0;
      if ((flags & FLAG.number) !== 0) mineNumbers += 1;
      else if (!lexicon.known(mine.words[mine.from + i] ?? 0, 0)) mineUnknown += 1;
      else if (isName(flags)) mineNames += 1;
    }
    for (let j = otherFrom; j < otherTo; j += 1) {
      const flags = theirs.flags[theirs.from + j] ?? 0;
      if ((flags & FLAG.number) !== 0) theirNumbers += 1;
      else if (!lexicon.known(theirs.words[theirs.from + j] ?? 0, 1)) theirUnknown += 1;
      else if (isName(flags)) theirNames += 1;
    }
    const mineKnown = to - from - mineUnknown;
    const theirKnown = otherTo - otherFrom - theirUnknown;
    const noise = (mineUnknown > 0 && theirKnown > 0) || (theirUnknown > 0 && mineKnown > 0);
    const conflicts = noise ? 0 : Number(mineNumbers > 0 && theirNumbers > 0) + Number(mineNames > 0 && theirNames > 0);
    if (!noise && mineNumbers > 0 && theirNumbers > 0) overlap.numberConflicts += 1;
    if (!noise && mineNames > 0 && theirNames > 0) overlap.nameConflicts += 1;
    if (from < HEAD && otherFrom < HEAD) overlap.headConflicts += conflicts;
    mineState.fill(noise ? STATE.noise : STATE.gap, from, to);
    theirState.fill(noise ? STATE.noise : STATE.gap, otherFrom, otherTo);
  };

  /** The rest of the sentence before and after a run: a form often differs just there. Counts a place where both sides have a number, or both a name, and not the same. */
  const edges = (overlap: Overlap, texts: MeasuredTexts, run: Run): void => {
    const { mine, theirs } = texts;
    for (const step of [-1, 1]) {
      const a = edgeWords(mine, step < 0 ? run.from : run.to - 1, step, 0);
      const b = edgeWords(theirs, step < 0 ? run.otherFrom : run.otherTo - 1, step, 1);
      if (a.numbers > 0 && b.numbers > 0) overlap.edgeConflicts += 1;
      if (a.names > 0 && b.names > 0) overlap.edgeConflicts += 1;
    }
  };

  /** Known numbers and names among the words next to `at`, inside its sentence. */
  const edgeWords = (view: WordView, at: number, step: number, own: number): { numbers: number; names: number } => {
    const found = { numbers: 0, names: 0 };
    let i = at;
    for (let k = 0; k < EDGE; k += 1) {
      if (step < 0 && ((view.flags[view.from + i] ?? 0) & FLAG.sentenceStart) !== 0) break;
      i += step;
      if (i < 0 || i >= view.count) break;
      const flags = view.flags[view.from + i] ?? 0;
      if (step > 0 && (flags & FLAG.sentenceStart) !== 0) break;
      if ((flags & FLAG.number) !== 0) found.numbers += 1;
      else if ((flags & FLAG.capital) !== 0 && lexicon.known(view.words[view.from + i] ?? 0, own)) found.names += 1;
    }
    return found;
  };

  return (texts, runs, pairs) => {
    const { mine, weights, theirs, days } = texts;
    mineState.fill(0, 0, mine.count);
    theirState.fill(0, 0, theirs.count);
    const overlap: Overlap = {
      mine: 0,
      theirs: 0,
      jaccard: 0,
      words: 0,
      numberConflicts: 0,
      nameConflicts: 0,
      headConflicts: 0,
      edgeConflicts: 0,
      phrases: 0,
      numberMatches: 0,
      nameMatches: 0,
      runs: [],
    };
    for (const run of runs) {
      if (run.pairs < LEAST_PAIRS || run.pairs < LEAST_DENSITY * Math.max(run.to - run.from, run.otherTo - run.otherFrom)) continue;
      let matched = 0;
      edges(overlap, texts, run);
      let from = run.to;
      let otherFrom = run.otherTo;
      for (let k = run.last; k !== NO_PAIR; k = pairs.before[k] ?? NO_PAIR) {
        const p = pairs.mine[k] ?? 0;
        const j = pairs.theirs[k] ?? 0;
        if (p + 2 < from || j + 2 < otherFrom) gap(overlap, texts, Math.min(p + 2, from), from, Math.min(j + 2, otherFrom), otherFrom);
        const end = Math.min(p + 2, from);
        for (let i = p; i < end; i += 1) {
          if (mineState[i] !== STATE.same) {
            const flags = mine.flags[mine.from + i] ?? 0;
            if ((flags & FLAG.number) !== 0) overlap.numberMatches += 1;
            else if (isName(flags)) overlap.nameMatches += 1;
          }
          mineState[i] = STATE.same;
          matched += 1;
        }
        theirState.fill(STATE.same, j, Math.min(j + 2, otherFrom));
        from = p;
        otherFrom = j;
      }
      overlap.runs.push({ ...run, matched });
    }
    let mineMass = 0;
    let mineShared = 0;
    let phrases = 0;
    let known = 0;
    for (let i = 0; i < mine.count; i += 1) {
      if (mineState[i] === STATE.noise) continue;
      mineMass += weights[i] ?? 0;
      if (mineState[i] !== STATE.same) continue;
      mineShared += weights[i] ?? 0;
      overlap.words += 1;
      const said = days[i] ?? NOT_KNOWN;
      if (said === NOT_KNOWN) continue;
      known += weights[i] ?? 0;
      if (said >= PHRASE_DAYS) phrases += weights[i] ?? 0;
    }
    overlap.phrases = known > 0 ? phrases / known : 0;
    // The earlier text was weighed when it came in; what it shares counts as it is worth now.
    let theirMass = mineShared;
    for (let j = 0; j < theirs.count; j += 1) {
      if (theirState[j] !== STATE.noise && theirState[j] !== STATE.same) theirMass += (theirs.weights[theirs.from + j] ?? 0) / WEIGHT_STEPS;
    }
    overlap.mine = mineMass > 0 ? mineShared / mineMass : 0;
    overlap.theirs = theirMass > 0 ? mineShared / theirMass : 0;
    overlap.jaccard = mineMass > 0 ? mineShared / (mineMass + theirMass - mineShared) : 0;
    return overlap;
  };
}

/** A capitalised word inside a sentence; in a title every word may have a capital. */
function isName(flags: number): boolean {
  return (flags & FLAG.capital) !== 0 && (flags & (FLAG.sentenceStart | FLAG.title)) === 0;
}
