import type { WordView } from './alignment.ts';
import { naturalLog } from './logarithm.ts';
import { isSampled, pairKey, type PostingIndex } from './posting-index.ts';

/** Of each block of word positions the rarest known pairs are asked, so that one well-known passage cannot hide the others. */
const BLOCK = 16;
const ASKED_PER_BLOCK = 3;
const ASKED_MOST = 256;
const READ_POSTINGS = 6;
/** Candidates with less than this share of the best one's weight, or less than this many pairs that hardly any other article has, are not worth comparing. */
const LEAST_SHARE = 0.15;
const LEAST_PAIRS = 2.3;

export const NOT_SAMPLED = -2;

interface Candidate {
  number: number;
  weight: number;
}

/** Finds articles that share rare word pairs. */
export interface CandidateSearch {
  /** Rarity of the pair at each word position after a search: ln(documents / documents that have it), -1 for pairs that are not sampled. */
  rarity: Float32Array;
  /** Documents that had the pair at each position. */
  counts: Uint32Array;
  /** Where the pair at a position lies in the index, -1 when it was unknown, NOT_SAMPLED when it does not stand for the text. It may have moved since. */
  slots: Int32Array;
  /** Index key of the sampled pair at each position. */
  keyAt: Uint32Array;
  /** The `most` best-weighted articles, best first. `first` and `next` bound the live article numbers. */
  search(view: WordView, first: number, next: number, most: number): Candidate[];
}

export function createCandidateSearch(pairs: PostingIndex, bucketCap: number, maxWords: number): CandidateSearch {
  let weightByArticle = new Float32Array(1 << 10);
  const walked = new Uint32Array(READ_POSTINGS);
  const slots = new Int32Array(maxWords);
  const asked = new Uint8Array(maxWords);
  const counts = new Uint32Array(maxWords);
  const rarity = new Float32Array(maxWords);
  const keyAt = new Uint32Array(maxWords);
  const keys = new Uint32Array(maxWords); // of the sampled pairs, one after the other, and their positions
  const places = new Uint32Array(maxWords);

  /** Position of the rarest pair of the block that is known and not asked yet; asked ones are struck out. */
  const rarest = (from: number, to: number): number => {
    let best = -1;
    for (let i = from; i < to; i += 1) {
      if (asked[i] === 1) continue;
      if (best === -1 || (counts[i] ?? 0) < (counts[best] ?? 0)) best = i;
    }
    return best;
  };

  return {
    rarity,
    counts,
    slots,
    keyAt,
    search(view, first, next, most) {
      const documents = next - first;
      while (weightByArticle.length <= documents) weightByArticle = new Float32Array(weightByArticle.length * 2);
      const mask = weightByArticle.length - 1;
      const unseen = naturalLog(documents + 2);
      let sampled = 0;
      for (let i = 0; i + 1 < view.count; i += 1) {
        const a = view.words[view.from + i] ?? 0;
        const b = view.words[view.from + i + 1] ?? 0;
        rarity[i] = -1;
        slots[i] = NOT_SAMPLED;
        asked[i] = 1;
        if (!isSampled(a, b)) continue;
        keys[sampled] = pairKey(a, b);
        places[sampled] = i;
        sampled += 1;
      }
      pairs.fetch(keys, sampled);
      for (let k = 0; k < sampled; k += 1) {
        const i = places[k] ?? 0;
        const slot = pairs.find(keys[k] ?? 0);
        const count = slot < 0 ? 0 : pairs.countAt(keys[k] ?? 0, slot);
        rarity[i] = unseen - naturalLog(count + 1);
        counts[i] = count;
        slots[i] = slot;
        keyAt[i] = keys[k] ?? 0;
        asked[i] = count > 0 && count <= bucketCap ? 0 : 1;
      }
      const touched: number[] = [];
      const stride = Math.max(BLOCK, Math.ceil(view.count / (ASKED_MOST / ASKED_PER_BLOCK)));
      for (let block = 0; block + 1 < view.count; block += stride) {
        for (let k = 0; k < ASKED_PER_BLOCK; k += 1) {
          const at = rarest(block, Math.min(block + stride, view.count - 1));
          if (at === -1) break;
          const n = pairs.walk(keyAt[at] ?? 0, slots[at] ?? 0, walked, READ_POSTINGS);
          asked[at] = 1;
          for (let p = 0; p < n; p += 1) {
            const number = walked[p] ?? 0;
            const before = weightByArticle[number & mask] ?? 0;
            if (before === 0) touched.push(number);
            weightByArticle[number & mask] = before + (rarity[at] ?? 0);
          }
        }
      }
      const found: Candidate[] = [];
      for (const number of touched) {
        const weight = weightByArticle[number & mask] ?? 0;
        weightByArticle[number & mask] = 0;
        const last = found.at(-1);
        if (found.length >= most && last !== undefined && (weight < last.weight || (weight === last.weight && number > last.number)))
          continue;
        let at = found.length;
        while (at > 0 && better(weight, number, found[at - 1])) at -= 1;
        found.splice(at, 0, { number, weight });
        if (found.length > most) found.pop();
      }
      const least = Math.max((found[0]?.weight ?? 0) * LEAST_SHARE, Math.log((documents + 2) / 2) * LEAST_PAIRS);
      return found.filter(({ weight }) => weight >= least);
    },
  };
}

function better(weight: number, number: number, other: Candidate | undefined): boolean {
  return other === undefined || weight > other.weight || (weight === other.weight && number < other.number);
}
