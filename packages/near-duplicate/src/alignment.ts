import { mix32 } from './hash.ts';

/** Words further apart than this between two shared word pairs end a run. */
const GAP = 9;
const NONE = 0xffffffff;

/** A stretch that both texts share in order: word positions, ends exclusive. */
export interface Run {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
  /** Number of shared word pairs, and the last of them: an index into the aligner's `pairs`, each linked to the one before. */
  pairs: number;
  last: number;
}

/** Words of one text, a view into larger arrays. */
export interface WordView {
  words: Uint32Array;
  flags: Uint8Array;
  from: number;
  count: number;
}

/** The shared word pairs of the last alignment: where in the one text, where in the other, and the pair before in the same run (NO_PAIR: none). */
export interface SharedPairs {
  mine: Uint32Array;
  theirs: Uint32Array;
  before: Uint32Array;
}
export const NO_PAIR = NONE;

/** Finds shared runs between one text, prepared once, and any number of others. */
export interface Aligner {
  prepare(view: WordView): void;
  /** Runs shared with another text, in linear time. They and `pairs` are valid until the next call. */
  align(other: WordView): Run[];
  pairs: SharedPairs;
}

export function createAligner(maxWords: number): Aligner {
  let table = new Uint32Array(1 << 10).fill(NONE);
  let nextSame = new Uint32Array(1 << 9);
  let view: WordView = { words: new Uint32Array(0), flags: new Uint8Array(0), from: 0, count: 0 };
  let mask = table.length - 1;
  const pairs: SharedPairs = { mine: new Uint32Array(maxWords), theirs: new Uint32Array(maxWords), before: new Uint32Array(maxWords) };
  let pairCount = 0;

  const word = (i: number): number => view.words[view.from + i] ?? 0;
  const lookUp = (a: number, b: number): number => {
    let at = mix32(Math.imul(a, 0x9e3779b1) ^ b) & mask;
    for (;;) {
      const position = table[at] ?? NONE;
      if (position === NONE || (word(position) === a && word(position + 1) === b)) return at;
      at = (at + 1) & mask;
    }
  };
  /** The position of the pair nearest to where the run would go on, or NONE. */
  const nearest = (head: number, lastFrom: number, expected: number): number => {
    let best = NONE;
    let bestDistance = GAP;
    let looked = 0;
    for (let p = head; p !== NONE && looked < 16; p = nextSame[p] ?? NONE) {
      const distance = Math.abs(p - expected);
      if (p > lastFrom && p - lastFrom <= GAP + 1 && distance < bestDistance) {
        best = p;
        bestDistance = distance;
      }
      looked += 1;
    }
    return best;
  };
  const extend = (run: Run, p: number, j: number): void => {
    pairs.mine[pairCount] = p;
    pairs.theirs[pairCount] = j;
    pairs.before[pairCount] = run.last;
    run.last = pairCount;
    pairCount += 1;
    run.to = p + 2;
    run.otherTo = j + 2;
    run.pairs += 1;
  };

  return {
    pairs,
    prepare(next) {
      view = next;
      let size = 1 << 10;
      while (size < view.count * 2) size *= 2;
      if (size > table.length) table = new Uint32Array(size).fill(NONE);
      else table.fill(NONE, 0, size);
      mask = size - 1;
      if (nextSame.length < view.count) nextSame = new Uint32Array(view.count * 2);
      for (let i = view.count - 2; i >= 0; i -= 1) {
        const at = lookUp(word(i), word(i + 1));
        nextSame[i] = table[at] ?? NONE;
        table[at] = i;
      }
    },
    align(other) {
      const runs: Run[] = [];
      pairCount = 0;
      let current: Run | null = null;
      let rival: Run | null = null; // a second run that may take over: after a reordering, or a pair shared by chance
      for (let j = 0; j + 1 < other.count; j += 1) {
        const head = table[lookUp(other.words[other.from + j] ?? 0, other.words[other.from + j + 1] ?? 0)] ?? NONE;
        if (head === NONE) continue;
        if (current !== null && j - current.otherTo <= GAP) {
          const p = nearest(head, current.to - 2, current.to + j - current.otherTo);
          if (p !== NONE) {
            extend(current, p, j);
            rival = null;
            continue;
          }
        }
        if (rival !== null && j - rival.otherTo <= GAP) {
          const p = nearest(head, rival.to - 2, rival.to + j - rival.otherTo);
          if (p !== NONE) {
            extend(rival, p, j);
            if (current === null || rival.pairs >= 3 || j - current.otherTo > GAP) {
              if (current !== null) runs.push(current);
              current = rival;
              rival = null;
            }
            continue;
          }
        }
        const fresh: Run = { from: head, to: head, otherFrom: j, otherTo: j, pairs: 0, last: NONE };
        extend(fresh, head, j);
        if (current === null || j - current.otherTo > GAP) {
          if (current !== null) runs.push(current);
          current = fresh;
          rival = null;
        } else rival = fresh;
      }
      if (current !== null) runs.push(current);
      if (rival !== null) runs.push(rival);
      return runs;
    },
  };
}
