import type { Words } from '../lexicon/words.ts';
import type { Lemmatiser } from './lemmatiser.ts';

/** Lemmas kept at most; then all are forgotten. */
const most = 1 << 16;

/** Lemmas by word id and tag, so that each is worked out once. */
export class KeptLemmas {
  private readonly lemmatiser: Lemmatiser;
  private readonly words: Words;
  private readonly tags: readonly (readonly [upos: string, xpos: string])[];
  private readonly lemmas = new Map<number, string>();
  private generation = 0;

  constructor(lemmatiser: Lemmatiser, words: Words, tags: readonly (readonly [upos: string, xpos: string])[]) {
    this.lemmatiser = lemmatiser;
    this.words = words;
    this.tags = tags;
  }

  /** The lemma of a word (its id and text) with a tag (index into the tags). */
  lemma(id: number, text: string, tag: number): string {
    if (this.generation !== this.words.generation || this.lemmas.size > most) {
      this.lemmas.clear();
      this.generation = this.words.generation;
    }
    const key = id * 256 + tag;
    const known = this.lemmas.get(key);
    if (known !== undefined) return known;
    const [upos, xpos] = this.tags[tag] as readonly [string, string];
    const lemma = this.lemmatiser.lemma(text, upos, xpos);
    this.lemmas.set(key, lemma);
    return lemma;
  }
}
