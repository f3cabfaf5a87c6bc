import type { OutgoingMessage, Producer } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import type { ConflictRecord, FactEvent, FactRecord } from '@copydesk/contracts';
import { relayOutbox } from '@copydesk/storage';
import type { Database, OutboxMessage } from '@copydesk/storage';

const BATCH = 500;

/** Messages were checked against their schemas when they were put into the outbox. */
function toOutgoing(message: OutboxMessage): OutgoingMessage {
  const base = { key: message.key, id: message.eventId, time: message.eventTime };
  const { value } = message;
  switch (message.topic) {
    case topics.factEvents.name:
      return { ...base, topic: 'factEvents', event: value as FactEvent | null };
    case topics.facts.name:
      return { ...base, topic: 'facts', event: value as FactRecord | null };
    case topics.conflicts.name:
      return { ...base, topic: 'conflicts', event: value as ConflictRecord | null };
    default:
      throw new Error(`the outbox holds a message for ${message.topic}, which the extractor does not write`);
  }
}

/** Sends everything that waits in the outbox, oldest first. @returns how many messages were sent. */
export async function drainOutbox(database: Database, producer: Producer): Promise<number> {
  let total = 0;
  for (;;) {
    const sent = await relayOutbox(
      database,
      BATCH,
      async (messages) => await producer.send(messages.map((message) => toOutgoing(message))),
    );
    total += sent;
    if (sent < BATCH) return total;
  }
}
