import { setTimeout as sleep } from 'node:timers/promises';
import { pieces, retryTransient } from '@copydesk/pipeline';
import type { Consumer as KafkaConsumer, EachBatchPayload, Kafka } from 'kafkajs';
import kafkajs from 'kafkajs';
import type { ConsumeOptions, Consumer } from '../bus.ts';
import type { BusLogger } from '../bus-logger.ts';
import { deliver, patience } from '../deliver.ts';
import type { TopicNames } from '../topic-names.ts';
import { keepMembership } from './keep-membership.ts';
import { nextOffset, received } from './received.ts';
import { createStartPositions } from './start-positions.ts';
import { protocolType, toBusError } from './kafka-error.ts';

const stopMs = 2500;

/** A consumer on a Kafka cluster; it starts in the background, and waits there for the cluster for as long as it takes. */
export function createKafkaConsumer(
  kafka: Kafka,
  names: TopicNames,
  options: ConsumeOptions,
  logger: BusLogger,
  sessionTimeout: number,
): Consumer {
  const consumer = kafka.consumer({
    groupId: options.group,
    sessionTimeout,
    heartbeatInterval: Math.floor(sessionTimeout / 5),
    rebalanceTimeout: 60_000,
    // A fetch that waits delays the stop.
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
  });
  const stopping = new AbortController();
  const overdue = new AbortController();
  let crashed = false;
  const crash = (error: unknown) => {
    if (!crashed && !stopping.signal.aborted) options.onCrash(error);
    crashed = true;
  };
  const positions = createStartPositions(consumer, names, options, stopping.signal, crash);
  followEvents(consumer, positions, options, crash);

  /** One handler at a time for a partition: kafkajs lets a batch go on that ran beside one that ended in a rebalance, and may bring the same partition again meanwhile. */
  const running = new Map<string, Promise<void>>();
  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    const place = `${payload.batch.topic} ${payload.batch.partition}`;
    const before = running.get(place);
    const mine = before === undefined ? handle(payload) : before.then(() => handle(payload));
    const ended = mine.then(
      () => undefined,
      () => undefined,
    );
    running.set(place, ended);
    await mine;
  }

  async function handle(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const topic = names.topic(batch.topic);
    if (topic === undefined || crashed) return;
    const membership = keepMembership(payload, sessionTimeout, overdue.signal);
    try {
      await positions.known(topic, batch.partition);
      // Fetched before it was known where to begin.
      if (payload.isStale()) return;
      for (const messages of pieces(batch.messages, { items: options.maxMessages ?? 500 })) {
        const piece = {
          topic,
          partition: batch.partition,
          messages: messages.map((message) => received(topic, batch.partition, message)),
          ...membership.forHandler,
        };
        const last = messages.at(-1)?.offset;
        if (last === undefined || stopping.signal.aborted || (await deliver(piece, options, stopping.signal)) === 'abandoned') return;
        payload.resolveOffset(last);
        const offset = nextOffset(last);
        await payload.commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }] });
        const lag = Number(BigInt(batch.highWatermark) - BigInt(offset));
        options.onProgress?.({ topic, partition: batch.partition, done: messages.length, lag: Math.max(0, lag) });
      }
    } catch (error) {
      // Errors of kafkajs itself (a rebalance, a lost coordinator) go back to it; ours end consuming, as it would try them again for ever.
      if (error instanceof kafkajs.KafkaJSError) throw error;
      crash(error);
      throw new kafkajs.KafkaJSNonRetriableError(error instanceof Error ? error.message : String(error));
    } finally {
      membership.end();
    }
  }

  async function start(): Promise<void> {
    const run = async () => {
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: options.topics.map(names.name), fromBeginning: true });
        if (stopping.signal.aborted) return;
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: options.concurrency ?? 1,
          eachBatch,
        });
      } catch (error) {
        throw toBusError(error);
      }
    };
    await retryTransient(run, patience(options, stopping.signal)).catch(crash);
  }
  const started = start();

  return {
    async stop() {
      stopping.abort();
      const late = setTimeout(() => overdue.abort(), stopMs - 500);
      const ended = started
        .then(() => consumer.disconnect())
        .catch((error: unknown) => logger.debug({ event: 'kafka', error }, 'disconnecting failed'));
      await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
      clearTimeout(late);
    },
  };
}

function followEvents(
  consumer: KafkaConsumer,
  positions: ReturnType<typeof createStartPositions>,
  options: ConsumeOptions,
  crash: (error: unknown) => void,
): void {
  let failures = 0;
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    failures = 0;
    positions.assigned(payload.memberAssignment);
    options.onState?.({ state: 'running' });
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    const error = toBusError(payload.error);
    failures += 1;
    if (!payload.restart) crash(error);
    // A coordinator that is still loading is the beginning of every new group, and no news.
    else if (failures > 2 || !comingUp.has(protocolType(payload.error) ?? ''))
      options.onState?.({ state: 'paused', error, attempt: failures, retryInMs: 0 });
  });
}

const comingUp = new Set(['GROUP_LOAD_IN_PROGRESS', 'GROUP_COORDINATOR_NOT_AVAILABLE', 'NOT_COORDINATOR_FOR_GROUP']);
