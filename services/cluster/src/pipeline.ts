import type { Batch, OutgoingMessage, Producer } from '@copydesk/bus';
import type { Decision } from '@copydesk/contracts';
import { clusteredMessages, decisionMessage, refusalMessage, storyMessages } from './publish.ts';
import { readRawMessage } from './read-message.ts';
import type { PartitionState } from './state/partition-state.ts';

/**
 * The cluster service, top to bottom: read → decide → store the decisions → publish what follows from them.
 * Decisions are stored before anything is published, so that whatever crashes in between is published again from the same decisions.
 * @returns a function that takes one batch of raw articles and answers with the number decided on.
 */
export function createClusterPipeline({ producer }: { producer: Producer }) {
  return async (batch: Batch, state: PartitionState): Promise<number> => {
    const decisions: Decision[] = [];
    const refusals: OutgoingMessage[] = [];
    const changed = new Set<string>();
    for (const message of batch.messages) {
      await batch.heartbeat();
      const read = readRawMessage(message);
      if ('reason' in read) {
        await producer.deadLetter(message, read.reason);
        continue;
      }
      const decision =
        state.decisionAt(BigInt(message.offset)) ?? state.decide({ partition: message.partition, offset: message.offset }, read.event);
      if ('reason' in decision) {
        await producer.deadLetter(message, decision.reason);
        if (read.event.kind === 'revision') refusals.push(refusalMessage(read.event, decision.reason));
        continue;
      }
      decisions.push(decision);
      for (const storyId of storiesOf(decision)) changed.add(storyId);
    }
    await producer.send(decisions.map((decision) => decisionMessage(decision)));
    await producer.send([...decisions.flatMap((decision) => clusteredMessages(decision)), ...refusals]);
    await producer.send(storyMessages([...changed].flatMap((storyId) => state.book.get(storyId) ?? [])));
    return decisions.length;
  };
}

/** Stories that a decision touches. */
function storiesOf({ verdict, withdrawnFrom }: Decision): string[] {
  if (verdict === null) return withdrawnFrom === null ? [] : [withdrawnFrom];
  return [
    verdict.storyId,
    ...verdict.merges.flatMap(({ from, into }) => [from, into]),
    ...verdict.splits.flatMap(({ from, storyId }) => [from, storyId]),
  ];
}
