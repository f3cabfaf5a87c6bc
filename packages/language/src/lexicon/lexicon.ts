import { phraseKeyOf, phraseKind } from './phrases.ts';
import type { HashMap } from './hash-map.ts';
import { nounSense, partsOfSpeech, wordFlag } from './word-class.ts';
import { classKey, normalise } from './words.ts';

/** Lexicographer file of persons in WordNet, counted as in word-class.ts. */
const personSense = 16;
const groupSense = 12;

/** What the lexicon says of words and names, for rules beyond the sentence. */
export interface Lexicon {
  /** True when the first sense of a noun's lemma is a person ("spokesman"). */
  isPersonNoun(lemma: string): boolean;
  /** True when the first sense of a noun's lemma is a group ("ministry"). */
  isGroupNoun(lemma: string): boolean;
  /** Which genders a given name is listed for; both or none when it tells nothing. */
  genderOf(givenName: string): 'female' | 'male' | undefined;
  /** Kinds under which the gazetteers list a name. */
  kindsOf(name: string): (keyof typeof phraseKind)[];
  /** WordNet's parts of speech of a lower-case word, as bits (1 noun, 2 verb, 4 adjective, 8 adverb). */
  partsOf(word: string): number;
}

export function createLexicon(classes: HashMap, phrases: HashMap): Lexicon {
  const classOf = (word: string): number => classes.get(classKey(normalise(word.length > 40 ? word.slice(0, 40) : word)));
  return {
    isPersonNoun: (lemma) => nounSense(classOf(lemma)) === personSense,
    isGroupNoun: (lemma) => nounSense(classOf(lemma)) === groupSense,
    genderOf(givenName) {
      const both = classOf(givenName) & (wordFlag.female | wordFlag.male);
      return both === wordFlag.female ? 'female' : both === wordFlag.male ? 'male' : undefined;
    },
    kindsOf(name) {
      const kinds = phrases.get(phraseKeyOf(name.slice(0, 200)).key);
      return (Object.keys(phraseKind) as (keyof typeof phraseKind)[]).filter((k) => (kinds & phraseKind[k]) !== 0);
    },
    partsOf: (word) => partsOfSpeech(classOf(word)),
  };
}
