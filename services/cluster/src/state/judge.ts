import type { ArticleRaw, Verdict } from '@copydesk/contracts';
import type { ClusterDecision, Clusterer } from '@copydesk/near-duplicate';
import type { StoryBook } from './story-book.ts';

interface Judgement {
  /** Null for a withdrawal. */
  verdict: Verdict | null;
  /** Stories, by the index's own ids, that nothing will name again. */
  ended: readonly string[];
}

function toVerdict(decision: ClusterDecision, nameOf: (storyId: string) => string): Verdict {
  return {
    storyId: nameOf(decision.story),
    group: decision.group,
    relation: decision.relation,
    of: decision.of,
    directed: decision.directed,
    score: decision.score,
    reasons: decision.reasons,
    copies: decision.copies,
    merges: decision.merged.map(({ from, into, reasons }) => ({ from: nameOf(from), into: nameOf(into), reasons })),
    splits: decision.splits.map(({ from, into, articleIds, reasons }) => ({
      from: nameOf(from),
      storyId: nameOf(into),
      articleIds,
      reasons,
    })),
  };
}

/** Asks the index about inputs, in order; each question changes it. */
export function createJudge(clusterer: Clusterer) {
  return (input: ArticleRaw, { nameOf, book }: { nameOf: (storyId: string) => string; book: StoryBook }): Judgement => {
    const { articleId: id, revision, language } = input;
    if (input.kind === 'withdrawal') {
      clusterer.withdraw(id, language);
      return { verdict: null, ended: [] };
    }
    const { title, text, observedAt, published, url, publisher } = input;
    const article = { id, revision, title, text, language, observedAt, published: published?.value ?? null, url, publisher };
    const decision = clusterer.add(article);
    const verdict = toVerdict(decision, nameOf);
    const known = book.revisionOf(id);
    if (known === undefined || revision > known) return { verdict, ended: decision.ended };
    // A revision that was decided before gets its decision again, but stands where it has come to since, and sets nothing off twice.
    const storyId = book.storyOf(id) ?? verdict.storyId;
    return { verdict: { ...verdict, storyId, merges: [], splits: [] }, ended: [] };
  };
}
