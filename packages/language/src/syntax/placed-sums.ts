import type { Words } from '../lexicon/words.ts';
import type { RowTable } from '../linear/row-table.ts';
import { placedFeatures, positions, tagFeatureRoom } from './tag-features.ts';

/** Words whose sums are kept: the first ones met are the frequent ones. */
const kept = 1 << 14;

/**
 * The tagger's sums over the features of single words, kept by word and position: the same word in the same place always adds the
 * same, and these features have the longest rows.
 */
export class PlacedSums {
  private readonly words: Words;
  private readonly table: RowTable;
  private readonly sums: Int16Array[];
  private readonly known: Uint8Array[];
  private readonly features = new Int32Array(tagFeatureRoom);
  private readonly row: Int32Array;
  private generation: number;

  constructor(words: Words, table: RowTable) {
    this.words = words;
    this.table = table;
    this.sums = positions.map(() => new Int16Array((kept + 1) * table.classes));
    this.known = positions.map(() => new Uint8Array(kept));
    this.row = new Int32Array(table.classes);
    this.generation = words.generation;
  }

  /** Sets `scores` to the sums of the words around place `p` of the sentence's words, each in its position. */
  load(ids: Int32Array, p: number, scores: Int32Array): void {
    const { classes } = this.table;
    const own = this.at(ids[p] as number, 0);
    const left = this.at(ids[p - 1] as number, 1);
    const right = this.at(ids[p + 1] as number, 2);
    const left2 = this.at(ids[p - 2] as number, 3);
    const right2 = this.at(ids[p + 2] as number, 4);
    const [a, b, c, d, e] = this.sums as [Int16Array, Int16Array, Int16Array, Int16Array, Int16Array];
    // One pass over five rows: five passes that each add one row take twice the time.
    for (let k = 0; k < classes; k++) {
      scores[k] =
        (a[own + k] as number) + (b[left + k] as number) + (c[right + k] as number) + (d[left2 + k] as number) + (e[right2 + k] as number);
    }
  }

  /** Where the row of a word stands in the sums of a position; it is worked out if it is not known. */
  private at(w: number, positionIndex: number): number {
    const known = this.known[positionIndex] as Uint8Array;
    const row = w < kept ? w : kept;
    if (w >= kept || known[w] === 0) this.fill(w, positionIndex, row);
    return row * this.table.classes;
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
    (this.sums[positionIndex] as Int16Array).set(row, place * table.classes);
    // The place after the last is for words that are not kept: filled again each time.
    if (place < kept) (this.known[positionIndex] as Uint8Array)[place] = 1;
  }
}
