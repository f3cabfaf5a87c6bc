import type { Vocabulary } from './vocabulary.ts';

/** How rare words are: the window's document counts blended with a background table. */
export interface Lexicon {
  vocabulary: Vocabulary;
  /** Documents in the window. */
  documents: number;
  /** -ln of the share of documents that have the word. */
  weight: (word: number) => number;
  /** The word stands in more than `own` documents of the window or in the background table: no slip of a scanner. */
  known: (word: number, own: number) => boolean;
}

/** Documents that the background counts for: with fewer in the window it leads, with many more the window does. */
const BACKGROUND_DOCUMENTS = 400;

/** Background share above that of a word missing in the table. */
const KNOWN_SHARE = 0.001;

export function createLexicon(vocabulary: Vocabulary): Lexicon {
  const lexicon: Lexicon = {
    vocabulary,
    documents: 0,
    weight: (word) =>
      -Math.log(
        ((vocabulary.documents[word] ?? 0) + BACKGROUND_DOCUMENTS * (vocabulary.background[word] ?? 0)) /
          (lexicon.documents + BACKGROUND_DOCUMENTS),
      ),
    known: (word, own) => (vocabulary.documents[word] ?? 0) > own || (vocabulary.background[word] ?? 0) > KNOWN_SHARE,
  };
  return lexicon;
}
