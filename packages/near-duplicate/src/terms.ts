/** A sparse vector of whole numbers: words in ascending order and their weights (1..255), a stretch of larger arrays. */
export interface Terms {
  words: Uint32Array;
  weights: Uint8Array;
  from: number;
  count: number;
}
