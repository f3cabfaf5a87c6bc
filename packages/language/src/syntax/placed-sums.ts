import type { Words } from '../lexicon/words.ts';
import type { RowTable } from '../linear/row-table.ts';
import { placedFeatures, positions, tagFeatureRoom } from './tag-features.ts';

/** Words whose sums are kept: the first ones met are the frequent ones. */
const kept = 1 << 14;
/** Added to each sum of a position, so that none is negative: a position has at most 16 features, of at most 128 each. */
const lift = 1 << 12;

/**
 * The tagger's sums over the features of single words, kept by word and position: the same word in the same place always adds the
 * same, and these features have the longest rows. Two classes share a number, sixteen bits each: half as many additions.
 */
export class PlacedSums {
  private readonly words: Words;
  private readonly table: RowTable;
  private readonly sums: Int32Array[];
  /** Numbers of a row. */
  private readonly width: number;
  private readonly known: Uint8Array[];
  private readonly features = new Int32Array(tagFeatureRoom);
  private readonly row: Int32Array;
  private generation: number;

  constructor(words: Words, table: RowTable) {
    this.words = words;
    this.table = table;
    this.width = (table.classes + 1) >> 1;
    this.sums = positions.map(() => new Int32Array((kept + 1) * this.width));
    this.known = positions.map(() => new Uint8Array(kept));
    this.row = new Int32Array(table.classes);
    this.generation = words.generation;
  }

  /** Sets `scores` (one longer than there are classes) to the sums of the words around place `p` of the sentence's words, each in its position. */
  load(ids: Int32Array, p: number, scores: Int32Array): void {
    const { width } = this;
    const own = this.at(ids[p] as number, 0);
    const left = this.at(ids[p - 1] as number, 1);
    const right = this.at(ids[p + 1] as number, 2);
    const left2 = this.at(ids[p - 2] as number, 3);
    const right2 = this.at(ids[p + 2] as number, 4);
    const [a, b, c, d, e] = this.sums as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    // One pass over five rows: five passes that each add one row take twice the time.
    for (let k = 0; k < width; k++) {
      const two =
        ((a[own + k] as number) +
          (b[left + k] as number) +
          (c[right + k] as number) +
          (d[left2 + k] as number) +
          (e[right2 + k] as number)) |
        0;
      scores[2 * k] = (two & 0xffff) - 5 * lift;
      scores[2 * k + 1] = (two >>> 16) - 5 * lift;
    }
  }

  /** Where the row of a word stands in the sums of a position; it is worked out if it is not known. */
  private at(w: number, positionIndex: number): number {
    const known = this.known[positionIndex] as Uint8Array;
    const row = w < kept ? w : kept;
    if (w >= kept || known[w] === 0) this.fill(w, positionIndex, row);
    return row * this.width;
  }

  /** Forgets everything when the word table was emptied since. */
  follow(): void {
    if (this.generation === this.words.generation) return;
    this.generation = this.words.generation;
    for (const k of this.known) k.fill(0);
  }

  private fill(w: number, positionIndex: number, place: number): void {
    const { row, features, table } = this;
    row.fill(0);
    table.add(features, 0, placedFeatures(this.words, w, positions[positionIndex] as (typeof positions)[number], features, 0), row);
    const sums = this.sums[positionIndex] as Int32Array;
    for (let k = 0; k < this.width; k++)
      sums[place * this.width + k] = ((row[2 * k] as number) + lift) | (((row[2 * k + 1] ?? 0) + lift) << 16);
    // The place after the last is for words that are not kept: filled again each time.
    if (place < kept) (this.known[positionIndex] as Uint8Array)[place] = 1;
  }
}
