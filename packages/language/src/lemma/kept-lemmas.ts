import type { Words } from '../lexicon/words.ts';
import type { Lemmatiser } from './lemmatiser.ts';

/** Places for lemmas; a later one takes the place of an earlier one. */
const places = 1 << 17;

/** Lemmas by word id and tag, so that each is worked out once. */
export class KeptLemmas {
  private readonly lemmatiser: Lemmatiser;
  private readonly words: Words;
  private readonly tags: readonly (readonly [upos: string, xpos: string])[];
  /** Key of the lemma in each place, 0 where there is none (word 0 is no word). */
  private readonly keys = new Int32Array(places);
  private readonly lemmas = Array<string>(places).fill('');
  private generation = 0;

  constructor(lemmatiser: Lemmatiser, words: Words, tags: readonly (readonly [upos: string, xpos: string])[]) {
    this.lemmatiser = lemmatiser;
    this.words = words;
    this.tags = tags;
  }

  /** The lemma of a word (its id and text) with a tag (index into the tags). */
  lemma(id: number, text: string, tag: number): string {
    if (this.generation !== this.words.generation) {
      this.keys.fill(0);
      this.generation = this.words.generation;
    }
    const key = id * 256 + tag;
    // Words are numbered as they are met: the frequent ones stand apart. The tag only tells the places of one word apart.
    const place = (id * 4 + (tag & 3)) & (places - 1);
    if (this.keys[place] === key) return this.lemmas[place] as string;
    const [upos, xpos] = this.tags[tag] as readonly [string, string];
    const lemma = this.lemmatiser.lemma(text, upos, xpos);
    this.keys[place] = key;
    this.lemmas[place] = lemma;
    return lemma;
  }
}
