/** A sparse vector of whole numbers: words in ascending order and their weights (1..255), a stretch of larger arrays. */
export interface Terms {
  words: Uint32Array;
  weights: Uint8Array;
  from: number;
  count: number;
}

/** Terms of a chunk: small enough to leave with the hour its votes are of, large enough that a vote costs no arrays of its own. */
const CHUNK = 1 << 14;

/** Room for the vectors of votes, chunk by chunk; a chunk is freed with the last vote that is in it. */
export interface TermPool {
  keep(terms: Terms): Terms;
}

export function createTermPool(): TermPool {
  let words = new Uint32Array(0);
  let weights = new Uint8Array(0);
  let filled = 0;
  return {
    keep(terms) {
      const { from, count } = terms;
      if (filled + count > words.length) {
        words = new Uint32Array(Math.max(CHUNK, count));
        weights = new Uint8Array(words.length);
        filled = 0;
      }
      const kept: Terms = { words, weights, from: filled, count };
      for (let i = 0; i < count; i += 1) {
        words[filled + i] = terms.words[from + i] ?? 0;
        weights[filled + i] = terms.weights[from + i] ?? 0;
      }
      filled += count;
      return kept;
    },
  };
}

/** Dot product of two vectors. */
export function dotTerms(a: Terms, b: Terms): number {
  let total = 0;
  let i = a.from;
  let j = b.from;
  const [iEnd, jEnd] = [i + a.count, j + b.count];
  while (i < iEnd && j < jEnd) {
    const x = a.words[i] ?? 0;
    const y = b.words[j] ?? 0;
    if (x === y) total += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return total;
}

/** Sum of the squared weights. */
export function squareOf(terms: Terms): number {
  let square = 0;
  for (let i = 0; i < terms.count; i += 1) square += (terms.weights[terms.from + i] ?? 0) ** 2;
  return square;
}

let spread = new Uint8Array(1 << 12);

/**
 * Dot products of one vector with many: it is spread over an array by word once, and each product only looks up.
 * @returns one product for each of `others`, in order.
 */
export function dotMany(terms: Terms, others: readonly Terms[]): number[] {
  if (others.length === 0) return [];
  const end = terms.from + terms.count;
  const highest = terms.words[end - 1] ?? 0;
  while (spread.length <= highest) spread = new Uint8Array(spread.length * 2);
  for (let i = terms.from; i < end; i += 1) spread[terms.words[i] ?? 0] = terms.weights[i] ?? 0;
  const dots = others.map(({ words, weights, from, count }) => {
    let total = 0;
    for (let i = from; i < from + count; i += 1) {
      const word = words[i] ?? 0;
      if (word > highest) break;
      total += (spread[word] ?? 0) * (weights[i] ?? 0);
    }
    return total;
  });
  for (let i = terms.from; i < end; i += 1) spread[terms.words[i] ?? 0] = 0;
  return dots;
}
