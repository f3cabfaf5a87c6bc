import { randomUUID } from 'node:crypto';
import type { TopicKey } from '@copydesk/contracts';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import type { PartitionOffsets, ReadOptions } from '../admin.ts';
import type { ReceivedMessage } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import { watchQuietNodes } from './quiet-nodes.ts';
import { nextOffset, received } from './received.ts';

interface ReadRequest extends ReadOptions {
  readonly kafka: Kafka;
  readonly topic: TopicKey;
  readonly name: string;
  readonly offsets: readonly PartitionOffsets[];
  /** Node ids of the brokers that lead its partitions. */
  readonly leaders: readonly number[];
  readonly onMessages: (messages: readonly ReceivedMessage[]) => void | Promise<void>;
}

const maxWaitTimeInMs = 200;
const emptyFetches = 8;

const ended = () => new BusError('closed', 'reading was ended');

function begin({ partition, low, high }: PartitionOffsets, from: ReadRequest['from']): bigint {
  const wanted = BigInt(from?.get(partition) ?? low);
  const least = BigInt(low);
  const most = BigInt(high);
  return wanted < least ? least : wanted > most ? most : wanted;
}

/** Reads what a topic holds at this moment. kafkajs reads only as a group: one of a name of its own that commits nothing and is gone afterwards. */
export async function readKafkaTopic(request: ReadRequest): Promise<Map<number, string>> {
  const { kafka, topic, name, onMessages, signal } = request;
  const wanted = request.offsets.filter(({ partition }) => request.partitions?.includes(partition) ?? true);
  const ends = new Map(wanted.map(({ partition, high }) => [partition, BigInt(high)]));
  const next = new Map(wanted.map((offsets) => [offsets.partition, begin(offsets, request.from)]));
  const atEnd = (partition: number) => (next.get(partition) ?? 0n) >= (ends.get(partition) ?? 0n);
  const result = () => new Map([...next].map(([partition, offset]) => [partition, String(offset)]));
  if (wanted.every(({ partition }) => atEnd(partition))) return result();

  const group = `${name}.read-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs, allowAutoTopicCreation: false, maxBytesPerPartition: 4_194_304 });
  const quiet = watchQuietNodes(request.leaders, emptyFetches);
  const { promise, resolve, reject } = Promise.withResolvers<void>();

  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    const done = quiet.handling();
    try {
      await take(payload);
    } finally {
      done();
    }
  }

  async function take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { partition } = batch;
    if (payload.isStale() || atEnd(partition)) return;
    const end = ends.get(partition) ?? 0n;
    const messages = batch.messages.filter(({ offset }) => BigInt(offset) < end && BigInt(offset) >= (next.get(partition) ?? 0n));
    try {
      if (messages.length > 0) await onMessages(messages.map((message) => received(topic, partition, message)));
    } catch (error) {
      reject(error);
      return;
    }
    // The batch may end in records that are not messages: its own last offset tells how far it reached.
    next.set(partition, BigInt(nextOffset(batch.lastOffset())));
    payload.resolveOffset(batch.lastOffset());
    if (atEnd(partition)) consumer.pause([{ topic: name, partitions: [partition] }]);
    if ([...next.keys()].every(atEnd)) resolve();
    await payload.heartbeat();
  }

  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { partition } of request.offsets) {
      if (!next.has(partition) || atEnd(partition)) consumer.pause([{ topic: name, partitions: [partition] }]);
      else consumer.seek({ topic: name, partition, offset: String(next.get(partition)) });
    }
  });
  consumer.on(consumer.events.FETCH, ({ payload }) => quiet.fetched((payload as { readonly nodeId?: number }).nodeId ?? -1));
  consumer.on(consumer.events.CRASH, ({ payload }) => void (payload.restart || reject(payload.error)));
  const abort = () => reject(ended());
  // Nobody waits for it while it connects.
  promise.catch(() => undefined);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    if (signal?.aborted === true) throw ended();
    await consumer.connect();
    await consumer.subscribe({ topics: [name], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
    await Promise.race([promise, quiet.allQuiet]);
  } finally {
    signal?.removeEventListener('abort', abort);
    await consumer.disconnect().catch(() => undefined);
  }
  for (const [partition, end] of ends) next.set(partition, (next.get(partition) ?? 0n) > end ? end : (next.get(partition) ?? end));
  return result();
}
