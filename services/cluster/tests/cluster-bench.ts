import { setTimeout as sleep } from 'node:timers/promises';
import { isTransientBusError, partitionForKey, readEvent } from '@copydesk/bus';
import type { Batch, Bus, OutgoingMessage, Producer, ReceivedMessage } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import type { ArticleRaw, TopicKey, TopicValue } from '@copydesk/contracts';
import { retryTransient, runBatch } from '@copydesk/pipeline';
import type { Logger } from '@copydesk/runtime';
import { createClusterService, readConfig } from '../src/index.ts';
import { createPartitions } from '../src/partitions.ts';
import { createClusterPipeline } from '../src/pipeline.ts';
import type { ClusterOptions } from '../src/settings.ts';
import type { PartitionState } from '../src/state/partition-state.ts';

/** The partition of English articles. */
export const partition = partitionForKey('en', topics.articlesRaw.partitions);

export interface Settings {
  options?: ClusterOptions;
  onOtherEpoch?: 'keep' | 'switch';
  snapshotEvery?: number;
}

/** As a consumer does it: a broker that is busy with a topic made a moment ago is asked again. */
const patiently = <Result>(work: () => Promise<Result>) => retryTransient(work, { isTransient: isTransientBusError });

type Told = Record<string, unknown> & { event: string };

/** A logger that keeps what services tell. */
export function notingLogger(): { logger: Logger; told: Told[] } {
  const told: Told[] = [];
  const note = (entry: Told) => void told.push(entry);
  const logger = { info: note, warn: note, error: note, fatal: note, debug: () => undefined } as unknown as Logger;
  return { logger, told };
}

/** Owner of partitions without a consumer: a test says when which batch is decided, stored and published. */
export interface Owner {
  /** Decides on raw messages from one offset up to another. @returns what stores and publishes it */
  decide(from: number, to: number): Promise<{ publish: () => Promise<void>; state: PartitionState }>;
  /** Both at once. */
  process(from: number, to: number): Promise<PartitionState>;
  /** The partition is its own again, after it may have been another's. */
  assignAgain(): Promise<void>;
  told: Told[];
  stop(): Promise<void>;
}

/** A bus with topics of its own and raw articles on it. */
export interface ClusterBench {
  bus: Bus;
  producer: Producer;
  /** All that was sent, in the order it was sent in, whatever the partition. */
  sent: OutgoingMessage[];
  send(events: readonly ArticleRaw[]): Promise<void>;
  owner(settings?: Settings): Owner;
  /** Runs the service until nothing is left to read. @returns what it told */
  serve(settings?: Settings): Promise<Told[]>;
  read<Key extends TopicKey>(topic: Key): Promise<{ key: string | null; id: string; event: TopicValue<Key> }[]>;
}

export async function openBench(given: Bus, groupPrefix: string): Promise<ClusterBench> {
  await given.admin.ensureTopics();
  const sent: OutgoingMessage[] = [];
  const bus: Bus = {
    ...given,
    async producer(options) {
      const inner = await given.producer(options);
      const send: Producer['send'] = async (messages) => {
        await inner.send(messages);
        sent.push(...messages);
      };
      return { ...inner, send };
    },
  };
  const producer = await bus.producer({ source: '/test' });
  const configOf = ({ options = {}, onOtherEpoch = 'keep', snapshotEvery = 0 }: Settings) =>
    readConfig({
      LOG_LEVEL: 'silent',
      KAFKA_BROKERS: 'unused:1',
      KAFKA_GROUP_PREFIX: groupPrefix,
      CLUSTER_OPTIONS: JSON.stringify(options),
      CLUSTER_EPOCH: onOtherEpoch,
      CLUSTER_SNAPSHOT_EVERY: String(snapshotEvery),
    });
  const raw = async (from: number, to: number): Promise<Batch> => {
    const messages: ReceivedMessage[] = [];
    await patiently(async () => {
      messages.length = 0;
      await bus.admin.readToEnd('articlesRaw', (found) => void messages.push(...found), { partitions: [partition] });
    });
    const wanted = messages.filter(({ offset }) => Number(offset) >= from && Number(offset) < to);
    return { topic: 'articlesRaw', partition, messages: wanted, signal: new AbortController().signal, heartbeat: async () => undefined };
  };
  return {
    bus,
    producer,
    sent,
    async send(events) {
      await producer.send(
        events.map((event, at) => ({ topic: 'articlesRaw' as const, key: event.language, id: `raw-${at}`, time: event.observedAt, event })),
      );
    },
    owner(settings = {}) {
      const { logger, told } = notingLogger();
      const config = { ...configOf(settings).clustering, snapshotEvery: settings.snapshotEvery ?? 0 };
      const partitions = createPartitions({ bus, producer, logger, config, progress: () => undefined });
      let assigned: Promise<void> | undefined;
      const decide = async (from: number, to: number) => {
        await (assigned ??= patiently(() => partitions.assigned(partition)));
        const batch = await raw(from, to);
        const { state, publish } = await patiently(() => partitions.open(batch));
        const line = createClusterPipeline(state);
        const outcomes = await runBatch(line, batch.messages, { keyOf: () => '', concurrency: 1, deadLetter: async () => undefined });
        const decisions = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? [outcome.value] : []));
        return { state, publish: () => publish(decisions) };
      };
      return {
        decide,
        async process(from, to) {
          const { publish, state } = await decide(from, to);
          await publish();
          return state;
        },
        assignAgain: () => (assigned = patiently(() => partitions.assigned(partition))),
        told,
        stop: () => partitions.stop(),
      };
    },
    async serve(settings = {}) {
      const { logger, told } = notingLogger();
      const service = createClusterService(configOf(settings), { bus, logger });
      await service.start();
      try {
        for (;;) {
          const waiting = await patiently(() => bus.admin.lag(`${groupPrefix}cluster`, ['articlesRaw']));
          const stored = told.filter(({ event }) => event === 'snapshot').length;
          if (
            waiting.every(({ lag }) => lag === 0) &&
            (settings.snapshotEvery === undefined || stored > 0 || told.some(({ event }) => event === 'restored'))
          )
            break;
          await sleep(20);
        }
      } finally {
        await service.stop();
      }
      return told;
    },
    async read(topic) {
      const found: { key: string | null; id: string; event: TopicValue<typeof topic> }[] = [];
      await patiently(async () => {
        found.length = 0;
        await bus.admin.readToEnd(topic, (messages) => {
          for (const message of messages) {
            const read = readEvent(topic, message);
            if (!read.ok) throw new Error(read.detail);
            if (read.event !== null) found.push({ key: message.key, id: message.headers['ce_id'] ?? '', event: read.event });
          }
        });
      });
      return found;
    },
  };
}
