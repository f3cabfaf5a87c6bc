import type { WordView } from './alignment.ts';
import { naturalLog } from './logarithm.ts';
import { isSampled, pairKey } from './pair-key.ts';
import { roomForFound, type Found, type PostingIndex } from './posting-index.ts';

/** Of each block of word positions the rarest known pairs are asked, so that one well-known passage cannot hide the others. */
const BLOCK = 16;
const ASKED_PER_BLOCK = 3;
const ASKED_MOST = 256;
const READ_POSTINGS = 6;
const LIMITS = new Uint8Array(ASKED_MOST + ASKED_PER_BLOCK).fill(READ_POSTINGS);
/** Candidates with less than this share of the best one's weight, or less than this many pairs that hardly any other article has, are not worth comparing. */
const LEAST_SHARE = 0.15;
const LEAST_PAIRS = 2.3;

interface Candidate {
  number: number;
  weight: number;
}
const NOTHING: readonly Candidate[] = [];

/** The word pairs that stand for the text of the last search, in order: position in the text, index key, slot (-1 unknown; it may have moved since), documents that had it. */
export interface SampledPairs extends Found {
  length: number;
  places: Uint32Array;
  keys: Uint32Array;
}

/** Finds articles that share rare word pairs. */
export interface CandidateSearch {
  /** Rarity of the pair at each word position after a search: ln(documents / documents that have it), -1 for pairs that are not sampled. */
  rarity: Float32Array;
  pairs: SampledPairs;
  /** The `most` best-weighted articles, best first. `first` and `next` bound the live article numbers. */
  search(view: WordView, first: number, next: number, most: number): readonly Candidate[];
}

export function createCandidateSearch(index: PostingIndex, bucketCap: number, maxWords: number): CandidateSearch {
  let weightByArticle = new Float32Array(1 << 10);
  const listsAsked = new Int32Array(LIMITS.length);
  const weightsAsked = new Float32Array(LIMITS.length);
  const walked = new Uint32Array(READ_POSTINGS * LIMITS.length);
  const keyOf = new Uint16Array(walked.length);
  const touched = new Uint32Array(READ_POSTINGS * LIMITS.length);
  const asked = new Int32Array(ASKED_PER_BLOCK);
  const rarity = new Float32Array(maxWords);
  const pairs: SampledPairs = {
    length: 0,
    places: new Uint32Array(maxWords),
    keys: new Uint32Array(maxWords),
    ...roomForFound(maxWords),
  };

  /** Looks up the text's pairs and how rare each is. */
  const lookUp = (view: WordView, documents: number): void => {
    const { words, from, count } = view;
    const { places, keys, counts } = pairs;
    let n = 0;
    let a = words[from] ?? 0;
    for (let i = 0; i + 1 < count; i += 1) {
      const b = words[from + i + 1] ?? 0;
      if (isSampled(a, b)) {
        keys[n] = pairKey(a, b);
        places[n] = i;
        n += 1;
      } else rarity[i] = -1;
      a = b;
    }
    pairs.length = n;
    index.lookUp(keys, n, pairs);
    const unseen = Math.log(documents + 2);
    for (let k = 0; k < n; k += 1) rarity[places[k] ?? 0] = unseen - naturalLog((counts[k] ?? 0) + 1);
  };

  /** Puts the rarest known pairs before position `to` into `asked`, from the k-th sampled pair on; answers the first one after. */
  const rarest = (from: number, to: number): number => {
    const { places, counts } = pairs;
    for (let place = 0; place < ASKED_PER_BLOCK; place += 1) asked[place] = -1;
    let k = from;
    for (; k < pairs.length && (places[k] ?? 0) < to; k += 1) {
      let own = k;
      const count = counts[k] ?? 0;
      if (count === 0 || count > bucketCap) continue;
      for (let place = 0; place < ASKED_PER_BLOCK && own >= 0; place += 1) {
        const other = asked[place] ?? -1;
        if (other >= 0 && (counts[other] ?? 0) <= (counts[own] ?? 0)) continue;
        asked[place] = own;
        own = other;
      }
    }
    return k;
  };

  return {
    rarity,
    pairs,
    search(view, first, next, most) {
      const documents = next - first;
      while (weightByArticle.length <= documents) weightByArticle = new Float32Array(weightByArticle.length * 2);
      const mask = weightByArticle.length - 1;
      lookUp(view, documents);
      let askedKeys = 0;
      const stride = Math.max(BLOCK, Math.ceil(view.count / (ASKED_MOST / ASKED_PER_BLOCK)));
      let k = 0;
      for (let block = 0; k < pairs.length; block += stride) {
        k = rarest(k, block + stride);
        for (let place = 0; place < ASKED_PER_BLOCK; place += 1) {
          const own = asked[place] ?? -1;
          if (own < 0) break;
          listsAsked[askedKeys] = pairs.lists[own] ?? 0;
          weightsAsked[askedKeys] = rarity[pairs.places[own] ?? 0] ?? 0;
          askedKeys += 1;
        }
      }
      const n = index.walkAll(listsAsked, askedKeys, LIMITS, walked, keyOf);
      let met = 0;
      for (let p = 0; p < n; p += 1) {
        const number = walked[p] ?? 0;
        const before = weightByArticle[number & mask] ?? 0;
        if (before === 0) touched[met++] = number;
        weightByArticle[number & mask] = before + (weightsAsked[keyOf[p] ?? 0] ?? 0);
      }
      if (met === 0) return NOTHING;
      const found: Candidate[] = [];
      let least = Math.log((documents + 2) / 2) * LEAST_PAIRS;
      let full = false;
      for (let t = 0; t < met; t += 1) {
        const number = touched[t] ?? 0;
        const weight = weightByArticle[number & mask] ?? 0;
        weightByArticle[number & mask] = 0;
        if (weight < least || (full && !better(weight, number, found.at(-1)))) continue;
        let at = found.length;
        while (at > 0 && better(weight, number, found[at - 1])) at -= 1;
        found.splice(at, 0, { number, weight });
        if (at === 0) least = Math.max(least, weight * LEAST_SHARE);
        if (found.length > most) found.pop();
        full = found.length === most;
      }
      return found.filter(({ weight }) => weight >= least);
    },
  };
}

function better(weight: number, number: number, other: Candidate | undefined): boolean {
  return other === undefined || weight > other.weight || (weight === other.weight && number < other.number);
}
