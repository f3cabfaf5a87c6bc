import { createAligner } from './alignment.ts';
import type { ArticleInput, CopyDecision } from './article.ts';
import { createCandidateSearch } from './candidate-search.ts';
import { copiedSpans } from './copied-spans.ts';
import { judgeGroup, type Compared, type Verdict } from './judge.ts';
import type { Lexicon } from './lexicon.ts';
import { createMeasure, WEIGHT_STEPS, type WeighedView } from './measure.ts';
import type { Settings } from './options.ts';
import { createPostingIndex } from './posting-index.ts';
import type { Reading } from './reading.ts';
import { createSegment, reserve, type ArticleRecord, type CopyGroup, type Segment } from './window.ts';

/** Articles found by rare pairs, compared word by word, and of those how many of one group. */
const FOUND = 40;
const COMPARED = 10;
const COMPARED_PER_GROUP = 3;
/** Share of unknown words from which a text counts as a bad scan, and the documents it takes to know what words there are. */
const GARBLED = 0.22;
const KNOWING_DOCUMENTS = 200;

/** Weights are raised to this, so that set phrases weigh less still. */
const POWER = 1.3;
type ComparedRecord = Compared<ArticleRecord>;

export function createCopyIndex(settings: Settings, lexicon: Lexicon) {
  const pairs = createPostingIndex(settings.bucketCap, settings.seed);
  const search = createCandidateSearch(pairs, settings.bucketCap, settings.maxWords);
  const weights = new Float32Array(settings.maxWords);
  const aligner = createAligner(settings.maxWords);
  const measure = createMeasure(lexicon, settings.maxWords);
  const segments: Segment[] = [];
  const exact = new Map<string, number>();
  let next = 0;

  const oldest = (): number => segments[0]?.first ?? next;
  const segmentOf = (number: number): Segment | undefined => {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle]?.first ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return segments[low];
  };
  const recordOf = (number: number): ArticleRecord | undefined => {
    const segment = segmentOf(number);
    return segment?.records[number - segment.first];
  };
  const viewOf = (number: number): WeighedView | undefined => {
    const segment = segmentOf(number);
    const at = number - (segment?.first ?? 0);
    const from = segment?.offsets[at];
    const to = segment?.offsets[at + 1];
    if (segment === undefined || from === undefined || to === undefined) return undefined;
    return { words: segment.words, flags: segment.flags, weights: segment.weights, from, count: to - from };
  };

  /** A word counts for what it and its two pairs are worth: rare words in rare company most, set phrases least. */
  const weigh = (reading: Reading): void => {
    const { count, from } = reading.body;
    for (let i = 0; i < count; i += 1) {
      const before = search.rarity[Math.max(0, i - 1)] ?? 0;
      const after = search.rarity[Math.min(i, count - 2)] ?? 0;
      const weight = (reading.weights[from + i] ?? 0) + (count > 1 ? (before + after) / 2 : 0);
      weights[i] = weight ** POWER;
    }
  };

  /** Compares with the articles found, group by group, each group's leader among them. */
  const compareAll = (reading: Reading, garbled: boolean): Map<CopyGroup, ComparedRecord[]> => {
    const byGroup = new Map<CopyGroup, ComparedRecord[]>();
    const found = search.search(reading.body, oldest(), next, FOUND);
    weigh(reading);
    if (found.length === 0) return byGroup;
    aligner.prepare(reading.body);
    const compare = (number: number): ComparedRecord | null => {
      const record = recordOf(number);
      const view = viewOf(number);
      if (record === undefined || view === undefined || record.withdrawn) return null;
      return {
        record,
        garbled: garbled || record.garbled,
        overlap: measure({ mine: reading.body, weights, theirs: view }, aligner.align(view), aligner.pairs),
      };
    };
    let compared = 0;
    for (const { number } of found) {
      if (compared >= COMPARED) break;
      const group = recordOf(number)?.group;
      if (group === undefined) continue;
      const list = byGroup.get(group) ?? [];
      if (list.length >= COMPARED_PER_GROUP) continue;
      const one = compare(number);
      if (one === null) continue;
      compared += 1;
      byGroup.set(group, [...list, one]);
    }
    for (const [group, list] of byGroup) {
      if (list.some((c) => c.record.number === group.leader) || group.leader < oldest()) continue;
      const leader = compare(group.leader);
      if (leader !== null) list.push(leader);
    }
    return byGroup;
  };

  const insert = (record: ArticleRecord, reading: Reading): void => {
    const hour = Math.floor(record.observedAt / 3_600_000);
    let segment = segments.at(-1);
    if (segment === undefined || segment.hour < hour) {
      segment = createSegment(hour, next);
      segments.push(segment);
    }
    next += 1;
    const { body, scan } = reading;
    reserve(segment, body.count);
    const to = segment.offsets.at(-1) ?? 0;
    for (let i = 0; i < body.count; i += 1) {
      segment.words[to + i] = body.words[body.from + i] ?? 0;
      segment.starts[to + i] = scan.start[body.from + i] ?? 0;
      segment.ends[to + i] = scan.end[body.from + i] ?? 0;
      segment.weights[to + i] = Math.min(255, Math.round((weights[i] ?? 0) * WEIGHT_STEPS));
      segment.flags[to + i] = scan.flags[body.from + i] ?? 0;
    }
    segment.offsets.push(to + body.count);
    segment.records.push(record);
    if (!exact.has(record.content)) exact.set(record.content, record.number);
    for (let i = 0; i + 1 < body.count; i += 1)
      pairs.push(body.words[body.from + i] ?? 0, body.words[body.from + i + 1] ?? 0, record.number, true);
    segment.postings += pairs.takeAppended();
  };

  const unknownShare = (reading: Reading): number => {
    if (lexicon.documents < KNOWING_DOCUMENTS || reading.body.count === 0) return 0;
    let unknown = 0;
    for (let i = 0; i < reading.body.count; i += 1) if (!lexicon.known(reading.body.words[reading.body.from + i] ?? 0, 0)) unknown += 1;
    return unknown / reading.body.count;
  };

  return {
    /** Finds what the article copies, and puts it into the index. */
    add(
      article: ArticleInput,
      reading: Reading,
      observedAt: number,
      published: number | null,
      source: string,
    ): { decision: CopyDecision; record: ArticleRecord } {
      const garbled = unknownShare(reading) >= GARBLED;
      const byGroup = compareAll(reading, garbled);
      const twin = exact.get(reading.content);
      const twinRecord = twin === undefined ? undefined : recordOf(twin);
      let best: Verdict<ArticleRecord> | { relation: 'exact'; of: ArticleRecord; score: number; reasons: string[] } | null = null;
      if (twinRecord !== undefined && !twinRecord.withdrawn)
        best = { relation: 'exact', score: 1, reasons: ['same words in the same order'], of: twinRecord };
      else {
        for (const [group, compared] of byGroup) {
          const leader = compared.find((c) => c.record.number === group.leader);
          const verdict = judgeGroup(compared, leader, group.members, reading.body.count, source);
          if (verdict !== null && (best === null || verdict.score > best.score)) best = verdict;
        }
      }
      const number = next;
      const group = best?.of.group ?? { id: `g_${article.id}`, leader: number, members: 0 };
      group.members += 1;
      const dated = best !== null && published !== null && best.of.published !== null && Math.abs(published - best.of.published) >= 60_000;
      const decision: CopyDecision = {
        group: group.id,
        relation: best?.relation ?? 'original',
        of: best?.of.id ?? null,
        directed: dated || best?.relation === 'revision',
        score: best?.score ?? 0,
        copies: copiedSpans(reading, [...byGroup.values()].flat(), segmentOf),
        reasons: best?.reasons ?? [],
      };
      const record: ArticleRecord = {
        number,
        id: article.id,
        revision: article.revision,
        content: reading.content,
        observedAt,
        published,
        source,
        group,
        decision,
        garbled,
        withdrawn: false,
      };
      insert(record, reading);
      return { decision, record };
    },
    recordOf,
  };
}
