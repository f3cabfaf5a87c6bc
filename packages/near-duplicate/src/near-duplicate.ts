import { createAligner, type WordView } from './alignment.ts';
import type { ArticleInput, CopyDecision } from './article.ts';
import { copiedSpans } from './copied-spans.ts';
import { judge, leads, type Verdict } from './judge.ts';
import { createMeasure, type Overlap } from './measure.ts';
import type { Settings } from './options.ts';
import { createPostingIndex } from './posting-index.ts';
import type { Lexicon } from './lexicon.ts';
import { createSegment, reserve, type ArticleRecord, type CopyGroup, type Segment } from './window.ts';
import { scanWords, type WordScan } from './words.ts';

/** Rarest pairs asked per article, postings read per pair, articles compared word by word, and of those how many of one group. */
const ASKED_PAIRS = 96;
const READ_POSTINGS = 48;
const COMPARED = 10;
const COMPARED_PER_GROUP = 3;

export interface Prepared {
  /** Words of title and text together. */
  all: number;
  scan: WordScan;
  view: WordView;
  weights: Float32Array;
}

/** Candidate articles, the best-weighted first. */
interface Candidate {
  number: number;
  weight: number;
}

export function createCopyIndex(settings: Settings, lexicon: Lexicon) {
  const pairs = createPostingIndex(settings.bucketCap, settings.seed);
  const aligner = createAligner();
  const measure = createMeasure();
  const segments: Segment[] = [];
  const exact = new Map<string, number>();
  let next = 0;
  let weightByArticle = new Float32Array(1 << 10);
  const walked = new Uint32Array(READ_POSTINGS);

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
  const viewOf = (number: number): WordView | undefined => {
    const segment = segmentOf(number);
    const at = number - (segment?.first ?? 0);
    const from = segment?.offsets[at];
    const to = segment?.offsets[at + 1];
    return segment === undefined || from === undefined || to === undefined
      ? undefined
      : { words: segment.words, flags: segment.flags, from, count: to - from };
  };

  /** Articles that share rare word pairs, found through the rarest pairs first. */
  const candidates = (view: WordView): Candidate[] => {
    const slots: { slot: number; count: number; at: number }[] = [];
    const total = next - oldest() + 1;
    for (let i = 0; i + 1 < view.count; i += 1) {
      const count = pairs.count(view.words[view.from + i] ?? 0, view.words[view.from + i + 1] ?? 0);
      if (count > 0 && count <= settings.bucketCap) slots.push({ slot: pairs.slot, count, at: i });
    }
    slots.sort((a, b) => a.count - b.count || a.at - b.at);
    const mask = weightByArticle.length - 1;
    const touched: number[] = [];
    let last = -1;
    for (const { slot, count } of slots.slice(0, ASKED_PAIRS)) {
      if (slot === last) continue;
      last = slot;
      const weight = Math.log(1 + total / count);
      const n = pairs.walk(slot, walked, READ_POSTINGS);
      for (let k = 0; k < n; k += 1) {
        const number = walked[k] ?? 0;
        const before = weightByArticle[number & mask] ?? 0;
        if (before === 0) touched.push(number);
        weightByArticle[number & mask] = before + weight;
      }
    }
    const found = touched.map((number) => ({ number, weight: weightByArticle[number & mask] ?? 0 }));
    for (const number of touched) weightByArticle[number & mask] = 0;
    return found.sort((a, b) => b.weight - a.weight || a.number - b.number);
  };

  const wellFormed = (word: number): boolean => lexicon.known(word);

  const compareAll = (prepared: Prepared): { record: ArticleRecord; overlap: Overlap }[] => {
    const perGroup = new Map<CopyGroup, number>();
    const found: { record: ArticleRecord; overlap: Overlap }[] = [];
    const all = candidates(prepared.view);
    if (all.length === 0) return found;
    aligner.prepare(prepared.view);
    for (const candidate of all) {
      if (found.length >= COMPARED) break;
      const record = recordOf(candidate.number);
      const view = viewOf(candidate.number);
      if (record === undefined || view === undefined || record.withdrawn) continue;
      const n = perGroup.get(record.group) ?? 0;
      if (n >= COMPARED_PER_GROUP) continue;
      perGroup.set(record.group, n + 1);
      found.push({ record, overlap: measure(prepared.view, prepared.weights, view, lexicon.weight, aligner.align(view, wellFormed)) });
    }
    // A group is entered through its leader: whoever only resembles a follower founds a group of its own.
    for (const group of perGroup.keys()) {
      if (found.some((f) => f.record.number === group.leader)) continue;
      const record = recordOf(group.leader);
      const view = viewOf(group.leader);
      if (record === undefined || view === undefined) continue;
      found.push({ record, overlap: measure(prepared.view, prepared.weights, view, lexicon.weight, aligner.align(view, wellFormed)) });
    }
    return found;
  };

  return {
    /** Finds what the article copies, and puts it into the index. */
    add(
      article: ArticleInput,
      prepared: Prepared,
      content: string,
      observedAt: number,
      published: number | null,
      source: string,
    ): { decision: CopyDecision; record: ArticleRecord } {
      const twin = exact.get(content);
      const compared = compareAll(prepared);
      const leaders = new Map(compared.filter((c) => c.record.group.leader === c.record.number).map((c) => [c.record.group, c.overlap]));
      let best: (Verdict & { record: ArticleRecord }) | null = null;
      const twinRecord = twin === undefined ? undefined : recordOf(twin);
      if (twinRecord !== undefined && !twinRecord.withdrawn)
        best = { relation: 'exact', score: 1, rank: 2, reasons: ['same words in the same order'], record: twinRecord };
      else {
        for (const { record, overlap } of compared) {
          const verdict = judge(overlap, prepared.view.count, { sameSource: source !== '' && source === record.source });
          if (verdict === null || (best !== null && verdict.rank <= best.rank)) continue;
          const leader = leaders.get(record.group);
          if (leader !== undefined && !leads(leader)) continue;
          best = { ...verdict, record };
        }
      }
      const number = next;
      const group = best?.record.group ?? { id: `g_${article.id}`, leader: number, members: 0 };
      group.members += 1;
      const directed =
        best !== null && published !== null && best.record.published !== null && Math.abs(published - best.record.published) >= 60_000;
      const decision: CopyDecision = {
        group: group.id,
        relation: best?.relation ?? 'original',
        of: best?.record.id ?? null,
        directed: directed || best?.relation === 'revision',
        score: best?.score ?? 0,
        copies: copiedSpans(prepared, compared, (n) => segmentOf(n)),
        reasons: best?.reasons ?? [],
      };
      const record: ArticleRecord = {
        number,
        id: article.id,
        revision: article.revision,
        content,
        observedAt,
        published,
        source,
        group,
        decision,
        withdrawn: false,
      };
      this.insert(record, prepared, Math.floor(observedAt / 3_600_000));
      return { decision, record };
    },
    insert(record: ArticleRecord, prepared: Prepared, hour: number): void {
      let segment = segments.at(-1);
      if (segment === undefined || segment.hour < hour) {
        segment = createSegment(hour, next);
        segments.push(segment);
      }
      next += 1;
      while (weightByArticle.length < next - oldest() + 1) weightByArticle = new Float32Array(weightByArticle.length * 2);
      const { view, scan } = prepared;
      reserve(segment, view.count);
      const from = segment.offsets.at(-1) ?? 0;
      for (let i = 0; i < view.count; i += 1) {
        segment.words[from + i] = view.words[view.from + i] ?? 0;
        segment.starts[from + i] = scan.start[view.from + i] ?? 0;
        segment.ends[from + i] = scan.end[view.from + i] ?? 0;
        segment.flags[from + i] = scan.flags[view.from + i] ?? 0;
      }
      segment.offsets.push(from + view.count);
      segment.records.push(record);
      if (!exact.has(record.content)) exact.set(record.content, record.number);
      for (let i = 0; i + 1 < view.count; i += 1) {
        pairs.push(view.words[view.from + i] ?? 0, view.words[view.from + i + 1] ?? 0, record.number, true);
      }
      segment.postings += pairs.takeAppended();
    },
    recordOf,
    get bytes() {
      return pairs.bytes + segments.reduce((sum, s) => sum + s.words.length * 13, 0);
    },
  };
}

export { scanWords };
