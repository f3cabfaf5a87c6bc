import { fileURLToPath } from 'node:url';
import { isTransientBusError } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import { createClusterService, readConfig as readClusterConfig } from '@copydesk/cluster';
import { createExtractor, readConfig as readExtractorConfig } from '@copydesk/extractor';
import type { Extraction } from '@copydesk/extractor';
import { createFeedReader, readConfig as readFeedReaderConfig } from '@copydesk/feed-reader';
import { eventId } from '@copydesk/contracts';
import type { ArticleRevision } from '@copydesk/contracts';
import { createLogger } from '@copydesk/runtime';
import type { Service } from '@copydesk/runtime';
import { canonicalDump, countOutcomes, countWaiting, findIntakeRun, migrate, openDatabase, outboxSize } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';

export const seeds = fileURLToPath(new URL('../../../seeds', import.meta.url));

/** Reader, cluster and extractor on one bus and one database, as `start` runs them, within the test's process. */
export interface Installation {
  bus: Bus;
  database: Database;
  /** Starts the services with an input to read, and waits until every article has its outcome and every message is sent. */
  run(input: readonly string[]): Promise<void>;
  /** Sends articles as a reader would. */
  offer(articles: readonly ArticleRevision[]): Promise<void>;
  /** Starts the services without an input and waits until nothing is left to read on any topic, and `isDone` where it is given. */
  replay(isDone?: () => Promise<boolean>): Promise<void>;
  dump(): Promise<string>;
  close(): Promise<void>;
}

/** The bus belongs to the caller: several installations may share it. */
export async function openInstallation(options: {
  databaseUrl: string;
  bus: Bus;
  groupPrefix: string;
  /** What reads the articles; the product's own extractor when not given. */
  extraction?: Extraction;
}): Promise<Installation> {
  const logger = createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const { bus } = options;
  await bus.admin.ensureTopics();
  const database = openDatabase({ url: options.databaseUrl, applicationName: 'test' });
  await migrate(database);
  let runs = 0;

  const withServices = async (input: readonly string[], done: (runId: string) => Promise<boolean>) => {
    const runId = `run-${++runs}`;
    const environment = {
      LOG_LEVEL: 'silent',
      KAFKA_BROKERS: 'unused:1',
      KAFKA_GROUP_PREFIX: options.groupPrefix,
      DATABASE_URL: options.databaseUrl,
      READER_INPUT: JSON.stringify(input),
      READER_RUN_ID: runId,
    };
    const services: Service[] = [
      createExtractor(readExtractorConfig(environment), {
        bus,
        logger,
        ...(options.extraction === undefined ? {} : { extraction: options.extraction }),
      }),
      createClusterService(readClusterConfig(environment), { bus, logger }),
      createFeedReader(readFeedReaderConfig(environment), { bus, logger }),
    ];
    try {
      for (const service of services) await service.start();
      // A loaded machine is slow, not stuck: it ends when nothing has moved for a minute.
      let state = '';
      let moved = performance.now();
      const isDone = async () =>
        await done(runId).catch((error: unknown) => {
          if (isTransientBusError(error)) return false;
          throw error;
        });
      while (!(await isDone())) {
        const now = `${JSON.stringify(await countOutcomes(database))}, ${await outboxSize(database)} unsent`;
        if (now !== state) [state, moved] = [now, performance.now()];
        if (performance.now() - moved > 60_000) throw new Error(`not done: ${state}`);
        await new Promise((next) => setTimeout(next, 50));
      }
    } finally {
      for (const service of services.toReversed()) await service.stop();
    }
  };
  return {
    bus,
    database,
    run: async (input) =>
      await withServices(input, async (runId) => {
        const run = await findIntakeRun(database, runId);
        if (run?.state === 'failed') throw new Error(run.detail ?? 'failed');
        return (
          run?.state === 'done' &&
          ((await countOutcomes(database))['pending'] ?? 0) === 0 &&
          (await countWaiting(database)) === 0 &&
          (await outboxSize(database)) === 0
        );
      }),
    async offer(articles) {
      const producer = await bus.producer({ source: '/test' });
      await producer.send(
        articles.map((event) => ({
          topic: 'articlesRaw',
          key: event.language,
          id: eventId('test', [event.articleId]),
          time: event.observedAt,
          event,
        })),
      );
      await producer.close();
    },
    replay: async (isDone = async () => true) =>
      await withServices([], async () => {
        const cluster = await bus.admin.lag(`${options.groupPrefix}cluster`, ['articlesRaw']);
        const extractor = await bus.admin.lag(`${options.groupPrefix}extractor`, ['articlesClustered']);
        return (
          [...cluster, ...extractor].every(({ lag }) => lag === 0) &&
          (await isDone()) &&
          (await countWaiting(database)) === 0 &&
          (await outboxSize(database)) === 0
        );
      }),
    async dump() {
      const lines: string[] = [];
      for await (const line of canonicalDump(database)) lines.push(line);
      return lines.join('\n');
    },
    async close() {
      await database.destroy();
    },
  };
}
