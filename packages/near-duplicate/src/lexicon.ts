import { naturalLog } from './logarithm.ts';
import { FIELD, ROW, ROW_BITS, type Vocabulary } from './vocabulary.ts';

/** How rare words are: the window's document counts blended with a background table. */
export interface Lexicon {
  vocabulary: Vocabulary;
  /** Documents in the window. */
  documents: number;
  /** Writes -ln of the share of documents that have each word to `out`, and 1 to `strange` for a word that nobody else has (not `known`), else 0. */
  weights: (words: Uint32Array, count: number, out: Float32Array, strange: Uint8Array) => void;
  /** Writes the same for stories: the background leads, since the words of a great story are common in the window and still tell it apart. */
  storyRarities: (words: Uint32Array, count: number, out: Float64Array) => void;
  /** The word stands in more than `own` documents of the window or in the background table: no slip of a scanner. */
  known: (word: number, own: number) => boolean;
}

/** Documents that the background counts for: with fewer in the window it leads, with many more the window does. */
const BACKGROUND_DOCUMENTS = 400;

/** Background share above that of a word missing in the table. */
const KNOWN_SHARE = 0.001;

/** Documents the background counts for in stories, with a table and without. */
const STORY_BACKGROUND = 2_000;
const STORY_NO_BACKGROUND = 50;
/** The window counts for at most this many documents in stories: a fuller window must not push rare words further and further apart from the others. */
const STORY_WINDOW = 1_000;

/** @param hasTable there is a background table for the language. */
export function createLexicon(vocabulary: Vocabulary, hasTable: boolean): Lexicon {
  const storyBackground = hasTable ? STORY_BACKGROUND : STORY_NO_BACKGROUND;
  const documentsOf = (word: number): number => vocabulary.rows[word * ROW + FIELD.documents] ?? 0;
  const backgroundOf = (word: number): number => vocabulary.floats[word * ROW + FIELD.background] ?? 0;
  const lexicon: Lexicon = {
    vocabulary,
    documents: 0,
    weights(words, count, out, strange) {
      const { rows, floats } = vocabulary;
      const all = Math.log(lexicon.documents + BACKGROUND_DOCUMENTS);
      for (let k = 0; k < count; k += 1) {
        const row = (words[k] ?? 0) << ROW_BITS;
        const documents = rows[row + FIELD.documents] ?? 0;
        const share = floats[row + FIELD.background] ?? 0;
        out[k] = all - naturalLog(documents + BACKGROUND_DOCUMENTS * share);
        strange[k] = documents === 0 && share <= KNOWN_SHARE ? 1 : 0;
      }
    },
    storyRarities(words, count, out) {
      const { rows, floats } = vocabulary;
      const counted = Math.min(lexicon.documents, STORY_WINDOW);
      const share = lexicon.documents === 0 ? 0 : counted / lexicon.documents;
      for (let k = 0; k < count; k += 1) {
        const row = (words[k] ?? 0) << ROW_BITS;
        const documents = (rows[row + FIELD.documents] ?? 0) * share + storyBackground * (floats[row + FIELD.background] ?? 0);
        out[k] = -Math.log(documents / (counted + storyBackground));
      }
    },
    known: (word, own) => documentsOf(word) > own || backgroundOf(word) > KNOWN_SHARE,
  };
  return lexicon;
}
