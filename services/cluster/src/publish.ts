import type { OutgoingMessage, Producer } from '@copydesk/bus';
import { eventId } from '@copydesk/contracts';
import type { Decision, Epoch, EpochMoves, Story } from '@copydesk/contracts';
import type { LogTail } from './log/log-tail.ts';
import { clusteredOutputs, epochMoveOutputs } from './outputs.ts';
import type { ClusteredOutput } from './outputs.ts';
import { namedIn } from './state/named-in.ts';
import type { StoryBook } from './state/story-book.ts';

/** The decision itself, for the topic that is the service's state: in the partition whose state it is. */
function decisionMessage(decision: Decision): OutgoingMessage {
  const { raw, input, epoch } = decision;
  return {
    topic: 'clusterDecisions',
    key: String(raw.partition),
    partition: raw.partition,
    id: eventId('decision', [raw.partition, raw.offset, epoch]),
    time: input.observedAt,
    event: decision,
  };
}

/** The record that an epoch begins, or what becomes of stories then. */
export function epochMessage(partition: number, event: Epoch | EpochMoves, part = 0): OutgoingMessage {
  return {
    topic: 'clusterDecisions',
    key: String(partition),
    partition,
    id: eventId(event.kind, [partition, event.epoch, event.kind === 'epoch' ? event.moves : event.id, part]),
    time: event.observedAt,
    event,
  };
}

/** A message for the extractor: keyed by story, in the partition of the story's line. */
function clusteredMessage({ key, event }: ClusteredOutput, about: readonly unknown[]): OutgoingMessage {
  const { line } = event;
  return {
    topic: 'articlesClustered',
    key,
    ...(line === key ? {} : { partitionKey: line }),
    id: eventId('clustered', about),
    time: event.kind === 'assignment' ? event.article.observedAt : event.observedAt,
    event,
  };
}

/** What the beginning of an epoch says to the extractor. */
export function epochOutputs(moves: EpochMoves): OutgoingMessage[] {
  return epochMoveOutputs(moves).map((output) => clusteredMessage(output, [output.event, output.key, moves.epoch]));
}

function clusteredMessages(decision: Decision): OutgoingMessage[] {
  const { articleId, revision } = decision.input;
  return clusteredOutputs(decision).map((output) => clusteredMessage(output, [output.event.kind, output.key, articleId, revision]));
}

/** The latest state of stories. */
export function storyMessages(stories: readonly Story[]): OutgoingMessage[] {
  return stories.map((story) => ({
    topic: 'stories' as const,
    key: story.id,
    id: eventId('story', [story.id, story.revision]),
    time: story.lastSeen,
    event: story,
  }));
}

/** Tells the extractor that an article ended in the dead letters, so that its outcome is known. */
export function refusalMessage(
  article: { articleId: string; revision: number; observedAt: string },
  reason: { code: string; detail: string; stage: string },
): OutgoingMessage {
  const { articleId, revision, observedAt } = article;
  const { code, detail, stage } = reason;
  return {
    topic: 'articlesClustered',
    key: articleId,
    id: eventId('refusal', [articleId, revision, code]),
    time: observedAt,
    event: { kind: 'refusal', articleId, revision, code, detail, stage, observedAt },
  };
}

/** Stores decisions, and when they are stored publishes what follows from them: for the extractor, then the stories' latest state. */
export async function publishDecisions(
  producer: Producer,
  decisions: readonly Decision[],
  { book, tail }: { book: StoryBook; tail: LogTail },
): Promise<void> {
  await tail.sending(decisions.length, () => producer.send(decisions.map((decision) => decisionMessage(decision))));
  await producer.send(decisions.flatMap((decision) => clusteredMessages(decision)));
  const changed = new Set(decisions.flatMap((decision) => namedIn(decision)));
  await producer.send(storyMessages([...changed].flatMap((storyId) => book.get(storyId) ?? [])));
}
