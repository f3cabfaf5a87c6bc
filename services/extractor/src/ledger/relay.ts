import type { Producer, WrittenMessage } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import type { TopicKey } from '@copydesk/contracts';
import { relayOutbox } from '@copydesk/storage';
import type { Database, OutboxMessage } from '@copydesk/storage';

const BATCH = 200;
/** Under load, the messages of several articles leave together. */
const SOON_MS = 60;

const topicKeys: ReadonlyMap<string, TopicKey> = new Map(
  (['factEvents', 'facts', 'conflicts'] as const).map((key) => [topics[key].name, key]),
);

/** Messages were checked against their schemas, and written, when they were put into the outbox. */
function toOutgoing({ topic, key, eventId, eventTime, json }: OutboxMessage): WrittenMessage {
  const topicKey = topicKeys.get(topic);
  if (topicKey === undefined) throw new Error(`the outbox holds a message for ${topic}, which the extractor does not write`);
  return { topic: topicKey, key, id: eventId, time: eventTime, json };
}

/** Sends everything that waits in the outbox, oldest first. @returns how many messages were sent. */
async function drainOutbox(database: Database, producer: Producer): Promise<number> {
  let total = 0;
  for (;;) {
    const sent = await relayOutbox(
      database,
      BATCH,
      async (messages) => await producer.sendWritten(messages.map((message) => toOutgoing(message))),
    );
    total += sent;
    if (sent < BATCH) return total;
  }
}

/** Sends the outbox, one round at a time, whoever asks. */
export interface Relay {
  /** Has what is in the outbox sent in a moment, and does not wait for it; an error shows at the next `settled`. */
  soon(): void;
  /** Resolves when what is in the outbox now is sent: true when it held anything. */
  settled(): Promise<boolean>;
}

/** @param producer sends; it is closed by its owner, after the last round. */
export function createRelay(database: Database, producer: Producer): Relay {
  let running: Promise<boolean> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const rounds = async () => {
    let total = 0;
    try {
      while (again) {
        again = false;
        total += await drainOutbox(database, producer);
      }
      return total > 0;
    } finally {
      running = undefined;
    }
  };
  const settled = () => {
    clearTimeout(timer);
    timer = undefined;
    // A round that has begun may have looked before the latest messages were there.
    again = true;
    running ??= rounds();
    return running;
  };
  return {
    settled,
    soon() {
      timer ??= setTimeout(() => void settled().catch(() => undefined), SOON_MS).unref();
    },
  };
}
