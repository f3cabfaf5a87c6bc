import { isTransientBusError } from '@copydesk/bus';
import type { Batch, Bus, Consumer, Producer } from '@copydesk/bus';
import { runBatch } from '@copydesk/pipeline';
import { createHealth, createMetrics, startHealthServer } from '@copydesk/runtime';
import type { HealthServer, Logger, Service } from '@copydesk/runtime';
import type { ClusterConfig } from './config.ts';
import { giveUp } from './give-up.ts';
import { createClusterPipeline } from './pipeline.ts';
import { publishDecisions } from './publish.ts';
import { restorePartition } from './restore.ts';
import type { PartitionState } from './state/partition-state.ts';

const BATCH = 100;

/** The cluster service: raw articles in, stories and copies out. Its only state is its topic of decisions. */
export function createClusterService(config: ClusterConfig, { bus, logger }: { bus: Bus; logger: Logger }): Service {
  const health = createHealth(() => performance.now());
  const metrics = createMetrics('cluster', { processMetrics: bus.kind === 'kafka' });
  const decided = metrics.counter('copydesk_decisions_total', 'Article revisions and withdrawals decided on');
  const lag = metrics.gauge('copydesk_consumer_lag_messages', 'Messages waiting', ['topic', 'partition']);
  const states = new Map<number, PartitionState>();
  let healthServer: HealthServer | undefined;
  let producer: Producer | undefined;
  let consumer: Consumer | undefined;

  const stateOf = async (batch: Batch): Promise<PartitionState> => {
    const begin = BigInt(batch.messages[0]?.offset ?? '0');
    let state = states.get(batch.partition);
    if (state === undefined) {
      state = await restorePartition(bus, batch.partition, begin);
      states.set(batch.partition, state);
      logger.info({ event: 'restored', partition: batch.partition, covered: String(state.covered()) }, 'state restored from its decisions');
    }
    state.forgetBelow(begin);
    return state;
  };
  return {
    async start() {
      healthServer = await startHealthServer({ ...config.health, health, metrics });
      const sender = await bus.producer({ source: '/copydesk/cluster' });
      producer = sender;
      consumer = await bus.consume({
        group: `${config.kafka.groupPrefix}cluster`,
        topics: ['articlesRaw'],
        maxMessages: BATCH,
        isTransient: isTransientBusError,
        async startOffset(_topic, partition) {
          // Assigned anew: another process may have decided in between, so the state is read back before the next batch.
          states.delete(partition);
          return undefined;
        },
        async handler(batch) {
          const state = await stateOf(batch);
          const outcomes = await runBatch(createClusterPipeline(state), batch.messages, {
            // Decisions depend on all before them.
            keyOf: () => '',
            concurrency: 1,
            isTransient: isTransientBusError,
            deadLetter: async (message, reason) => await giveUp(sender, message, reason),
            onFailure: ({ stage, error }) => logger.warn({ event: 'step-failed', stage, err: error }, 'a step failed'),
          });
          const decisions = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? [outcome.value] : []));
          await publishDecisions(sender, decisions, state.book);
          decided.inc(decisions.length);
        },
        onState: (state) => {
          const ok = state.state === 'running';
          health.set('kafka', {
            ok,
            detail: ok ? 'consuming' : `paused: ${state.error instanceof Error ? state.error.message : String(state.error)}`,
          });
          if (!ok) logger.warn({ event: 'paused', err: state.error, attempt: state.attempt }, 'consuming waits');
        },
        onProgress: ({ topic, partition, lag: waiting }) => {
          lag.set({ topic, partition }, waiting);
          health.progress();
          health.waiting(waiting > 0);
        },
        onCrash: (err) => {
          logger.fatal({ event: 'crash', err }, 'consuming ended');
          process.exit(1);
        },
      });
      health.set('kafka', { ok: true, detail: 'consuming' });
      logger.info({ event: 'started', health: healthServer.port }, 'cluster service started');
    },
    async stop() {
      await consumer?.stop();
      await producer?.close();
      await healthServer?.stop();
    },
  };
}
