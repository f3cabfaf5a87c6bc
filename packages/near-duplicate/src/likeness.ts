import { MOST_TERMS } from './packed-terms.ts';
import type { Terms } from './terms.ts';

/** Dot products of all pairs of vectors: writes the one of the i-th and the j-th, over `scale`, to i * n + j and j * n + i of `out`; the diagonal stays 0. */
export type Likenesses = (vectors: readonly Terms[], scale: number, out: Float64Array) => void;

/**
 * Words that only one of the vectors has add nothing: they are left out first, and the others known by their place in a small table,
 * so that what a vector is spread over has some thousand places instead of one for each word there is.
 * @param most vectors at once.
 */
export function createLikenesses(most: number): Likenesses {
  const terms = most * MOST_TERMS;
  const bits = Math.ceil(Math.log2(terms * 2));
  const mask = (1 << bits) - 1;
  const table = new Uint32Array(1 << bits); // word + 1, 0: empty
  const vectorsWith = new Uint8Array(1 << bits);
  const spread = new Uint8Array(1 << bits);
  const places = new Uint16Array(terms);
  const weights = new Uint8Array(terms);
  const ends = new Uint32Array(most);

  const placeOf = (word: number): number => {
    let at = Math.imul(word, 0x9e3779b1) >>> (32 - bits);
    while (table[at] !== 0 && table[at] !== word + 1) at = (at + 1) & mask;
    table[at] = word + 1;
    return at;
  };

  return (vectors, scale, out) => {
    const n = vectors.length;
    table.fill(0);
    vectorsWith.fill(0);
    let t = 0;
    for (const { words, from, count } of vectors) {
      for (let i = from; i < from + count; i += 1) {
        const place = placeOf(words[i] ?? 0);
        vectorsWith[place] = (vectorsWith[place] ?? 0) + 1;
        places[t] = place;
        t += 1;
      }
    }
    t = 0;
    let filled = 0;
    for (let k = 0; k < n; k += 1) {
      const own = vectors[k];
      const from = own?.from ?? 0;
      for (let i = from; i < from + (own?.count ?? 0); i += 1) {
        const place = places[t] ?? 0;
        t += 1;
        if ((vectorsWith[place] ?? 0) < 2) continue;
        places[filled] = place;
        weights[filled] = own?.weights[i] ?? 0;
        filled += 1;
      }
      ends[k] = filled;
    }
    let start = 0;
    for (let i = 0; i < n; i += 1) {
      const end = ends[i] ?? 0;
      for (let k = start; k < end; k += 1) spread[places[k] ?? 0] = weights[k] ?? 0;
      let at = 0;
      for (let j = 0; j < i; j += 1) {
        let dot = 0;
        for (const last = ends[j] ?? 0; at < last; at += 1) dot += (spread[places[at] ?? 0] ?? 0) * (weights[at] ?? 0);
        out[i * n + j] = dot / scale;
        out[j * n + i] = dot / scale;
      }
      out[i * n + i] = 0;
      for (let k = start; k < end; k += 1) spread[places[k] ?? 0] = 0;
      start = end;
    }
  };
}
