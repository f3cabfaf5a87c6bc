import type { WordView } from './alignment.ts';
import { doubled } from './arrays.ts';
import type { CopySpan, Relation } from './article.ts';
import { PHRASE_DAYS } from './measure.ts';
import type { PhraseDays } from './phrase-days.ts';
import { isSampled, pairKey } from './pair-key.ts';
import type { Reading } from './reading.ts';
import type { Segments } from './segments.ts';
import { createThinIndex, pairFingerprint, type ThinIndex } from './thin-index.ts';
import type { TagSource } from './tag-table.ts';
import { sketchOf, type Sketches } from './thin-columns.ts';
import { FIELD, ROW, type Vocabulary } from './vocabulary.ts';
import type { ArticleRecord, Segment } from './window.ts';
import { FLAG } from './words.ts';

/** Word pairs kept of an article whose words are dropped, spread over its text. */
const SKETCH = 8;
const LEAST_SKETCH = 6;
/** Shorter texts are too often forms to be known by a few pairs: only their whole words are compared. */
const LEAST_WORDS = 50;
/** Pairs with a number or a name stand for a text before others of so many times their weight: two fillings of one form differ in them. */
const FILLING = 2;
/** Share of an article's sketch that a copy must have. */
const ENOUGH = 0.85;
/** Common pairs are no one's fingerprint. */
const LEAST_RARITY = 3;

/** Copies of articles of the thin hours: found by a few fingerprints, without the place they came from. */
export interface ThinCopies {
  index: ThinIndex;
  /** Makes the sketch of each article of an hour, before its words go. */
  sketch(segment: Segment): Sketches;
  /** The article most of whose sketch the text has, or null. `rarity`: of the text's pairs by position. */
  find(
    reading: Reading,
    rarity: Float32Array,
    source: string,
  ): { relation: Relation; of: ArticleRecord; score: number; reasons: string[]; copies: CopySpan[] } | null;
}

/** Words of one number since this article, and rarity from which a pair counts. */
interface Asked {
  oldest: number;
  least: number;
}

/** Fingerprints are made of word hashes: a word's number is given to another once no dense article has it. */
export function createThinCopies(
  segments: Segments,
  vocabulary: Vocabulary,
  phrases: PhraseDays,
  seed: number,
  window: Pick<TagSource, 'oldest' | 'span'>,
): ThinCopies {
  const index = createThinIndex(seed, segments, window);
  const out = new Uint32Array(8);
  let fingerprints = new Uint32Array(1 << 9);
  let places = new Uint32Array(1 << 9);
  const fingerprint = (a: number, b: number): number =>
    pairFingerprint(vocabulary.rows[a * ROW + FIELD.low] ?? 0, vocabulary.rows[b * ROW + FIELD.low] ?? 0);

  const sinceOf = (word: number): number => vocabulary.rows[word * ROW + FIELD.since] ?? 0;
  /** Pairs that do not stand for the text now may have stood for an earlier one: a word's number changes when it has been away. */
  const isAsked = (rarity: number, a: number, b: number, { oldest, least }: Asked): boolean =>
    rarity === -1 ? sinceOf(a) > oldest || sinceOf(b) > oldest : rarity >= least;

  let hitNumbers = new Uint32Array(1 << 8);
  let hitPlaces = new Uint32Array(1 << 8);
  /** Places of the different pairs of a text that lead to an article, of the first `count` hits. */
  const placesIn = ({ words, from }: WordView, number: number, count: number): number[] => {
    const met: number[] = [];
    for (let k = 0; k < count; k += 1) {
      const i = from + (hitPlaces[k] ?? 0);
      if (hitNumbers[k] === number && !met.some((p) => words[from + p] === words[i] && words[from + p + 1] === words[i + 1]))
        met.push(i - from);
    }
    return met;
  };

  return {
    index,
    sketch(segment) {
      const all = new Uint32Array(segment.count * SKETCH);
      const ends = new Uint32Array(segment.count);
      let filled = 0;
      segment.records.forEach((record, i) => {
        const from = (segment.offsets[i] ?? 0) + record.bodyFrom;
        const count = (segment.offsets[i + 1] ?? 0) - from;
        const step = Math.max(2, count / SKETCH);
        const last = filled + SKETCH;
        for (let block = 0; count >= LEAST_WORDS && block + 1 < count && filled < last; block += step) {
          let best = -1;
          let bestWeight = 0;
          for (let k = Math.floor(block); k < Math.min(block + step, count - 1); k += 1) {
            if (!isSampled(segment.words[from + k] ?? 0, segment.words[from + k + 1] ?? 0)) continue;
            const filling = ((segment.flags[from + k] ?? 0) | (segment.flags[from + k + 1] ?? 0)) & (FLAG.number | FLAG.capital);
            const weight = ((segment.weights[from + k] ?? 0) + (segment.weights[from + k + 1] ?? 0)) * (filling === 0 ? 1 : FILLING);
            if (weight <= bestWeight) continue;
            if (phrases.days(pairKey(segment.words[from + k] ?? 0, segment.words[from + k + 1] ?? 0)) >= PHRASE_DAYS) continue;
            [best, bestWeight] = [k, weight];
          }
          if (best >= 0) all[filled++] = fingerprint(segment.words[from + best] ?? 0, segment.words[from + best + 1] ?? 0);
        }
        ends[i] = filled;
      });
      return { fingerprints: all.slice(0, filled), ends };
    },
    find({ body, scan }, rarity, source) {
      if (index.entries() === 0 || body.count < LEAST_WORDS) return null;
      const hits = new Map<number, number>();
      let most = 0;
      for (let i = 0; i + 1 < body.count; i += 1) most = Math.max(most, rarity[i] ?? 0);
      const asked: Asked = {
        oldest: segments.list[0]?.first ?? 0,
        least: Math.min(LEAST_RARITY, most * 0.6), // in a small window nothing is very rare
      };
      let n = 0;
      if (fingerprints.length < body.count) {
        fingerprints = new Uint32Array(body.count * 2);
        places = new Uint32Array(body.count * 2);
      }
      for (let i = 0; i + 1 < body.count; i += 1) {
        const a = body.words[body.from + i] ?? 0;
        const b = body.words[body.from + i + 1] ?? 0;
        if (!isAsked(rarity[i] ?? -1, a, b, asked)) continue;
        fingerprints[n] = fingerprint(a, b);
        places[n] = i;
        n += 1;
      }
      index.fetch(fingerprints, n);
      let filled = 0;
      for (let p = 0; p < n; p += 1) {
        const met = index.find(fingerprints[p] ?? 0, out);
        if (hitPlaces.length < filled + met) [hitNumbers, hitPlaces] = [doubled(hitNumbers), doubled(hitPlaces)];
        for (let k = 0; k < met; k += 1) {
          const number = out[k] ?? 0;
          hitNumbers[filled] = number;
          hitPlaces[filled] = places[p] ?? 0;
          filled += 1;
          hits.set(number, (hits.get(number) ?? 0) + 1);
        }
      }
      let best: ArticleRecord | null = null;
      let bestShare = 0;
      let bestPlaces: number[] = [];
      for (const [number, times] of hits) {
        if (times < LEAST_SKETCH * ENOUGH) continue;
        const segment = segments.segmentOf(number);
        const size = segment?.thin == null ? 0 : sketchOf(segment.thin, number - segment.first).length;
        if (size < LEAST_SKETCH || times < size * ENOUGH) continue;
        const met = placesIn(body, number, filled);
        const share = Math.min(1, met.length / size);
        if (share < ENOUGH || share < bestShare || (share === bestShare && best !== null && number > best.number)) continue;
        const record = segments.recordOf(number);
        if (record !== undefined && !record.withdrawn) [best, bestShare, bestPlaces] = [record, share, met];
      }
      if (best === null) return null;
      const sentences = new Set(bestPlaces.map((i) => scan.sentence[body.from + i]));
      const copies: CopySpan[] = [];
      for (let i = 0; i < body.count; i += 1) {
        if (!sentences.has(scan.sentence[body.from + i])) continue;
        const last = copies.at(-1);
        const start = scan.start[body.from + i] ?? 0;
        const end = scan.end[body.from + i] ?? 0;
        if (last !== undefined && i > 0 && sentences.has(scan.sentence[body.from + i - 1])) last.end = end;
        else copies.push({ start, end, group: best.decision.group, origin: null });
      }
      const relation = source !== '' && source === best.source ? 'revision' : 'syndicated';
      return {
        relation,
        of: best,
        score: Math.round(bestShare * 1000) / 1000,
        reasons: [`has ${Math.round(bestShare * 100)} % of the fingerprints of an article of days ago`],
        copies,
      };
    },
  };
}
