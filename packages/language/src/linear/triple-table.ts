import type { Classifier } from './classifier.ts';

/**
 * Hashed features to weights of a three-way choice, one 32-bit slot each: two 12-bit weights (classes 1 and 2 against class 0) and an
 * 8-bit fingerprint. Two megabytes stay in the second-level cache, which is what decides the speed of the parser.
 */
export class TripleTable implements Classifier {
  readonly classes = 3;
  private readonly slots: Int32Array;
  private readonly shift: number;

  constructor(slots: Int32Array) {
    this.slots = slots;
    this.shift = 32 - Math.log2(slots.length);
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { slots, shift } = this;
    let one = 0;
    let two = 0;
    for (let f = 0; f < count; f++) {
      const h = features[f] as number;
      const index = h >>> shift;
      const a = slots[index] as number;
      const b = slots[index ^ 1] as number;
      // All ones where the fingerprint is that of the feature, else zero: without a branch, which would be mispredicted half of the time.
      const hitA = (((a ^ h) & 0xff) - 1) >> 31;
      const hitB = (((b ^ h) & 0xff) - 1) >> 31;
      // At most one of the two is hit: packing sees to it.
      const slot = (a & hitA) | (b & hitB);
      one += slot >> 20;
      two += (slot << 12) >> 20;
    }
    scores[0] = 0;
    scores[1] = one;
    scores[2] = two;
  }
}

/** One trained feature of a three-way choice: weights of classes 1 and 2 less that of class 0, in −2047…2047. */
export interface Triple {
  hash: number;
  one: number;
  two: number;
}

/** Packs trained features into 2^bits slots, the heaviest first; what finds both of its slots taken is dropped. */
export function packTriples(triples: readonly Triple[], bits: number): { slots: Int32Array; dropped: number } {
  const slots = new Int32Array(1 << bits);
  const taken = new Uint8Array(1 << bits);
  const shift = 32 - bits;
  const weight = (t: Triple): number => Math.max(Math.abs(t.one), Math.abs(t.two), Math.abs(t.one - t.two));
  let dropped = 0;
  for (const t of [...triples].sort((a, b) => weight(b) - weight(a) || a.hash - b.hash)) {
    let index = t.hash >>> shift;
    const clash = (i: number): boolean => taken[i] === 1 && (((slots[i] as number) ^ t.hash) & 0xff) === 0;
    if (clash(index) || clash(index ^ 1)) {
      dropped++;
      continue;
    }
    if (taken[index] === 1) index ^= 1;
    if (taken[index] === 1) {
      dropped++;
      continue;
    }
    taken[index] = 1;
    slots[index] = (t.one << 20) | ((t.two & 0xfff) << 8) | (t.hash & 0xff);
  }
  return { slots, dropped };
}
