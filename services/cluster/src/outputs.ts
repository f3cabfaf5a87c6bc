import { eventId } from '@copydesk/contracts';
import type { ArticleClustered, Decision, EpochMoves } from '@copydesk/contracts';
import type { StoryMoves } from './state/story-book.ts';

type Placed = Exclude<ArticleClustered, { kind: 'refusal' }>;
type Ancestors = Readonly<Record<string, string>>;

/** One message of `articles.clustered.v1` with its key, and the line whose partition it goes to. */
export interface ClusteredOutput {
  key: string;
  event: Placed & { line: string };
}

/** The messages of one event, each in the line of its key: a joint event where these are several. `about` names the event among all. */
function inLines(
  about: readonly unknown[],
  messages: readonly (readonly [key: string, event: Placed])[],
  ancestors: Ancestors,
): ClusteredOutput[] {
  const lineOf = (key: string) => ancestors[key] ?? key;
  const lines = [...new Set(messages.map(([key]) => lineOf(key)))];
  const joint = lines.length < 2 ? {} : { joint: { id: eventId('joint', about), lines } };
  return messages.map(([key, event]) => ({ key, event: { ...event, ...joint, line: lineOf(key) } }));
}

/**
 * What a decision publishes, made from the stored decision alone, so that it can be published again byte for byte.
 */
export function clusteredOutputs(decision: Decision): ClusteredOutput[] {
  const { input, verdict, withdrawnFrom, assignedUnder, movedFrom, ancestors = {} } = decision;
  const at = [decision.raw.partition, decision.raw.offset, decision.epoch];
  const { articleId, revision, observedAt } = input;
  if (input.kind === 'withdrawal') {
    const keys = [withdrawnFrom ?? articleId, ...(assignedUnder === undefined ? [] : [assignedUnder])];
    const { reason } = input;
    const told = keys.map((key) => [key, { kind: 'withdrawal', storyId: key, articleId, revision, reason, observedAt }] as const);
    return inLines([...at, 'withdrawal'], told, ancestors);
  }
  if (verdict === null) return [];
  const { merges, splits, ...place } = verdict;
  const into = place.storyId;
  const left = movedFrom === undefined ? [] : [movedFrom];
  const assigned = [
    [into, { kind: 'assignment', ...place, article: input }] as const,
    ...left.map((key) => [key, { kind: 'departure', storyId: key, into, articleId, revision, observedAt }] as const),
  ];
  return [...inLines([...at, 'assignment'], assigned, ancestors), ...movedOutputs({ merges, splits }, { at, observedAt, ancestors })];
}

/** Merges and splits, each under both keys. @param of.at names what they come from */
function movedOutputs(
  { merges, splits }: StoryMoves,
  { at, observedAt, ancestors }: { at: readonly unknown[]; observedAt: string; ancestors: Ancestors },
): ClusteredOutput[] {
  return [
    ...merges.flatMap(({ from, into, reasons }) => {
      const told = [into, from].map((storyId) => [storyId, { kind: 'merge', storyId, from, into, reasons, observedAt }] as const);
      return inLines([...at, 'merge', from, into], told, ancestors);
    }),
    ...splits.flatMap(({ from, storyId, articleIds, reasons }) => {
      const told = [storyId, from].map((key) => [key, { kind: 'split', storyId, from, articleIds, reasons, observedAt }] as const);
      return inLines([...at, 'split', from, storyId, articleIds], told, ancestors);
    }),
  ];
}

/** What the beginning of an epoch says to the extractor. */
export function epochMoveOutputs({ epoch, observedAt, ancestors = {}, ...moves }: EpochMoves): ClusteredOutput[] {
  return movedOutputs(moves, { at: ['epoch', epoch], observedAt, ancestors });
}
