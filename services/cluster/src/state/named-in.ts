import type { Decision } from '@copydesk/contracts';
import type { StoryBook } from './story-book.ts';

/** Stories that a decision names: those that its messages are about. */
export function namedIn({ verdict, withdrawnFrom, assignedUnder, movedFrom }: Decision): string[] {
  if (verdict === null) return [withdrawnFrom, assignedUnder].filter((storyId) => typeof storyId === 'string');
  const merged = verdict.merges.flatMap(({ from, into }) => [from, into]);
  const split = verdict.splits.flatMap(({ from, storyId }) => [from, storyId]);
  return [verdict.storyId, ...(movedFrom === undefined ? [] : [movedFrom]), ...merged, ...split];
}

/** Of some stories those that were split off, each with the first story of its line, as a record keeps them. */
export function ancestorsIn(book: StoryBook, storyIds: readonly string[]): { ancestors?: Record<string, string> } {
  const ancestors = storyIds.flatMap((storyId) => {
    const ancestor = book.ancestorOf(storyId);
    return ancestor === storyId ? [] : [[storyId, ancestor]];
  });
  return ancestors.length === 0 ? {} : { ancestors: Object.fromEntries(ancestors) as Record<string, string> };
}
