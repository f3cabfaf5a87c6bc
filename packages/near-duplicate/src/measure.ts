import type { Run, WordView } from './alignment.ts';

/** What a comparison of a new text with an earlier one found. Shares are of rare-word mass, 0..1. */
export interface Overlap {
  /** Share of the new text that is in runs shared with the other one. */
  mine: number;
  /** Share of the other text that is in shared runs. */
  theirs: number;
  /** Mass of the shared runs over the mass of both texts together. */
  jaccard: number;
  /** Words in shared runs. */
  words: number;
  numberConflicts: number;
  nameConflicts: number;
  numberMatches: number;
  nameMatches: number;
  runs: Run[];
}

// A run below these is chance: fewer shared pairs, or a thinner match, than text that was copied and then worked over.
const LEAST_PAIRS = 3;
const LEAST_DENSITY = 0.28;

/** Weighs the runs of an alignment. `weights` are rarity weights by word position of the new text, `weightOf` of any word. */
export function createMeasure(): (
  mine: WordView,
  weights: Float32Array,
  theirs: WordView,
  weightOf: (word: number) => number,
  runs: readonly Run[],
) => Overlap {
  let seen = new Uint8Array(1 << 12);
  return (mine, weights, theirs, weightOf, runs) => {
    if (seen.length < mine.count) seen = new Uint8Array(mine.count * 2);
    seen.fill(0, 0, mine.count);
    let mineMass = 0;
    let theirMass = 0;
    let mineShared = 0;
    let theirShared = 0;
    for (let i = 0; i < mine.count; i += 1) mineMass += weights[i] ?? 0;
    const overlap: Overlap = {
      mine: 0,
      theirs: 0,
      jaccard: 0,
      words: 0,
      numberConflicts: 0,
      nameConflicts: 0,
      numberMatches: 0,
      nameMatches: 0,
      runs: [],
    };
    for (let j = 0; j < theirs.count; j += 1) theirMass += weightOf(theirs.words[theirs.from + j] ?? 0);
    for (const run of runs) {
      const length = Math.max(run.to - run.from, run.otherTo - run.otherFrom);
      if (run.pairs < LEAST_PAIRS || run.matched < LEAST_DENSITY * length) continue;
      overlap.runs.push(run);
      for (let i = run.from; i < run.to; i += 1) {
        if (seen[i] === 1) continue;
        seen[i] = 1;
        mineShared += weights[i] ?? 0;
        overlap.words += 1;
      }
      for (let j = run.otherFrom; j < run.otherTo; j += 1) theirShared += weightOf(theirs.words[theirs.from + j] ?? 0);
      overlap.numberConflicts += run.numberConflicts;
      overlap.nameConflicts += run.nameConflicts;
      overlap.numberMatches += run.numberMatches;
      overlap.nameMatches += run.nameMatches;
    }
    overlap.mine = mineMass > 0 ? mineShared / mineMass : 0;
    overlap.theirs = theirMass > 0 ? Math.min(1, theirShared / theirMass) : 0;
    const shared = (mineShared + Math.min(theirMass, theirShared)) / 2;
    overlap.jaccard = mineMass + theirMass > 0 ? shared / (mineMass + theirMass - shared) : 0;
    return overlap;
  };
}
