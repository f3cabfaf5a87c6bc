/**
 * Hashed features to weights of a three-way choice, as CompiledTriples uses them and as they stand in the weights file: one byte of
 * fingerprint for each slot, and a number with two weights of 16 bits, those of class 1 (in the lower half) and class 2 against class 0.
 */
export interface LaidOutTriples {
  fingerprints: Uint8Array;
  weights: Int32Array;
}

/** Lays out slots of 32 bits: two 12-bit weights and an 8-bit fingerprint. */
export function layOutTriples(slots: Int32Array): LaidOutTriples {
  return {
    // An empty slot must not be found in the place of the other of its pair.
    fingerprints: Uint8Array.from(slots, (slot, index) => (slot === 0 ? ~(slots[index ^ 1] as number) : slot) & 0xff),
    weights: Int32Array.from(slots, (slot) => (((slot << 12) >> 20) << 16) | ((slot >> 20) & 0xffff)),
  };
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
