import { roomForFound, type PostingIndex } from './posting-index.ts';
import type { StoryTable } from './story-table.ts';
import { KEY_TERMS, type KeyVector } from './story-vector.ts';
import type { Story } from './vote.ts';

/** Newest postings read per word. */
export const READ_POSTINGS = 24;
/** The heaviest words are asked for all of these, the others for a few: in a full window each posting is a wait for memory. */
const ASKED_IN_FULL = 6;
const READ_OF_OTHERS = 8;
const LIMITS = Uint8Array.from({ length: KEY_TERMS }, (_, k) => (k < ASKED_IN_FULL ? READ_POSTINGS : READ_OF_OTHERS));
/** Stories found at most. */
const FOUND = 6;
/** Stories with less than this share of the best one's shared weight are not compared. */
const LEAST_SHARE = 0.2;

/** Creates the search for stories that share an article's heaviest words, best first. */
export function createStorySearch(postings: PostingIndex, table: StoryTable): (vector: KeyVector) => Story[] {
  const walked = new Uint32Array(READ_POSTINGS * LIMITS.length);
  const keyOf = new Uint16Array(walked.length);
  const places = new Int32Array(walked.length);
  const words = roomForFound(LIMITS.length);
  let hits = new Float64Array(1 << 10);

  const touched = new Uint32Array(walked.length);
  const found: Story[] = [];
  const weights = new Float64Array(FOUND + 1);

  return (vector) => {
    while (hits.length < table.places()) hits = new Float64Array(hits.length * 2);
    postings.lookUp(vector.keys, vector.keyCount, words);
    const n = postings.walkAll(words.lists, vector.keyCount, LIMITS, walked, keyOf);
    for (let i = 0; i < n; i += 1) places[i] = table.placeOf(walked[i] ?? 0);
    let met = 0;
    for (let i = 0; i < n; i += 1) {
      const place = places[i] ?? -1;
      if (place < 0) continue;
      const before = hits[place] ?? 0;
      if (before === 0) touched[met++] = place;
      hits[place] = before + (vector.keyWeights[keyOf[i] ?? 0] ?? 0);
    }
    let least = 0;
    let kept = 0;
    for (let t = 0; t < met; t += 1) {
      const place = touched[t] ?? 0;
      const weight = (hits[place] ?? 0) / Math.sqrt(table.sizeAt(place));
      hits[place] = 0;
      if (weight < least) continue;
      const story = table.storyAt(place);
      if (story === undefined) continue;
      let at = kept;
      for (; at > 0; at -= 1) {
        const other = found[at - 1];
        const otherWeight = weights[at - 1] ?? 0;
        if (other === undefined || !better(weight, story, otherWeight, other)) break;
        found[at] = other;
        weights[at] = otherWeight;
      }
      if (at >= FOUND) continue;
      found[at] = story;
      weights[at] = weight;
      kept = Math.min(FOUND, kept + 1);
      least = Math.max((weights[0] ?? 0) * LEAST_SHARE, kept === FOUND ? (weights[FOUND - 1] ?? 0) : 0);
    }
    least = (weights[0] ?? 0) * LEAST_SHARE;
    while (kept > 0 && (weights[kept - 1] ?? 0) < least) kept -= 1;
    const stories = found.slice(0, kept);
    found.length = 0;
    weights[0] = 0;
    return stories;
  };
}

/** Heavier first, of equals the older: never an order that depends on hashing. */
function better(weight: number, story: Story, otherWeight: number, other: Story): boolean {
  return weight > otherWeight || (weight === otherWeight && story.founded < other.founded);
}
