import type { ArticleClustered, Decision } from '@copydesk/contracts';
import type { StoryMoves } from './state/story-book.ts';

/** One message of `articles.clustered.v1` with its key. */
export interface ClusteredOutput {
  key: string;
  event: ArticleClustered;
}

/**
 * What a decision publishes, made from the stored decision alone, so that it can be published again byte for byte.
 */
export function clusteredOutputs({ input, verdict, withdrawnFrom, assignedUnder }: Decision): ClusteredOutput[] {
  if (input.kind === 'withdrawal') {
    const { articleId, revision, reason, observedAt } = input;
    const keys = [withdrawnFrom ?? articleId, ...(assignedUnder === undefined ? [] : [assignedUnder])];
    return keys.map((key) => ({ key, event: { kind: 'withdrawal', storyId: key, articleId, revision, reason, observedAt } }));
  }
  if (verdict === null) return [];
  const { merges, splits, ...place } = verdict;
  return [
    { key: place.storyId, event: { kind: 'assignment', ...place, article: input } },
    ...movedOutputs({ merges, splits }, input.observedAt),
  ];
}

/** Merges and splits, each under both keys. */
export function movedOutputs({ merges, splits }: StoryMoves, observedAt: string): ClusteredOutput[] {
  return [
    ...merges.flatMap(({ from, into, reasons }) =>
      [into, from].map((storyId) => ({ key: storyId, event: { kind: 'merge' as const, storyId, from, into, reasons, observedAt } })),
    ),
    ...splits.flatMap(({ from, storyId, articleIds, reasons }) =>
      [storyId, from].map((key) => ({ key, event: { kind: 'split' as const, storyId, from, articleIds, reasons, observedAt } })),
    ),
  ];
}
