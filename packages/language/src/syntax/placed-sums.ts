import type { Words } from '../lexicon/words.ts';
import type { CompiledRows } from '../linear/compiled-rows.ts';
import type { RowTable } from '../linear/row-table.ts';
import { placedFeatures, positions, tagFeatureRoom } from './tag-features.ts';

/** Rows of sums for so many words, those of a word side by side; behind the last stand those of a word that is not kept. */
export const placedRows = (kept: number): number => (kept + positions.length) * positions.length;

/**
 * The tagger's sums over the features of single words, kept by word and position: the same word in the same place always adds the
 * same, and these features have the longest rows.
 */
export class PlacedSums {
  private readonly words: Words;
  private readonly table: RowTable;
  private readonly compiled: CompiledRows;
  private readonly kept: number;
  private readonly known: readonly Uint8Array[];
  private readonly features = new Int32Array(tagFeatureRoom);
  private readonly row: Int32Array;
  private generation: number;

  /**
   * @param compiled the classifier that adds the sums; it has room for `placedRows` of them
   * @param kept words whose sums are kept: the first ones met are the frequent ones
   */
  constructor(words: Words, table: RowTable, compiled: CompiledRows, kept: number) {
    this.kept = kept;
    this.known = positions.map(() => new Uint8Array(kept));
    this.words = words;
    this.table = table;
    this.compiled = compiled;
    this.row = new Int32Array(table.classes);
    this.generation = words.generation;
  }

  /** Tells the classifier the sums of the words around place `p` of the sentence's words, each in its position. */
  set(ids: Int32Array, p: number): void {
    const { starts } = this.compiled;
    starts[0] = this.at(ids[p] as number, 0);
    starts[1] = this.at(ids[p - 1] as number, 1);
    starts[2] = this.at(ids[p + 1] as number, 2);
    starts[3] = this.at(ids[p - 2] as number, 3);
    starts[4] = this.at(ids[p + 2] as number, 4);
  }

  /** Where the row of a word and position begins; it is worked out if it is not known. */
  private at(w: number, index: number): number {
    const { kept } = this;
    const known = this.known[index] as Uint8Array;
    // Words that are not kept have a place for each position: several may stand in one sentence.
    const start = ((w < kept ? w : kept + index) * positions.length + index) * this.compiled.width;
    if (w >= kept || known[w] === 0) this.fill(w, index, start);
    return start;
  }

  /** Forgets everything when the word table was emptied since. */
  follow(): void {
    if (this.generation === this.words.generation) return;
    this.generation = this.words.generation;
    for (const k of this.known) k.fill(0);
  }

  private fill(w: number, index: number, start: number): void {
    const { row, features, table } = this;
    row.fill(0);
    table.add(features, placedFeatures(this.words, w, positions[index] as (typeof positions)[number], features, 0), row);
    this.compiled.sums.set(row, start);
    if (w < this.kept) (this.known[index] as Uint8Array)[w] = 1;
  }
}
