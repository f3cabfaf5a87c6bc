/** A sparse vector of whole numbers: words in ascending order and their weights (1..255), a stretch of larger arrays. */
export interface Terms {
  words: Uint32Array;
  weights: Uint8Array;
  from: number;
  count: number;
}

let spread = new Uint8Array(1 << 12);

/**
 * Dot products of one vector with many: it is spread over an array by word once, and each product only looks up.
 * @returns one product for each of the first `count` of `others`, in order.
 */
export function dotMany({ words, weights, from, count: size }: Terms, others: readonly Terms[], count = others.length): number[] {
  const end = from + size;
  const highest = words[end - 1] ?? 0;
  while (spread.length <= highest) spread = new Uint8Array(spread.length * 2);
  for (let i = from; i < end; i += 1) spread[words[i] ?? 0] = weights[i] ?? 0;
  const dots: number[] = [];
  for (let k = 0; k < count; k += 1) {
    const other = others[k];
    let total = 0;
    if (other !== undefined) {
      for (let i = other.from; i < other.from + other.count; i += 1) {
        const word = other.words[i] ?? 0;
        if (word > highest) break;
        total += (spread[word] ?? 0) * (other.weights[i] ?? 0);
      }
    }
    dots.push(total);
  }
  for (let i = from; i < end; i += 1) spread[words[i] ?? 0] = 0;
  return dots;
}
