import { isTransientBusError, requireTopics } from '@copydesk/bus';
import type { Bus, Consumer, Producer } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import { EXTRACTOR_VERSION, createExtractor as createMentionExtractor, warmUp } from '@copydesk/facts';
import { runBatch } from '@copydesk/pipeline';
import type { RunOptions } from '@copydesk/pipeline';
import { createHealth, createMetrics, reportConsumer, startHealthServer, startLoop, waitFor, watchBacklog } from '@copydesk/runtime';
import type { HealthServer, Logger, Loop, Service } from '@copydesk/runtime';
import {
  ExtractorVersionError,
  countWaiting,
  forgetOffset,
  isTransientDatabaseError,
  loadOffsets,
  openDatabase,
  requireSchema,
  watchDatabase,
} from '@copydesk/storage';
import type { ExtractorConfig } from './config.ts';
import { createStoryLedgers } from './ledger/story-ledgers.ts';
import type { Extraction } from './ledger/reextract.ts';
import { createRelay } from './ledger/relay.ts';
import { giveUp } from './give-up.ts';
import { releaseTask } from './lines/release.ts';
import { createExtractorPipeline, createReleasePipeline } from './pipeline.ts';
import { CONSUMER } from './steps/apply.ts';
import { bringToVersion, requireExtraction } from './upgrade.ts';

const BATCH = 50;
const RELAY_IDLE_MS = 1_000;
const RELEASE_IDLE_MS = 1_000;
/** Between two looks for stories of another version that came in by the way of older processes. */
const UPGRADE_IDLE_MS = 5_000;

/** What reads the articles in the product: all that this program's extractor finds. */
function currentExtraction(): Extraction {
  const mentions = createMentionExtractor();
  return {
    version: EXTRACTOR_VERSION,
    readMentions: (article) => mentions.extract(article).mentions,
    warmUp: () => warmUp(mentions),
  };
}

/** The extractor as a service: clustered articles in, facts and conflicts out, with the ledger in PostgreSQL between. */
export function createExtractor(
  config: ExtractorConfig,
  { bus, logger, extraction = currentExtraction() }: { bus: Bus; logger: Logger; extraction?: Extraction },
): Service {
  const database = openDatabase({
    url: config.databaseUrl,
    applicationName: 'copydesk-extractor',
    onIdleError: (err) => logger.warn({ err, event: 'postgres-idle-error' }),
  });
  const health = createHealth(() => performance.now());
  const metrics = createMetrics('extractor', { processMetrics: bus.kind === 'kafka' });
  const applied = metrics.counter('copydesk_clustered_events_applied_total', 'Clustered events by outcome', ['outcome']);
  const lag = metrics.gauge('copydesk_consumer_lag_messages', 'Messages waiting', ['topic', 'partition']);
  const isTransient = (error: unknown) => isTransientBusError(error) || isTransientDatabaseError(error);
  const ledgers = createStoryLedgers(extraction);
  const topic = topics.articlesClustered.name;
  let healthServer: HealthServer | undefined;
  const watches: { stop(): void }[] = [];
  const held = metrics.gauge('copydesk_messages_in_line', 'Messages that wait for a joint event of several stories');
  let released: Loop | undefined;
  let producer: Producer | undefined;
  let consumer: Consumer | undefined;
  const loops: Loop[] = [];

  /** The offset saved with the ledger; forgotten when it lies beyond the topic's end, because then the topic was made anew. */
  const savedOffset = async (partition: number): Promise<string | undefined> => {
    ledgers.clear();
    const saved = (await loadOffsets(database, CONSUMER, topic)).get(partition);
    if (saved === undefined) return undefined;
    const end = (await bus.admin.endOffsets('articlesClustered')).find((entry) => entry.partition === partition);
    if (end === undefined || saved <= BigInt(end.high)) return String(saved);
    logger.warn(
      { event: 'offset-beyond-end', partition, saved: String(saved), end: end.high },
      'the topic was made anew; reading it from its beginning',
    );
    await forgetOffset(database, CONSUMER, topic, partition);
    return end.low;
  };
  /** Messages not applied yet, by the offsets saved with the ledger. */
  const waiting = async (): Promise<number> => {
    const saved = await loadOffsets(database, CONSUMER, topic);
    let total = 0;
    for (const { partition, low, high } of await bus.admin.endOffsets('articlesClustered')) {
      const next = saved.get(partition) ?? 0n;
      const left = Math.max(0, Number(BigInt(high) - (next > BigInt(low) ? next : BigInt(low))));
      lag.set({ topic, partition }, left);
      total += left;
    }
    return total;
  };
  return {
    async start() {
      healthServer = await startHealthServer({ ...config.health, health, metrics });
      extraction.warmUp?.();
      await requireSchema(database, waitFor('postgres', { health, logger }));
      await requireExtraction(database, extraction.version);
      watches.push(watchDatabase(database, (state) => health.set('postgres', state)));
      const awaitBroker = waitFor('broker', { health, logger });
      await requireTopics(bus, (difference) => logger.warn({ event: 'topic-differs' }, difference), awaitBroker);
      const sender = await bus.producer({ source: '/copydesk/extractor', onPause: awaitBroker });
      producer = sender;
      const relay = createRelay(database, sender);
      const context = { database, relay, ledgers, extraction };
      const onWait = () => released?.wake();
      const line = createExtractorPipeline({ ...context, onWait });
      const waits = (event: string, sentence: string) => (err: unknown, attempt: number) => {
        if (!isTransient(err)) throw err;
        logger.warn({ err, attempt, event }, sentence);
      };
      loops.push(
        startLoop(async () => await relay.settled(), {
          idleMs: RELAY_IDLE_MS,
          onError: waits('relay-paused', 'the outbox waits for the broker or the database'),
        }),
      );
      const run: RunOptions = {
        // A newer version has taken over: that is no fault of the message, and ends this process.
        isTransient: (error) => isTransient(error) || error instanceof ExtractorVersionError,
        onFailure: ({ stage, error }) => logger.warn({ event: 'step-failed', stage, err: error }, 'a step failed'),
      };
      const onOutcome = (outcome: string) => {
        applied.inc({ outcome });
        health.progress();
      };
      const release = releaseTask({
        database,
        producer: sender,
        line: createReleasePipeline(context),
        isAllRead: async () => (await waiting()) === 0,
        run,
        onDone: onOutcome,
      });
      released = startLoop(
        async () => {
          const isDone = await release();
          held.set(await countWaiting(database));
          return isDone;
        },
        { idleMs: RELEASE_IDLE_MS, onError: waits('lines-paused', 'what waits in its line waits for the broker or the database') },
      );
      loops.push(released);
      const upgrade = await bringToVersion({ database, ledgers, health, metrics, logger, onStory: () => relay.soon() });
      if (upgrade !== undefined) {
        loops.push(
          startLoop(upgrade, { idleMs: UPGRADE_IDLE_MS, onError: waits('reextract-paused', 'reading again waits for the database') }),
        );
      }
      health.set('kafka', { ok: false, detail: 'joining the group' });
      consumer = await bus.consume({
        group: `${config.kafka.groupPrefix}extractor`,
        topics: ['articlesClustered'],
        maxMessages: BATCH,
        isTransient,
        startOffset: async (_topic, partition) => await savedOffset(partition),
        async handler(batch) {
          await runBatch(line, batch.messages, {
            // One partition is one row of stories' events: all in order.
            keyOf: () => '',
            concurrency: 1,
            ...run,
            deadLetter: async (message, reason) => await giveUp({ database, producer: sender }, message, reason),
            onOutcome: ({ kind }) => onOutcome(kind),
          });
          await relay.settled();
        },
        ...reportConsumer({ health, logger }),
      });
      watches.push(watchBacklog({ health, ask: waiting }));
      logger.info({ event: 'started', health: healthServer.port }, 'extractor started');
    },
    async stop() {
      await consumer?.stop();
      await Promise.all(loops.map((loop) => loop.stop()));
      for (const watch of watches) watch.stop();
      await producer?.close();
      await healthServer?.stop();
      await database.destroy();
    },
  };
}
