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
    this.sums = positions.map(() => new Int16Array(kept * table.classes));
    this.known = positions.map(() => new Uint8Array(kept));
    this.row = new Int32Array(table.classes);
    this.generation = words.generation;
  }

  /** Adds the sums of word `w` at the position with this index in `positions`. */
  add(w: number, positionIndex: number, scores: Int32Array): void {
    const { classes } = this.table;
    if (w >= kept) {
      const n = placedFeatures(this.words, w, positions[positionIndex] as (typeof positions)[number], this.features, 0);
      this.table.add(this.features, 0, n, scores);
      return;
    }
    const known = this.known[positionIndex] as Uint8Array;
    const sums = this.sums[positionIndex] as Int16Array;
    const at = w * classes;
    if (known[w] === 0) this.fill(w, positionIndex, sums, at, known);
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (sums[at + c] as number);
  }

  /** Forgets everything when the word table was emptied since. */
  follow(): void {
    if (this.generation === this.words.generation) return;
    this.generation = this.words.generation;
    for (const k of this.known) k.fill(0);
  }

  private fill(w: number, positionIndex: number, sums: Int16Array, at: number, known: Uint8Array): void {
    const { row, features } = this;
    row.fill(0);
    this.table.add(features, 0, placedFeatures(this.words, w, positions[positionIndex] as (typeof positions)[number], features, 0), row);
    sums.set(row, at);
    known[w] = 1;
  }
}
