/** Bits of a hash by which a row is known. */
export const fingerprintBits = 12;
const offsetBits = 32 - fingerprintBits;
const offsetMask = (1 << offsetBits) - 1;
const lastFlag = 0x8000;

/** Rows of up to this many weights stand in their slot as pairs of class and weight; longer ones have a weight for each class. */
const shortRow = 4;

/** A RowTable as CompiledRows uses it: fingerprints apart from rows, rows in a form for each length. */
export interface UnpackedRows {
  /** One for each slot. */
  fingerprints: Uint16Array;
  /**
   * Two numbers for each slot. A short row is four pairs of bytes, from the lowest on: twice the class, and the weight. Of a long row it is told
   * where it begins in `long`, and one added.
   */
  cells: Int32Array;
  /** Rows of `width` weights, `longRows` of them. */
  long: Int8Array;
  /** A multiple of two. */
  width: number;
}

/**
 * Hashed features to sparse rows of class weights, for classifiers of up to 128 classes; CompiledRows is made of it.
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

  /** Number of slots; there are fewer rows. */
  get size(): number {
    return this.slots.length;
  }

  /** Number of rows that do not stand in their slot. */
  get longRows(): number {
    const { entries } = this;
    let count = 0;
    let begin = 1;
    for (let at = 1; at < entries.length; at++) {
      if ((entries[at] as number) < lastFlag) continue;
      if (at - begin >= shortRow) count++;
      begin = at + 1;
    }
    return count;
  }

  /** Writes the table as CompiledRows uses it; the arrays are zero before. */
  unpack({ fingerprints, cells, long, width }: UnpackedRows): void {
    const { slots, entries, classes } = this;
    let next = 0;
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index] as number;
      // An empty slot must not be found in the place of the other of its pair.
      fingerprints[index] = slot === 0 ? ~((slots[index ^ 1] as number) >>> offsetBits) & 0xfff : slot >>> offsetBits;
      if (slot === 0) continue;
      const begin = slot & offsetMask;
      let end = begin;
      while ((entries[end] as number) < lastFlag) end++;
      if (end - begin < shortRow) {
        // What is left of the pairs adds nothing, each to a class of its own: sums in one place would wait for each other.
        const pair = (at: number): number => (at <= end ? pairOf(entries[at] as number) : 2 * ((index + at) % classes));
        cells[2 * index] = pair(begin) | (pair(begin + 1) << 16);
        cells[2 * index + 1] = pair(begin + 2) | (pair(begin + 3) << 16);
        continue;
      }
      cells[2 * index] = next | 1;
      for (let at = begin; at <= end; at++) {
        const entry = entries[at] as number;
        long[next + ((entry >> 8) & 0x7f)] = (entry & 0xff) - 128;
      }
      next += width;
    }
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
export const noRows = (classes: number): RowTable => new RowTable(classes, new Uint32Array(2), new Uint16Array(1));

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
