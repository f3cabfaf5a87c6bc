import type { OutgoingMessage, Producer } from '@copydesk/bus';
import { conflictSchema, factEventSchema, factRecordSchema, topics } from '@copydesk/contracts';
import { relayOutbox } from '@copydesk/storage';
import type { Database, OutboxMessage } from '@copydesk/storage';

const BATCH = 500;

function toOutgoing(message: OutboxMessage): OutgoingMessage {
  const base = { key: message.key, id: message.eventId, time: message.eventTime };
  const { value } = message;
  switch (message.topic) {
    case topics.factEvents.name:
      return { ...base, topic: 'factEvents', event: factEventSchema.parse(value) };
    case topics.facts.name:
      return { ...base, topic: 'facts', event: value === null ? null : factRecordSchema.parse(value) };
    case topics.conflicts.name:
      return { ...base, topic: 'conflicts', event: value === null ? null : conflictSchema.parse(value) };
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
