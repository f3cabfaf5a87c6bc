import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { MOST_TERMS } from './packed-terms.ts';
import type { Terms } from './terms.ts';
import { sortShort } from './short-sort.ts';
import { FLAG } from './words.ts';

/** Terms of a vector, and of those how many are looked up in the index. */
const TERMS = MOST_TERMS;
export const KEY_TERMS = 16;
/** A unit vector's weights are stored as whole numbers out of this, at most 255. */
export const SCALE = 400;
/** What a word counts for by where and how it stands. Chosen on the dev parts named in docs/quality/near-duplicate.md. */
const TITLE = 2;
const NAME = 1.3;
const LEAD = 3;
const LEAD_WORDS = 40;
/** Weights are compared to a part in so many; places in an article are below this. */
const STEPS = 1 << 16;
const PLACES = 1 << 24;

/** A vector's heaviest words, heaviest first. */
export interface KeyVector {
  keys: Uint32Array;
  keyWeights: Uint8Array;
  keyCount: number;
}

/** An article as story clustering sees it, in scratch arrays that the next one overwrites. */
export interface StoryVector extends Terms, KeyVector {
  square: number;
  /** Position of each word's first use, by order of `words`. */
  firstUse: Uint32Array;
}

/** Creates the function that weighs an article's words by how often, where and how they stand, and how rare they are. */
export function createVectorizer(lexicon: Lexicon, maxWords: number): (reading: Reading) => StoryVector {
  const counts = new Float32Array(maxWords);
  const weightOf = new Float64Array(maxWords);
  const rarities = new Float64Array(maxWords);
  let order = new Float64Array(1 << 8); // weight and place in one number sort without a comparing function
  const vector: StoryVector = {
    words: new Uint32Array(TERMS),
    weights: new Uint8Array(TERMS),
    from: 0,
    count: 0,
    square: 0,
    keys: new Uint32Array(KEY_TERMS),
    keyWeights: new Uint8Array(KEY_TERMS),
    keyCount: 0,
    firstUse: new Uint32Array(TERMS),
  };

  const count = ({ scan, placeOf, different, count: size }: Reading): void => {
    counts.fill(0, 0, different);
    for (let i = 0; i < size; i += 1) {
      const k = placeOf[i] ?? 0;
      const flags = scan.flags[i] ?? 0;
      const place = (flags & FLAG.title) !== 0 ? TITLE : i < LEAD_WORDS ? LEAD : 1;
      counts[k] = (counts[k] ?? 0) + place * ((flags & FLAG.capital) !== 0 ? NAME : 1);
    }
  };

  return (reading) => {
    const { distinct, firstUse, different } = reading;
    count(reading);
    while (order.length < different) order = new Float64Array(order.length * 2);
    lexicon.storyRarities(distinct, different, rarities);
    let n = 0;
    for (let k = 0; k < different; k += 1) {
      const rarity = rarities[k] ?? 0;
      if (rarity <= 0) continue;
      const weight = (1 + logOf(counts[k] ?? 1)) * rarity;
      weightOf[k] = weight;
      // Equal weights keep the order of the text: never one that depends on hashing.
      order[n] = k - Math.round(weight * STEPS) * PLACES;
      n += 1;
    }
    sortShort(order, n);
    n = Math.min(n, TERMS);
    let norm = 0;
    for (let i = 0; i < n; i += 1) {
      const k = (((order[i] ?? 0) % PLACES) + PLACES) % PLACES;
      norm += (weightOf[k] ?? 0) ** 2;
      order[i] = (distinct[k] ?? 0) * PLACES + k;
    }
    const scale = SCALE / (Math.sqrt(norm) || 1);
    sortShort(order, n);
    vector.count = n;
    vector.square = 0;
    for (let i = 0; i < n; i += 1) {
      const k = (order[i] ?? 0) % PLACES;
      const weight = Math.max(1, Math.min(255, Math.round((weightOf[k] ?? 0) * scale)));
      vector.words[i] = distinct[k] ?? 0;
      vector.weights[i] = weight;
      vector.firstUse[i] = firstUse[k] ?? 0;
      vector.square += weight * weight;
    }
    vector.keyCount = heaviest(vector, vector.keys, vector.keyWeights);
    return vector;
  };
}

const heaviestScratch = new Uint32Array(KEY_TERMS + 1);

/** Logarithms asked for again and again: most words stand once in an article, or once in its title or lead. */
const asked = new Float64Array(1 << 8);
const answers = new Float64Array(asked.length);
function logOf(count: number): number {
  const at = (count * 10) & (asked.length - 1);
  if (asked[at] !== count) {
    asked[at] = count;
    answers[at] = Math.log(count);
  }
  return answers[at] ?? 0;
}

/** Writes the heaviest words of a vector, heaviest first, with their weights; answers how many. */
function heaviest(terms: Terms, words: Uint32Array, weights: Uint8Array): number {
  // Weight and place in one number compare at once. The best so far are kept in order; most words are not among them.
  const { from, count } = terms;
  let n = 0;
  let worst = 0xffffffff;
  for (let i = 0; i < count; i += 1) {
    const own = ((255 - (terms.weights[from + i] ?? 0)) << 16) | i;
    if (own > worst) continue;
    let at = n;
    for (; at > 0 && (heaviestScratch[at - 1] ?? 0) > own; at -= 1) heaviestScratch[at] = heaviestScratch[at - 1] ?? 0;
    heaviestScratch[at] = own;
    if (n < KEY_TERMS) n += 1;
    if (n === KEY_TERMS) worst = heaviestScratch[n - 1] ?? 0;
  }
  for (let k = 0; k < n; k += 1) {
    const i = from + ((heaviestScratch[k] ?? 0) & 0xffff);
    words[k] = terms.words[i] ?? 0;
    weights[k] = terms.weights[i] ?? 0;
  }
  return n;
}

/** The heaviest words of a vector with their weights: those under which it stands in the index. */
export function keyVectorOf(terms: Terms): KeyVector {
  const keys = new Uint32Array(KEY_TERMS);
  const keyWeights = new Uint8Array(KEY_TERMS);
  return { keys, keyWeights, keyCount: heaviest(terms, keys, keyWeights) };
}

export function keysOf(terms: Terms): Uint32Array {
  const { keys, keyCount } = keyVectorOf(terms);
  return keys.subarray(0, keyCount);
}
