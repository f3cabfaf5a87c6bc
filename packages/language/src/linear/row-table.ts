import type { Classifier } from './classifier.ts';

const fingerprintBits = 12;
const offsetBits = 32 - fingerprintBits;
const offsetMask = (1 << offsetBits) - 1;
/** Features looked up at once, at most. */
const most = 128;
const lastFlag = 0x8000;

/**
 * Hashed features to sparse rows of class weights, for classifiers of up to 128 classes.
 * A slot is 12 bits of fingerprint and a 20-bit offset into `entries`; an entry is an end flag, 7 bits of class and 8 bits of weight.
 */
export class RowTable implements Classifier {
  readonly classes: number;
  private readonly slots: Int32Array;
  private readonly entries: Uint16Array;
  private readonly shift: number;
  private readonly rows = new Int32Array(most + 1);

  constructor(classes: number, slots: Uint32Array, entries: Uint16Array) {
    this.classes = classes;
    this.slots = new Int32Array(slots.buffer, slots.byteOffset, slots.length);
    this.entries = entries;
    this.shift = 32 - Math.log2(slots.length);
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0, 0, this.classes);
    this.add(features, 0, count, scores);
  }

  /** Adds the weights of features `from` (inclusive) to `to` (exclusive) to `scores`. */
  add(features: Int32Array, from: number, to: number, scores: Int32Array): void {
    const { entries, rows } = this;
    const count = this.find(features, from, to);
    for (let r = 0; r < count; r++) {
      let at = rows[r] as number;
      let entry: number;
      do {
        entry = entries[at++] as number;
        const c = (entry >> 8) & 0x7f;
        scores[c] = (scores[c] as number) + (entry & 0xff) - 128;
      } while ((entry & lastFlag) === 0);
    }
  }

  /** Lists the rows of features; returns their number. First all look-ups, without a branch, so that the memory answers them side by side. */
  private find(features: Int32Array, from: number, to: number): number {
    const { slots, entries, rows, shift } = this;
    let n = 0;
    let touched = 0;
    for (let f = from; f < to; f++) {
      const h = features[f] as number;
      const index = h >>> shift;
      const a = slots[index] as number;
      const b = slots[index ^ 1] as number;
      // All ones where the fingerprint is that of the feature, else zero; an empty slot leads to row 0, which is none.
      const hitA = (((a >>> offsetBits) ^ (h & 0xfff)) - 1) >> 31;
      const hitB = (((b >>> offsetBits) ^ (h & 0xfff)) - 1) >> 31;
      const row = (a & offsetMask & hitA) | (b & offsetMask & hitB);
      rows[n] = row;
      n += -row >>> 31;
      touched += entries[row] as number;
    }
    // Kept, so that the first look at each row is not left out as useless.
    rows[most] = touched;
    return n;
  }
}

/** One trained feature: its hash and its class weights (already scaled to −127…127). */
export interface Row {
  hash: number;
  weights: readonly (readonly [classIndex: number, weight: number])[];
  /** Rows of higher importance are placed first; what finds no free slot is dropped. */
  importance: number;
}

/** Packs trained rows into the two arrays of a RowTable with 2^bits slots. Deterministic: ties are ordered by hash. */
export function packRows(rows: readonly Row[], bits: number): { slots: Uint32Array; entries: Uint16Array; dropped: number } {
  const slots = new Uint32Array(1 << bits);
  const entries: number[] = [0];
  const shift = 32 - bits;
  let dropped = 0;
  for (const row of [...rows].sort((a, b) => b.importance - a.importance || a.hash - b.hash)) {
    const fingerprint = row.hash & 0xfff;
    let index = row.hash >>> shift;
    if (
      sameFingerprint(slots[index], fingerprint) ||
      sameFingerprint(slots[index ^ 1], fingerprint) ||
      entries.length + row.weights.length > offsetMask
    ) {
      dropped++;
      continue;
    }
    if (slots[index] !== 0) index ^= 1;
    if (slots[index] !== 0) {
      dropped++;
      continue;
    }
    slots[index] = ((fingerprint << (32 - fingerprintBits)) | entries.length) >>> 0;
    row.weights.forEach(([c, w], i) => entries.push((i === row.weights.length - 1 ? lastFlag : 0) | (c << 8) | (w + 128)));
  }
  return { slots, entries: Uint16Array.from(entries), dropped };
}

function sameFingerprint(slot: number | undefined, fingerprint: number): boolean {
  return slot !== undefined && slot !== 0 && slot >>> (32 - fingerprintBits) === fingerprint;
}
