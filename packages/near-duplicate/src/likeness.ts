import { MOST_TERMS } from './packed-terms.ts';
import type { Terms } from './terms.ts';

/** Dot products of all pairs of up to so many vectors. */
export interface Likenesses {
  /** Writes the product of the i-th and the j-th vector, over `scale`, to i * n + j and j * n + i of `out`; the diagonal stays 0. */
  (vectors: readonly Terms[], scale: number, out: Float64Array): void;
}

/**
 * Words that only one of the vectors has add nothing: they are left out first, and the others numbered anew,
 * so that what a vector is spread over has some hundred places instead of one for each word there is.
 */
export function createLikenesses(most: number): Likenesses {
  let numbers = new Uint16Array(1 << 12); // by word: its number here + 1
  const vectorsWith = new Uint8Array(most * MOST_TERMS + 1);
  const spread = new Uint8Array(most * MOST_TERMS + 1);
  const words = new Uint16Array(most * MOST_TERMS);
  const weights = new Uint8Array(most * MOST_TERMS);
  const ends = new Uint32Array(most);

  const number = (vectors: readonly Terms[]): number => {
    let used = 0;
    for (const { words: own, from, count } of vectors) {
      for (let i = from; i < from + count; i += 1) {
        const word = own[i] ?? 0;
        let here = numbers[word] ?? 0;
        if (here === 0) {
          used += 1;
          here = used;
          numbers[word] = here;
        }
        vectorsWith[here] = (vectorsWith[here] ?? 0) + 1;
      }
    }
    return used;
  };

  return (vectors, scale, out) => {
    const n = vectors.length;
    let highest = 0;
    for (const { words: own, from, count } of vectors) if (count > 0) highest = Math.max(highest, own[from + count - 1] ?? 0);
    while (numbers.length <= highest) numbers = new Uint16Array(numbers.length * 2);
    const used = number(vectors);
    let filled = 0;
    for (let k = 0; k < n; k += 1) {
      const own = vectors[k];
      if (own !== undefined) {
        for (let i = own.from; i < own.from + own.count; i += 1) {
          const here = numbers[own.words[i] ?? 0] ?? 0;
          if ((vectorsWith[here] ?? 0) < 2) continue;
          words[filled] = here;
          weights[filled] = own.weights[i] ?? 0;
          filled += 1;
        }
      }
      ends[k] = filled;
    }
    for (const { words: own, from, count } of vectors) for (let i = from; i < from + count; i += 1) numbers[own[i] ?? 0] = 0;
    vectorsWith.fill(0, 0, used + 1);
    let start = 0;
    for (let i = 0; i < n; i += 1) {
      const end = ends[i] ?? 0;
      for (let t = start; t < end; t += 1) spread[words[t] ?? 0] = weights[t] ?? 0;
      let at = 0;
      for (let j = 0; j < i; j += 1) {
        let dot = 0;
        for (const last = ends[j] ?? 0; at < last; at += 1) dot += (spread[words[at] ?? 0] ?? 0) * (weights[at] ?? 0);
        out[i * n + j] = dot / scale;
        out[j * n + i] = dot / scale;
      }
      out[i * n + i] = 0;
      for (let t = start; t < end; t += 1) spread[words[t] ?? 0] = 0;
      start = end;
    }
  };
}
