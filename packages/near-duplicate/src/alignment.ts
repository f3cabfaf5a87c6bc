import { mix32 } from './hash.ts';
import { FLAG } from './words.ts';

/** Words further apart than this between two shared word pairs end a run. */
const GAP = 9;
const NONE = 0xffffffff;

/** A stretch that both texts share in order: word positions, ends exclusive. `pairs`: shared word pairs in it; `matched`: words of it that are the same on both sides. */
export interface Run {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
  pairs: number;
  matched: number;
  /** Gaps of the run where both sides have a well-formed number (name), and no common one. */
  numberConflicts: number;
  nameConflicts: number;
  numberMatches: number;
  nameMatches: number;
}

/** Words of one text, a view into larger arrays. */
export interface WordView {
  words: Uint32Array;
  flags: Uint8Array;
  from: number;
  count: number;
}

/** Finds shared runs between one text, prepared once, and any number of others. */
export interface Aligner {
  prepare(view: WordView): void;
  /** Runs shared with another text in the order of that text. `wellFormed(word)`: the word is known from elsewhere, so it is no slip of the scanner. */
  align(other: WordView, wellFormed: (word: number) => boolean): Run[];
}

export function createAligner(): Aligner {
  let table = new Uint32Array(1 << 10).fill(NONE);
  let nextSame = new Uint32Array(1 << 9);
  let view: WordView = { words: new Uint32Array(0), flags: new Uint8Array(0), from: 0, count: 0 };
  let mask = table.length - 1;

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

  const gapConflicts = (
    run: Run,
    from: number,
    to: number,
    other: WordView,
    otherFrom: number,
    otherTo: number,
    wellFormed: (w: number) => boolean,
  ): void => {
    for (const kind of [FLAG.number, FLAG.capital]) {
      let mine = 0;
      let theirs = 0;
      let common = false;
      for (let i = from; i < to; i += 1) {
        if (!isKind(view.flags[view.from + i] ?? 0, kind)) continue;
        const w = word(i);
        for (let j = otherFrom; j < otherTo; j += 1) if (other.words[other.from + j] === w) common = true;
        if (kind === FLAG.number || wellFormed(w)) mine += 1;
      }
      for (let j = otherFrom; j < otherTo; j += 1) {
        if (!isKind(other.flags[other.from + j] ?? 0, kind)) continue;
        if (kind === FLAG.number || wellFormed(other.words[other.from + j] ?? 0)) theirs += 1;
      }
      if (common || mine === 0 || theirs === 0) continue;
      if (kind === FLAG.number) run.numberConflicts += 1;
      else run.nameConflicts += 1;
    }
  };
  const extend = (run: Run, p: number, j: number, other: WordView, wellFormed: (w: number) => boolean): void => {
    if (p > run.to && j > run.otherTo) gapConflicts(run, run.to, p, other, run.otherTo, j, wellFormed);
    for (let k = Math.max(p, run.to); k < p + 2; k += 1) {
      const flags = view.flags[view.from + k] ?? 0;
      run.matched += 1;
      if (isKind(flags, FLAG.number)) run.numberMatches += 1;
      else if (isKind(flags, FLAG.capital)) run.nameMatches += 1;
    }
    run.to = p + 2;
    run.otherTo = j + 2;
    run.pairs += 1;
  };

  return {
    prepare(next) {
      view = next;
      let size = 1 << 10;
      while (size < view.count * 2) size *= 2;
      if (size > table.length || size * 8 < table.length) table = new Uint32Array(size).fill(NONE);
      else table.fill(NONE, 0, size);
      mask = size - 1;
      if (nextSame.length < view.count) nextSame = new Uint32Array(view.count * 2);
      for (let i = view.count - 2; i >= 0; i -= 1) {
        const at = lookUp(word(i), word(i + 1));
        nextSame[i] = table[at] ?? NONE;
        table[at] = i;
      }
    },
    align(other, wellFormed) {
      const runs: Run[] = [];
      let current: Run | null = null;
      let rival: Run | null = null; // a second run that may take over: after a reordering, or a pair shared by chance
      for (let j = 0; j + 1 < other.count; j += 1) {
        const head = table[lookUp(other.words[other.from + j] ?? 0, other.words[other.from + j + 1] ?? 0)] ?? NONE;
        if (head === NONE) continue;
        if (current !== null && j - current.otherTo <= GAP) {
          const p = nearest(head, current.to - 2, current.to + j - current.otherTo);
          if (p !== NONE) {
            extend(current, p, j, other, wellFormed);
            rival = null;
            continue;
          }
        }
        if (rival !== null && j - rival.otherTo <= GAP) {
          const p = nearest(head, rival.to - 2, rival.to + j - rival.otherTo);
          if (p !== NONE) {
            extend(rival, p, j, other, wellFormed);
            if (current === null || rival.pairs >= 3 || j - current.otherTo > GAP) {
              if (current !== null) runs.push(current);
              current = rival;
              rival = null;
            }
            continue;
          }
        }
        const fresh: Run = {
          from: head,
          to: head,
          otherFrom: j,
          otherTo: j,
          pairs: 0,
          matched: 0,
          numberConflicts: 0,
          nameConflicts: 0,
          numberMatches: 0,
          nameMatches: 0,
        };
        extend(fresh, head, j, other, wellFormed);
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

function isKind(flags: number, kind: number): boolean {
  if (kind === FLAG.number) return (flags & FLAG.number) !== 0;
  return (flags & FLAG.capital) !== 0 && (flags & FLAG.sentenceStart) === 0 && (flags & FLAG.number) === 0;
}
