import { isTransientBusError, requireTopics } from '@copydesk/bus';
import type { Bus, Consumer, Producer } from '@copydesk/bus';
import { runBatch } from '@copydesk/pipeline';
import { createHealth, createMetrics, reportConsumer, startHealthServer, waitFor, watchBacklog } from '@copydesk/runtime';
import type { HealthServer, Logger, Service } from '@copydesk/runtime';
import type { ClusterConfig } from './config.ts';
import { giveUp } from './give-up.ts';
import { createGivenUp } from './given-up.ts';
import { createClusterPipeline } from './pipeline.ts';
import { createPartitions } from './partitions.ts';
import type { Partitions } from './partitions.ts';
import { windowMetrics } from './window-metrics.ts';

const BATCH = 100;
/** A start replays at most about this many decisions. */
const SNAPSHOT_EVERY = 10_000;

/** Waits for all of them, then throws the first error. */
async function settleAll(works: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(works)) if (result.status === 'rejected') throw result.reason;
}

/** The cluster service: raw articles in, stories and copies out. Its only state is its topic of decisions. */
export function createClusterService(config: ClusterConfig, { bus, logger }: { bus: Bus; logger: Logger }): Service {
  const health = createHealth(() => performance.now());
  const metrics = createMetrics('cluster', { processMetrics: bus.kind === 'kafka' });
  const decided = metrics.counter('copydesk_decisions_total', 'Article revisions and withdrawals decided on');
  const lag = metrics.gauge('copydesk_consumer_lag_messages', 'Messages waiting', ['topic', 'partition']);
  const showWindow = windowMetrics(metrics);
  // A bus in memory forgets its topics with the state itself.
  const snapshotEvery = config.clustering.snapshotEvery ?? (bus.kind === 'kafka' ? SNAPSHOT_EVERY : 0);
  let healthServer: HealthServer | undefined;
  let producer: Producer | undefined;
  let consumer: Consumer | undefined;
  let partitions: Partitions | undefined;
  let watch: { stop(): void } | undefined;
  const givenUp = createGivenUp();
  const group = `${config.kafka.groupPrefix}cluster`;

  const waiting = async (): Promise<number> => {
    showWindow(partitions?.states() ?? []);
    let total = 0;
    for (const each of await bus.admin.lag(group, ['articlesRaw'])) {
      lag.set({ topic: each.topic, partition: each.partition }, each.lag);
      total += each.lag;
    }
    return total;
  };

  return {
    async start() {
      healthServer = await startHealthServer({ ...config.health, health, metrics });
      const awaitBroker = waitFor('broker', { health, logger });
      await requireTopics(bus, (difference) => logger.warn({ event: 'topic-differs' }, difference), awaitBroker);
      const sender = await bus.producer({ source: '/copydesk/cluster', onPause: awaitBroker });
      producer = sender;
      const mine = createPartitions({
        bus,
        producer: sender,
        logger,
        config: { ...config.clustering, snapshotEvery },
        progress: () => health.progress(),
      });
      partitions = mine;
      health.set('kafka', { ok: false, detail: 'joining the group' });
      consumer = await bus.consume({
        group,
        topics: ['articlesRaw'],
        maxMessages: BATCH,
        isTransient: isTransientBusError,
        async startOffset(_topic, partition) {
          await mine.assigned(partition);
          return undefined;
        },
        async handler(batch) {
          givenUp.begin(batch);
          const { state, publish } = await mine.open(batch);
          const letters: Promise<void>[] = [];
          const outcomes = await runBatch(createClusterPipeline(state), batch.messages, {
            // Decisions depend on all before them.
            keyOf: () => '',
            concurrency: 1,
            isTransient: isTransientBusError,
            deadLetter: async (message, reason) => {
              if (givenUp.has(message)) return;
              // Sent together; the batch is not done before all are stored.
              const letter = giveUp(sender, message, reason).then(() => givenUp.add(message));
              // It is looked at when all are sent.
              letter.catch(() => undefined);
              letters.push(letter);
            },
            onFailure: ({ stage, error }) => logger.warn({ event: 'step-failed', stage, err: error }, 'a step failed'),
          });
          await settleAll(letters);
          const decisions = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? [outcome.value] : []));
          await publish(decisions);
          decided.inc(decisions.length);
        },
        ...reportConsumer({ health, logger }),
      });
      watch = watchBacklog({ health, ask: waiting });
      logger.info({ event: 'started', health: healthServer.port }, 'cluster service started');
    },
    async stop() {
      watch?.stop();
      await consumer?.stop();
      await partitions?.stop();
      await producer?.close();
      await healthServer?.stop();
    },
  };
}
