import { naturalLog } from './logarithm.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How rare words are: the window's document counts blended with a background table. */
export interface Lexicon {
  vocabulary: Vocabulary;
  /** Documents in the window. */
  documents: number;
  /** -ln of the share of documents that have the word. */
  weight: (word: number) => number;
  /** The same for stories: the background leads, since the words of a great story are common in the window and still tell it apart. */
  storyRarity: (word: number) => number;
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

/** @param hasTable there is a background table for the language. */
export function createLexicon(vocabulary: Vocabulary, hasTable: boolean): Lexicon {
  const storyBackground = hasTable ? STORY_BACKGROUND : STORY_NO_BACKGROUND;
  const lexicon: Lexicon = {
    vocabulary,
    documents: 0,
    weight: (word) =>
      naturalLog(lexicon.documents + BACKGROUND_DOCUMENTS) -
      naturalLog((vocabulary.documents[word] ?? 0) + BACKGROUND_DOCUMENTS * (vocabulary.background[word] ?? 0)),
    storyRarity: (word) =>
      -Math.log(
        ((vocabulary.documents[word] ?? 0) + storyBackground * (vocabulary.background[word] ?? 0)) / (lexicon.documents + storyBackground),
      ),
    known: (word, own) => (vocabulary.documents[word] ?? 0) > own || (vocabulary.background[word] ?? 0) > KNOWN_SHARE,
  };
  return lexicon;
}
