import type { Kafka, Producer as KafkaProducer } from 'kafkajs';
import kafkajs from 'kafkajs';
import type { OutgoingMessage, Producer, WrittenMessage } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import { checkSize } from '../check-size.ts';
import { decodeDeadLetter, encodeDeadLetter, shortenDeadLetter } from '../dead-letter.ts';
import type { EncodedMessage } from '../event-codec.ts';
import { encodeEvent } from '../event-codec.ts';
import { partitionForKey } from '../partition-for-key.ts';
import { createSendQueue } from '../send-queue.ts';
import type { TopicNames } from '../topic-names.ts';
import { toBusError } from './kafka-error.ts';

interface QueuedRecord {
  readonly topic: string;
  readonly bytes: number;
  readonly message: EncodedMessage;
}

/** kafkajs makes one batch for each partition of a request, so this also bounds a batch. */
const largestRequest = { bytes: 1_000_000, items: 5000 };

function queued(topic: string, message: EncodedMessage): QueuedRecord {
  return { topic, message, bytes: (message.value?.length ?? 0) + 300 };
}

function byTopic(records: readonly QueuedRecord[]): { topic: string; messages: EncodedMessage[] }[] {
  const groups = new Map<string, EncodedMessage[]>();
  for (const { topic, message } of records) {
    const group = groups.get(topic);
    if (group === undefined) groups.set(topic, [message]);
    else group.push(message);
  }
  return [...groups].map(([topic, messages]) => ({ topic, messages }));
}

/** A producer on a Kafka cluster: idempotent, zstd, acknowledged by all replicas in sync. */
export async function createKafkaProducer(kafka: Kafka, names: TopicNames, source: string): Promise<Producer> {
  let producer: KafkaProducer | undefined = await connect(kafka);

  /**
   * After an error nobody knows whether the broker stored the batch. Its sequence number would be given to the next batch, which the broker would then take for a repetition and drop:
   * hence a new producer, with a new identity, after every error.
   */
  async function transmit(records: readonly QueuedRecord[]): Promise<void> {
    try {
      const current = producer ?? (await connect(kafka));
      producer = current;
      await current.sendBatch({ acks: -1, compression: kafkajs.CompressionTypes.ZSTD, topicMessages: byTopic(records) });
    } catch (error) {
      const broken = producer;
      producer = undefined;
      void broken?.disconnect().catch(() => undefined);
      throw toBusError(error);
    }
  }
  const queue = createSendQueue(transmit, largestRequest);

  const send = async (messages: readonly (OutgoingMessage | WrittenMessage)[]) =>
    await queue.send(messages.map((message) => queued(names.name(message.topic), checkSize(encodeEvent(message, source)))));

  return {
    send,
    sendWritten: send,
    async deadLetter(message, reason) {
      const letter = encodeDeadLetter(message, names.name(message.topic), reason);
      const topic = names.deadLetter(message.topic);
      try {
        await queue.send([queued(topic, letter)]);
      } catch (error) {
        if (!(error instanceof BusError) || error.code !== 'message-too-large') throw error;
        await queue.send([queued(topic, shortenDeadLetter(letter))]);
      }
    },
    async redrive(letter) {
      await queue.send([queued(names.name(letter.topic), checkSize(decodeDeadLetter(letter)))]);
    },
    async close() {
      await queue.close();
      await producer?.disconnect().catch(() => undefined);
    },
  };
}

/** The key that decides the partition in the place of the message's own: kafkajs hands on what it does not know. */
function leadingKey(message: object): string | undefined {
  return 'partitionKey' in message && typeof message.partitionKey === 'string' ? message.partitionKey : undefined;
}

async function connect(kafka: Kafka): Promise<KafkaProducer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner:
      () =>
      ({ partitionMetadata, message }) =>
        message.partition ?? partitionForKey(leadingKey(message) ?? message.key ?? '', partitionMetadata.length),
  });
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw toBusError(error);
  }
}
