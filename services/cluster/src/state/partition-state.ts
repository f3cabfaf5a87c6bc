import type { ArticleRaw, Decision, Verdict } from '@copydesk/contracts';
import { createClusterer } from '@copydesk/near-duplicate';
import type { ClusterDecision } from '@copydesk/near-duplicate';
import { createStoryBook } from './story-book.ts';
import type { StoryBook } from './story-book.ts';

/** Raised when a threshold or rule changes what is decided: decisions of different epochs do not mix. */
const EPOCH = 1;

/** The state of one partition of raw articles: the index, the stories, and the decisions that may have to be published again. */
export interface PartitionState {
  readonly book: StoryBook;
  /** First offset not decided yet. */
  covered(): bigint;
  /** The stored decision for an offset that was decided before; undefined for a new one. */
  decisionAt(offset: bigint): Decision | undefined;
  /** Decides on a message. @throws RefusedError when the article cannot be clustered. Changes the state: call it once, in order of offset, and store the decision before anything is published from it. */
  decide(raw: Decision['raw'], input: ArticleRaw): Decision;
  /** Takes in a decision from the log, in order; a second decision on the same offset (from a zombie) is ignored. Decisions from `keepFrom` on can be asked for again. */
  restore(decision: Decision, keepFrom: bigint): void;
  /** Forgets decisions below an offset whose effects are published and committed. */
  forgetBelow(offset: bigint): void;
}

function toVerdict(decision: ClusterDecision): Verdict {
  return {
    storyId: decision.story,
    group: decision.group,
    relation: decision.relation,
    of: decision.of,
    directed: decision.directed,
    score: decision.score,
    reasons: decision.reasons,
    copies: decision.copies,
    merges: decision.merged.map(({ from, into, reasons }) => ({ from, into, reasons })),
    splits: decision.splits.map(({ from, into, articleIds, reasons }) => ({ from, storyId: into, articleIds, reasons })),
  };
}

/** An empty state: before the first message of a partition, or before its decisions are read back. */
export function createPartitionState(): PartitionState {
  const clusterer = createClusterer();
  const book = createStoryBook();
  const decisions = new Map<bigint, Decision>();
  let covered = 0n;

  const judge = (input: ArticleRaw): Verdict | null => {
    if (input.kind === 'withdrawal') return null;
    return toVerdict(
      clusterer.add({
        id: input.articleId,
        revision: input.revision,
        title: input.title,
        text: input.text,
        language: input.language,
        observedAt: input.observedAt,
        published: input.published?.value ?? null,
        url: input.url,
        publisher: input.publisher,
      }),
    );
  };
  const keep = (decision: Decision) => {
    book.apply(decision.input, decision.verdict);
    const offset = BigInt(decision.raw.offset);
    decisions.set(offset, decision);
    covered = offset + 1n;
  };
  return {
    book,
    covered: () => covered,
    decisionAt: (offset) => decisions.get(offset),
    decide(raw, input) {
      const withdrawnFrom = input.kind === 'withdrawal' ? (book.storyOf(input.articleId) ?? null) : null;
      const decision: Decision = { epoch: EPOCH, raw, input, verdict: judge(input), withdrawnFrom };
      keep(decision);
      return decision;
    },
    restore(decision, keepFrom) {
      if (BigInt(decision.raw.offset) < covered) return;
      judge(decision.input);
      keep(decision);
      if (covered <= keepFrom) decisions.delete(covered - 1n);
    },
    forgetBelow(offset) {
      for (const at of decisions.keys()) if (at < offset) decisions.delete(at);
    },
  };
}
