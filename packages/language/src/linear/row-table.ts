/** Bits of a hash by which a row is known. */
export const fingerprintBits = 12;
const offsetBits = 32 - fingerprintBits;
const offsetMask = (1 << offsetBits) - 1;
const lastFlag = 0x8000;

/** Rows of up to this many weights stand in their slot as pairs of class and weight; longer ones have a weight for each class. */
const shortRow = 4;

/** A RowTable as CompiledRows uses it and as it stands in the weights file: fingerprints apart from rows, rows in a form for each length. */
export interface LaidOutRows {
  classes: number;
  /** One for each slot. */
  fingerprints: Uint16Array;
  /**
   * Two numbers for each slot. A short row is four pairs of bytes, from the lowest on: twice the class, and the weight. Of a long row it is told
   * where it begins in `long`, and one added.
   */
  cells: Int32Array;
  /** Rows of `rowWidth` weights, as signed bytes. */
  long: Uint8Array;
}

/** Places of a long row: as many as there are classes, and up to seven more. */
export const rowWidth = (classes: number): number => Math.ceil(classes / 8) * 8;

/**
 * Hashed features to sparse rows of class weights, for classifiers of up to 128 classes, as they are packed.
 * A slot is 12 bits of fingerprint and a 20-bit offset into `entries`; an entry is an end flag, 7 bits of class and 8 bits of weight.
 */
export class RowTable {
  readonly classes: number;
  private readonly slots: Int32Array;
  private readonly entries: Uint16Array;
  private readonly shift: number;

  constructor(classes: number, slots: Uint32Array, entries: Uint16Array) {
    this.classes = classes;
    this.slots = new Int32Array(slots.buffer, slots.byteOffset, slots.length);
    this.entries = entries;
    this.shift = 32 - Math.log2(slots.length);
  }

  /** The table as CompiledRows uses it. */
  layOut(): LaidOutRows {
    const { slots, entries, classes } = this;
    const width = rowWidth(classes);
    const fingerprints = new Uint16Array(slots.length);
    const cells = new Int32Array(2 * slots.length);
    const long: number[] = [];
    for (const [index, slot] of slots.entries()) {
      // An empty slot must not be found in the place of the other of its pair.
      fingerprints[index] = slot === 0 ? ~((slots[index ^ 1] as number) >>> offsetBits) & 0xfff : slot >>> offsetBits;
      if (slot === 0) continue;
      const begin = slot & offsetMask;
      let end = begin + 1;
      while ((entries[end - 1] as number) < lastFlag) end++;
      const row = entries.subarray(begin, end);
      if (row.length <= shortRow) {
        // What is left of the pairs adds nothing, each to a class of its own: sums in one place would wait for each other.
        const idle = index % Math.max(1, classes - shortRow);
        const [a, b, c, d] = [0, 1, 2, 3].map((k) => (k < row.length ? pairOf(row[k] as number) : 2 * ((idle + k) % classes)));
        cells[2 * index] = (a as number) | ((b as number) << 16);
        cells[2 * index + 1] = (c as number) | ((d as number) << 16);
      } else {
        const weights = Array<number>(width).fill(0);
        for (const entry of row) weights[(entry >> 8) & 0x7f] = ((entry & 0xff) - 128) & 0xff;
        cells[2 * index] = long.length | 1;
        for (const weight of weights) long.push(weight);
      }
    }
    return { classes, fingerprints, cells, long: Uint8Array.from(long) };
  }

  /** Adds the weights of the first `count` features to `scores`. */
  add(features: Int32Array, count: number, scores: Int32Array): void {
    const { slots, entries, shift } = this;
    for (let f = 0; f < count; f++) {
      const hash = features[f] as number;
      const index = hash >>> shift;
      const fingerprint = hash & ((1 << fingerprintBits) - 1);
      const first = slots[index] as number;
      let at = (first >>> offsetBits === fingerprint && first !== 0 ? first : this.slotOf(index ^ 1, fingerprint)) & offsetMask;
      if (at === 0) continue;
      let entry: number;
      do {
        entry = entries[at++] as number;
        const c = (entry >> 8) & 0x7f;
        scores[c] = (scores[c] as number) + (entry & 0xff) - 128;
      } while ((entry & lastFlag) === 0);
    }
  }

  private slotOf(index: number, fingerprint: number): number {
    const slot = this.slots[index] as number;
    return slot >>> offsetBits === fingerprint ? slot : 0;
  }
}

/** Twice the class in the lower byte, the weight in the upper. */
const pairOf = (entry: number): number => ((entry >> 7) & 0xfe) | (((entry ^ 0x80) & 0xff) << 8);

/** A table without rows. */
export const noRows = (classes: number): LaidOutRows => new RowTable(classes, new Uint32Array(2), new Uint16Array(1)).layOut();

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
