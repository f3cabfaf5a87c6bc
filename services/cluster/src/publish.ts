import type { OutgoingMessage } from '@copydesk/bus';
import { eventId } from '@copydesk/contracts';
import type { Decision, Story } from '@copydesk/contracts';
import { clusteredOutputs } from './outputs.ts';

/** The decision itself, for the topic that is the service's state: in the partition whose state it is. */
export function decisionMessage(decision: Decision): OutgoingMessage {
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

/** What a decision says to the extractor, keyed by story. */
export function clusteredMessages(decision: Decision): OutgoingMessage[] {
  const { input } = decision;
  return clusteredOutputs(decision).map(({ key, event }) => ({
    topic: 'articlesClustered' as const,
    key,
    id: eventId('clustered', [event.kind, key, input.articleId, input.revision]),
    time: input.observedAt,
    event,
  }));
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
