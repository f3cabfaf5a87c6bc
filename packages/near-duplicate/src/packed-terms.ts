import type { Terms } from './terms.ts';

/** A vector as it is kept: at `at` the number of its terms, then each term's step from the word before (seven bits a byte, low ones first) and its weight. About three bytes a term. */
export interface PackedTerms {
  bytes: Uint8Array;
  at: number;
}

/** Terms of a vector at most. */
export const MOST_TERMS = 64;
const BYTES_PER_TERM = 6;
/** Bytes of a chunk: small enough to leave with the hour its votes are of, large enough that a vote costs no array of its own. */
const CHUNK = 1 << 16;

export const NO_TERMS: PackedTerms = { bytes: new Uint8Array(1), at: 0 };

/** Room for the vectors of votes, chunk by chunk; a chunk is freed with the last vote that is in it. */
export interface TermPool {
  /** @param terms at most 64 of them. */
  keep(terms: Terms): PackedTerms;
}

export function createTermPool(): TermPool {
  let bytes = new Uint8Array(0);
  let filled = 0;
  return {
    keep({ words, weights, from, count }) {
      if (filled + 1 + count * BYTES_PER_TERM > bytes.length) {
        bytes = new Uint8Array(CHUNK);
        filled = 0;
      }
      const at = filled;
      bytes[filled++] = count;
      let before = 0;
      for (let i = from; i < from + count; i += 1) {
        const word = words[i] ?? 0;
        let step = word - before;
        before = word;
        for (; step > 127; step >>>= 7) bytes[filled++] = (step & 127) | 128;
        bytes[filled++] = step;
        bytes[filled++] = weights[i] ?? 0;
      }
      return { bytes, at };
    },
  };
}

/** Number of terms of a kept vector. */
export function countOf({ bytes, at }: PackedTerms): number {
  return bytes[at] ?? 0;
}

/** Arrays for one vector. */
export function roomForTerms(): Terms {
  return { words: new Uint32Array(MOST_TERMS), weights: new Uint8Array(MOST_TERMS), from: 0, count: 0 };
}

const unpacked = roomForTerms();

/** A kept vector, in arrays that the next call without arrays of its own overwrites. */
export function termsOf(packed: PackedTerms, into: Terms = unpacked): Terms {
  const { bytes } = packed;
  let { at } = packed;
  into.from = 0;
  into.count = bytes[at++] ?? 0;
  let word = 0;
  for (let i = 0; i < into.count; i += 1) {
    let byte = bytes[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    word += step;
    into.words[i] = word;
    into.weights[i] = bytes[at++] ?? 0;
  }
  return into;
}

/** Sum of the squared weights. */
export function squareOf(packed: PackedTerms): number {
  const { weights, count } = termsOf(packed);
  let square = 0;
  for (let i = 0; i < count; i += 1) square += (weights[i] ?? 0) ** 2;
  return square;
}

/** Dot product of a vector with a kept one. */
export function dotPacked({ words, weights, from, count }: Terms, { bytes, at: start }: PackedTerms): number {
  let at = start + 1;
  let word = 0;
  let total = 0;
  let i = from;
  const end = from + count;
  for (let left = bytes[start] ?? 0; left > 0; left -= 1) {
    let byte = bytes[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    word += step;
    while (i < end && (words[i] ?? 0) < word) i += 1;
    if (i === end) break;
    if (words[i] === word) total += (weights[i] ?? 0) * (bytes[at] ?? 0);
    at += 1;
  }
  return total;
}
