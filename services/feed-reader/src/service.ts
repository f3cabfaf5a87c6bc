import { randomUUID } from 'node:crypto';
import { createReaderPool } from '@copydesk/article';
import { isTransientBusError, requireTopics } from '@copydesk/bus';
import type { Bus, Producer } from '@copydesk/bus';
import { createFetcher } from '@copydesk/fetch';
import { createHealth, createMetrics, explainError, startHealthServer, startLoop, waitFor, watchBacklog } from '@copydesk/runtime';
import type { HealthServer, Logger, Loop, Service } from '@copydesk/runtime';
import { isTransientDatabaseError, openDatabase, releaseFeeds, requireSchema, unsentIntakeSize, watchDatabase } from '@copydesk/storage';
import { loadSites } from './article/load-sites.ts';
import { createArticleReader } from './article/read-article.ts';
import { PAGE_DEADLINE_MS } from './bulk.ts';
import type { FeedReaderConfig } from './config.ts';
import type { PollContext } from './feeds/poll-feed.ts';
import { addConfiguredFeeds, pollDueFeed } from './feeds/poll-loop.ts';
import { createSharedLimiter } from './feeds/shared-limiter.ts';
import { readOpmlFile } from './feeds/opml-file.ts';
import { publishIntake } from './publish.ts';
import { createPushApi } from './push/push-api.ts';
import { checkDuePage } from './pages/check-pages.ts';
import { readInput } from './read-input.ts';

const IDLE_MS = 1_000;
const POLL_IDLE_MS = 5_000;
/** Pages looked at again at the same time. */
const PAGE_CHECKS = 2;

/** The feed reader as a service: reads its input once, polls its feeds, and publishes article revisions in the order it took them in. */
export function createFeedReader(config: FeedReaderConfig, { bus, logger }: { bus: Bus; logger: Logger }): Service {
  const database = openDatabase({
    url: config.databaseUrl,
    applicationName: 'copydesk-feed-reader',
    onIdleError: (err) => logger.warn({ err, event: 'postgres-idle-error' }),
  });
  const health = createHealth(() => performance.now());
  const metrics = createMetrics('feed-reader', { processMetrics: bus.kind === 'kafka' });
  const published = metrics.counter('copydesk_article_revisions_published_total', 'Article revisions sent to the broker');
  const stopping = new AbortController();
  const fetcher = createFetcher({ userAgent: config.userAgent, limiter: createSharedLimiter(database) });
  const pool = createReaderPool({ threads: config.threads, deadlineMs: PAGE_DEADLINE_MS });
  const sites = loadSites(config.sites);
  for (const { file, fault } of sites.faults) logger.error({ event: 'site-rules-refused', file, fault }, 'rules of a site are not used');
  const read = createArticleReader(pool, sites.rules);
  const polls: PollContext = {
    database,
    fetcher,
    read,
    reader: randomUUID(),
    now: Date.now,
    afterItem: () => relay?.wake(),
    signal: stopping.signal,
    onFault: (err, feed) => logger.error({ err, event: 'poll-failed', feed: feed.url }, 'a feed could not be taken in'),
  };
  let healthServer: HealthServer | undefined;
  const watches: { stop(): void }[] = [];
  let producer: Producer | undefined;
  let relay: Loop | undefined;
  const polling: Loop[] = [];
  let reading: Promise<unknown> = Promise.resolve();
  let pushApi: ReturnType<typeof createPushApi> | undefined;

  const send = async (): Promise<boolean> => {
    if (producer === undefined) return false;
    const sent = await publishIntake(database, producer);
    health.set('kafka', { ok: true, detail: 'connected' });
    published.inc(sent);
    if (sent > 0) health.progress();
    return sent > 0;
  };
  /** Messages not sent yet; asks the broker too, so that its absence shows while nothing flows. */
  const waiting = async (): Promise<number> => {
    await bus.admin.endOffsets('articlesRaw');
    return await unsentIntakeSize(database);
  };
  /** A database may answer and yet refuse to write, as with a full disk: then what waits for it is not ready. */
  const tell = (condition: 'input' | 'polling', error?: unknown) =>
    health.set(condition, error === undefined ? { ok: true, detail: 'going on' } : { ok: false, detail: `paused: ${explainError(error)}` });
  const readGivenInput = async () => {
    const run = await readInput(database, {
      runId: config.runId,
      paths: config.input,
      now: Date.now(),
      afterItem: () => {
        tell('input');
        relay?.wake();
      },
      onPause: ({ error, attempt }) => {
        tell('input', error);
        logger.warn({ err: error, attempt, event: 'input-paused' }, 'reading the input waits for the database');
      },
      read,
      window: config.threads * 4,
      fetcher,
      signal: stopping.signal,
    });
    if (run.state === 'failed') logger.error({ event: 'input-failed', detail: run.detail }, 'the input could not be read to its end');
    else logger.info({ event: 'input-read', ...run }, 'input read');
  };
  return {
    async start() {
      healthServer = await startHealthServer({ ...config.health, health, metrics });
      await requireSchema(database, waitFor('postgres', { health, logger }));
      watches.push(watchDatabase(database, (state) => health.set('postgres', state)));
      const awaitBroker = waitFor('broker', { health, logger });
      await requireTopics(bus, (difference) => logger.warn({ event: 'topic-differs' }, difference), awaitBroker);
      producer = await bus.producer({ source: '/copydesk/feed-reader', onPause: awaitBroker });
      relay = startLoop(send, {
        idleMs: IDLE_MS,
        onError: (err, attempt) => {
          if (!isTransientBusError(err) && !isTransientDatabaseError(err)) throw err;
          if (isTransientBusError(err)) health.set('kafka', { ok: false, detail: err instanceof Error ? err.message : String(err) });
          // Trying again is moving: a restart would mend nothing.
          health.progress();
          logger.warn({ err, attempt, event: 'publish-paused' }, 'publishing waits for the broker or the database');
        },
      });
      if (config.input.length > 0) reading = readGivenInput();
      const listed = config.opml === null ? { urls: [], failures: [] } : readOpmlFile(config.opml);
      for (const failure of listed.failures) logger.error({ event: 'opml-refused', ...failure }, 'a line of the OPML file is no feed');
      for (const url of await addConfiguredFeeds(database, [...config.feeds, ...listed.urls], Date.now())) {
        logger.error({ event: 'feed-refused', url }, 'this is not the address of a feed');
      }
      // Each poll and each look takes what is due by itself; none waits for another.
      const each = (task: () => Promise<boolean>) =>
        startLoop(
          async () => {
            const isBusy = await task();
            tell('polling');
            return isBusy;
          },
          {
            idleMs: POLL_IDLE_MS,
            onError: (err, attempt) => {
              if (!isTransientDatabaseError(err)) throw err;
              tell('polling', err);
              logger.warn({ err, attempt, event: 'polling-paused' }, 'polling waits for the database');
            },
          },
        );
      for (let slot = 0; slot < config.polls; slot++) polling.push(each(async () => await pollDueFeed(polls)));
      for (let slot = 0; slot < PAGE_CHECKS; slot++) polling.push(each(async () => await checkDuePage(polls)));
      if (config.api !== null) {
        pushApi = createPushApi({ database, logger, read, now: Date.now, afterBatch: () => relay?.wake() });
        await pushApi.listen(config.api);
      }
      watches.push(watchBacklog({ health, ask: waiting }));
      logger.info({ event: 'started', health: healthServer.port }, 'feed reader started');
    },
    async stop() {
      stopping.abort();
      await pushApi?.close();
      await reading;
      await Promise.all(polling.map(async (loop) => await loop.stop()));
      // With the database away the leases end by themselves.
      if (polling.length > 0) await releaseFeeds(database, polls.reader).catch(() => undefined);
      await pool.close();
      await fetcher.close();
      await relay?.stop();
      for (const watch of watches) watch.stop();
      await producer?.close();
      await healthServer?.stop();
      await database.destroy();
    },
  };
}
