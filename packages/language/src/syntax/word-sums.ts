import type { Words } from '../lexicon/words.ts';
import type { CompiledRows } from '../linear/compiled-rows.ts';
import { setOwnValues } from './tag-features.ts';

/** The tagger's sums over the features of a word alone, kept by word: the same word always adds the same. */
export class WordSums {
  private readonly words: Words;
  private readonly classifier: CompiledRows;
  private readonly kept: number;
  private readonly known: Uint8Array;
  private generation: number;

  /**
   * @param classifier has room for one sum more than are kept
   * @param kept words whose sums are kept: the first ones met are the frequent ones
   */
  constructor(words: Words, classifier: CompiledRows, kept: number) {
    this.words = words;
    this.classifier = classifier;
    this.kept = kept;
    this.known = new Uint8Array(kept);
    this.generation = words.generation;
  }

  /** Lets the classifier add the sum of a word; it is worked out if it is not known. */
  choose(w: number): void {
    const { classifier, kept, known } = this;
    classifier.keptRow[0] = w < kept ? w : kept;
    if (w < kept && known[w] === 1) return;
    setOwnValues(this.words, w, classifier.keptValues);
    classifier.keep();
    if (w < kept) known[w] = 1;
  }

  /** Forgets everything when the word table was emptied since. */
  follow(): void {
    if (this.generation === this.words.generation) return;
    this.generation = this.words.generation;
    this.known.fill(0);
  }
}
