import type { Decision } from '@copydesk/contracts';

/** Stories that a decision names: those that its messages are about. */
export function namedIn({ verdict, withdrawnFrom, assignedUnder }: Decision): string[] {
  if (verdict === null) return [withdrawnFrom, assignedUnder].filter((storyId) => typeof storyId === 'string');
  const merged = verdict.merges.flatMap(({ from, into }) => [from, into]);
  const split = verdict.splits.flatMap(({ from, storyId }) => [from, storyId]);
  return [verdict.storyId, ...merged, ...split];
}
