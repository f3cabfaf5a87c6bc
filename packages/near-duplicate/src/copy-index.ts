import { createAligner } from './alignment.ts';
import type { CopySpan, Relation } from './article.ts';
import { createCandidateSearch } from './candidate-search.ts';
import { copiedSpans } from './copied-spans.ts';
import { isForm } from './form.ts';
import { judgeGroup, type Compared, type Verdict } from './judge.ts';
import type { Lexicon } from './lexicon.ts';
import { createMeasure, NOT_KNOWN, WEIGHT_STEPS } from './measure.ts';
import type { Settings } from './options.ts';
import type { PhraseDays } from './phrase-days.ts';
import { createPostingIndex, type PostingIndex } from './posting-index.ts';
import { MOST_KEPT } from './posting-lists.ts';
import type { Reading } from './reading.ts';
import type { Segments } from './segments.ts';
import type { Pair } from './slots.ts';
import { differentSubjects, FORM_WORDS } from './subjects.ts';
import type { ThinCopies } from './thin-copies.ts';
import type { ArticleRecord, CopyGroup } from './window.ts';
import { FLAG } from './words.ts';

/** Articles found by rare pairs, compared word by word, and of those how many of one group. */
const FOUND = 40;
const COMPARED = 10;
const COMPARED_PER_GROUP = 3;
/** Postings kept of a pair at least: the search reads no more. */
const LEAST_KEPT = 8;
/** Share of unknown words from which a text counts as a bad scan, and the documents it takes to know what words there are. */
const GARBLED = 0.15;
const KNOWING_DOCUMENTS = 200;
/** Below this many words two texts with other names at their centre are two instances of a form; both are asked when this much is shared. */
const SHORT = 160;
const LEAST_SHARED = 0.3;
/** Notices of one day and of the next are further apart than this. */
const APART_HOURS = 12;
/** Weights are raised to this, so that set phrases weigh less still. */
const POWER = 1.3;
const POWER_STEPS = 16;
const POWERS = Float32Array.from({ length: 40 * POWER_STEPS }, (_, i) => (i / POWER_STEPS) ** POWER);

type ComparedRecord = Compared<ArticleRecord>;
const NO_GROUPS = new Map<CopyGroup, ComparedRecord[]>();

/** What was found: the record it relates to, or none. */
export interface CopyFinding {
  relation: Relation;
  of: ArticleRecord | null;
  score: number;
  reasons: string[];
  copies: CopySpan[];
  garbled: boolean;
}

/** The near-duplicate index over the dense hours, with a fingerprint of the thin ones behind it. */
export interface CopyIndex {
  pairs: PostingIndex;
  /** Finds what an article copies. `twin`: number of the first article with the same words in the same order, -1 when there is none. */
  find(reading: Reading, source: string, twin: number): CopyFinding;
  /** Writes the rarity weights of the text of the last `find`, in stored steps, to `out` from `to` on. */
  storeWeights(out: Uint8Array, to: number, count: number): void;
  /** Puts the text of the last `find` under an article's number. */
  insert(number: number, source: number, day: number): void;
}

export function createCopyIndex(
  settings: Settings,
  lexicon: Lexicon,
  segments: Segments,
  thin: ThinCopies,
  phrases: PhraseDays,
): CopyIndex {
  const quota = Math.min(settings.sourceQuota, MOST_KEPT);
  const pairs = createPostingIndex(settings.bucketCap, settings.seed, Math.max(LEAST_KEPT, quota));
  const search = createCandidateSearch(pairs, settings.bucketCap, settings.maxWords);
  const weights = new Float32Array(settings.maxWords);
  /** Of the different words of the text. */
  const wordWeights = new Float32Array(settings.maxWords);
  const strange = new Uint8Array(settings.maxWords);
  const aligner = createAligner(settings.maxWords);
  const measure = createMeasure(lexicon, settings.maxWords);
  const newest = new Uint32Array(quota);
  const few = Math.min(quota, (quota >> 2) + 4);
  const days = new Uint8Array(settings.maxWords);

  /** A word counts for what it and its two pairs are worth: rare words in rare company most, set phrases least. */
  const weigh = ({ body, placeOf }: Reading): void => {
    const { from, count } = body;
    const { rarity } = search;
    let before = -1;
    let after = -1;
    for (let i = 0; i < count; i += 1) {
      const own = wordWeights[placeOf[from + i] ?? 0] ?? 0;
      before = after;
      after = i + 1 < count ? (rarity[i] ?? -1) : -1;
      const company = before >= 0 && after >= 0 ? (before + after) / 2 : Math.max(before, after);
      const weight = own + (company >= 0 ? company : own);
      weights[i] = POWERS[Math.min(POWERS.length - 1, Math.round(weight * POWER_STEPS))] ?? 0;
    }
  };

  /** On how many days each pair of the text was said again. */
  const lookUpDays = ({ body }: Reading): void => {
    days.fill(NOT_KNOWN, 0, body.count);
    const { length, places, keys } = search.pairs;
    for (let k = 0; k < length; k += 1) days[places[k] ?? 0] = phrases.days(keys[k] ?? 0);
  };

  /** Compares with the articles found, group by group, each group's leader among them. */
  const compareAll = (reading: Reading, garbled: boolean): ReadonlyMap<CopyGroup, ComparedRecord[]> => {
    const found = search.search(reading.body, segments.denseStart(), segments.next, FOUND);
    weigh(reading);
    if (found.length === 0) return NO_GROUPS;
    const byGroup = new Map<CopyGroup, ComparedRecord[]>();
    lookUpDays(reading);
    aligner.prepare(reading.body);
    const compare = (number: number): ComparedRecord | null => {
      const record = segments.recordOf(number);
      const theirs = segments.viewOf(number);
      if (record === undefined || theirs === undefined || record.withdrawn) return null;
      const { body } = reading;
      const overlap = measure({ mine: body, weights, theirs, days }, aligner.align(theirs), aligner.pairs);
      const bad = garbled || record.garbled;
      const pair: Pair = {
        mine: body,
        weightOfMine: (i) => weights[i] ?? 0,
        theirs,
        weightOfTheirs: (i) => (theirs.weights[theirs.from + i] ?? 0) / WEIGHT_STEPS,
      };
      const asked = !bad && Math.min(body.count, theirs.count) < SHORT && Math.max(overlap.mine, overlap.theirs) >= LEAST_SHARED;
      const otherSubject = asked && differentSubjects(pair);
      const apart = (segments.list.at(-1)?.hour ?? 0) - (segments.segmentOf(number)?.hour ?? 0) >= APART_HOURS;
      return {
        record,
        garbled: bad,
        overlap,
        otherSubject,
        bothShort: Math.max(body.count, theirs.count) < FORM_WORDS,
        form: asked && !otherSubject && isForm(pair, overlap, lexicon.known, apart),
      };
    };
    let compared = 0;
    for (const { number } of found) {
      if (compared >= COMPARED) break;
      const group = segments.recordOf(number)?.group;
      if (group === undefined) continue;
      const list = byGroup.get(group) ?? [];
      if (list.length >= COMPARED_PER_GROUP) continue;
      const one = compare(number);
      if (one === null) continue;
      compared += 1;
      list.push(one);
      byGroup.set(group, list);
    }
    for (const [group, list] of byGroup) {
      if (list.some((c) => c.record.number === group.leader)) continue;
      const leader = compare(group.leader);
      if (leader !== null) list.push(leader);
    }
    return byGroup;
  };

  /** Too many words that nobody else has. Numbers and names may well be new, so they do not count. */
  const isGarbled = ({ body, placeOf }: Reading): boolean => {
    if (lexicon.documents < KNOWING_DOCUMENTS) return false;
    const { flags, from, count } = body;
    let words = 0;
    let unknown = 0;
    for (let i = from; i < from + count; i += 1) {
      if (((flags[i] ?? 0) & (FLAG.number | FLAG.capital)) !== 0) continue;
      words += 1;
      unknown += strange[placeOf[i] ?? 0] ?? 0;
    }
    return unknown >= GARBLED * words && words > 0;
  };

  /** A pair whose newest postings are nearly all of one publisher takes no more of that publisher: crafted articles cannot fill a bucket. */
  const withinQuota = (source: number, key: number, count: number, slot: number): boolean => {
    if (source === 0 || count < quota || count > settings.bucketCap) return true;
    const now = pairs.find(key, slot);
    // The newest few nearly always tell.
    return othersAmong(source, pairs.walk(key, now, newest, few)) || othersAmong(source, pairs.walk(key, now, newest, quota));
  };
  /** More than a quarter of a quota is of other publishers. */
  const othersAmong = (source: number, n: number): boolean => {
    let others = 0;
    for (let i = 0; i < n && others * 4 <= quota; i += 1) if (segments.sourceOf(newest[i] ?? 0) !== source) others += 1;
    return others * 4 > quota;
  };

  return {
    pairs,
    find(reading, source, twinNumber) {
      lexicon.weights(reading.distinct, reading.different, wordWeights, strange);
      const garbled = isGarbled(reading);
      const byGroup = compareAll(reading, garbled);
      const copies = byGroup.size === 0 ? [] : copiedSpans(reading, [...byGroup.values()].flat(), segments);
      const twin = segments.recordOf(twinNumber);
      if (twin !== undefined && !twin.withdrawn)
        return { relation: 'exact', of: twin, score: 1, reasons: ['same words in the same order'], copies, garbled };
      let best: Verdict<ArticleRecord> | null = null;
      for (const [group, compared] of byGroup) {
        const leader = compared.find((c) => c.record.number === group.leader);
        const verdict = judgeGroup(compared, leader, group.members, reading.body.count, source, settings.copyContainment);
        if (verdict !== null && (best === null || verdict.score > best.score)) best = verdict;
      }
      if (best !== null) return { ...best, copies, garbled };
      const old = thin.find(reading, search.rarity, source);
      if (old !== null) return { ...old, copies: [...copies, ...old.copies].sort((a, b) => a.start - b.start), garbled };
      return { relation: 'original', of: null, score: 0, reasons: [], copies, garbled };
    },
    storeWeights(out, to, count) {
      for (let i = 0; i < count; i += 1) out[to + i] = Math.min(255, Math.round((weights[i] ?? 0) * WEIGHT_STEPS));
    },
    insert(number, source, day) {
      phrases.keepUp(lexicon.documents, day);
      const { length, keys, slots, counts } = search.pairs;
      for (let k = 0; k < length; k += 1) {
        const key = (keys[k] ?? 0) | 0;
        const slot = slots[k] ?? -1;
        if (slot >= 0) phrases.note(key, day);
        pairs.push(key, number, slot < 0 || withinQuota(source, key, counts[k] ?? 0, slot), slot);
      }
    },
  };
}
