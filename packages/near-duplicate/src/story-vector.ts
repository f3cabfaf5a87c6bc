import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { FLAG } from './words.ts';

/** Terms of a vector, and of those how many are looked up in the index. */
const TERMS = 64;
const KEY_TERMS = 20;
/** A unit vector's weights are stored as whole numbers out of this, at most 255. */
export const SCALE = 400;
/** What a word counts for by where and how it stands. Chosen on the dev parts named in docs/quality/near-duplicate.md. */
const TITLE = 2;
const NAME = 1.3;
const LEAD = 3;
const LEAD_WORDS = 40;
/** Words with less rarity than this are in every other article. */
const LEAST_RARITY = 0;
const RARITY_POWER = 1;

/** An article as story clustering sees it. */
export interface StoryVector {
  /** Ascending. */
  words: Uint32Array;
  weights: Uint8Array;
  square: number;
  /** The heaviest words, heaviest first. */
  keys: Uint32Array;
  keyWeights: Uint8Array;
  /** Position of each word's first use, by order of `words`. */
  firstUse: Uint32Array;
}

/** Creates the function that weighs an article's words by how often, where and how they stand, and how rare they are. */
export function createVectorizer(lexicon: Lexicon, maxWords: number): (reading: Reading) => StoryVector {
  const counts = new Float32Array(maxWords);
  return (reading) => {
    const { words: all, firstUse: first, different } = reading;
    counts.fill(0, 0, different);
    for (let i = 0; i < reading.count; i += 1) {
      const k = reading.placeOf[i] ?? 0;
      const flags = reading.scan.flags[i] ?? 0;
      const place = (flags & FLAG.title) !== 0 ? TITLE : i < LEAD_WORDS ? LEAD : 1;
      counts[k] = (counts[k] ?? 0) + place * ((flags & FLAG.capital) !== 0 ? NAME : 1);
    }
    const terms: { word: number; at: number; weight: number }[] = [];
    for (let k = 0; k < different; k += 1) {
      const at = first[k] ?? 0;
      const word = all[at] ?? 0;
      const rarity = lexicon.storyRarity(word) - LEAST_RARITY;
      if (rarity > 0) terms.push({ word, at, weight: (1 + Math.log(counts[k] ?? 1)) * rarity ** RARITY_POWER });
    }
    // Equal weights keep the order of the text: never one that depends on hashing.
    terms.sort((a, b) => b.weight - a.weight);
    terms.length = Math.min(terms.length, TERMS);
    let norm = 0;
    for (const { weight } of terms) norm += weight * weight;
    const scale = SCALE / (Math.sqrt(norm) || 1);
    terms.sort((a, b) => a.word - b.word);
    const weights = Uint8Array.from(terms, (t) => Math.max(1, Math.min(255, Math.round(t.weight * scale))));
    let square = 0;
    for (const weight of weights) square += weight * weight;
    const words = Uint32Array.from(terms, (t) => t.word);
    const order = heaviest(weights);
    return {
      words,
      weights,
      square,
      keys: order.map((i) => words[i] ?? 0),
      keyWeights: Uint8Array.from(order, (i) => weights[i] ?? 0),
      firstUse: Uint32Array.from(terms, (t) => t.at),
    };
  };
}

/** Places of the heaviest words, heaviest first. */
function heaviest(weights: Uint8Array): Uint32Array {
  // Weight and place in one number sort without a comparing function.
  const order = new Uint32Array(weights.length);
  for (let i = 0; i < weights.length; i += 1) order[i] = (255 - (weights[i] ?? 0)) * 65536 + i;
  return order
    .sort()
    .slice(0, KEY_TERMS)
    .map((packed) => packed & 0xffff);
}

/** The heaviest words of a vector, heaviest first: those under which it stands in the index. */
export function keysOf(words: Uint32Array, weights: Uint8Array): Uint32Array {
  return heaviest(weights).map((i) => words[i] ?? 0);
}
