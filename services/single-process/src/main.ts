// All four services in one process on the in-memory bus: what runs where no Kafka broker can be had. The same services, the same database.
import { createMemoryBus } from '@copydesk/bus';
import { createClusterService, readConfig as readClusterConfig } from '@copydesk/cluster';
import { createExtractor, readConfig as readExtractorConfig } from '@copydesk/extractor';
import { createFeedReader, readConfig as readFeedReaderConfig } from '@copydesk/feed-reader';
import { createQueryApi, readConfig as readQueryApiConfig } from '@copydesk/query-api';
import { createLogger, runMain } from '@copydesk/runtime';
import type { Service } from '@copydesk/runtime';

/** The bus is in memory: no broker is asked for, but the services' configuration names one. The API's health port is the one that was asked for; the others take free ones. */
function readConfig(given: Readonly<Record<string, string | undefined>>) {
  const environment = { ...given, KAFKA_BROKERS: 'memory:0', HEALTH_PORT: '0' };
  const queryApi = readQueryApiConfig({ ...environment, HEALTH_PORT: given['HEALTH_PORT'] });
  return {
    logLevel: queryApi.logLevel,
    queryApi,
    extractor: readExtractorConfig(environment),
    cluster: readClusterConfig(environment),
    feedReader: readFeedReaderConfig(environment),
  };
}

function createAll({ logLevel, queryApi, extractor, cluster, feedReader }: ReturnType<typeof readConfig>): Service {
  const bus = createMemoryBus();
  const logger = (name: string) => createLogger(name, logLevel);
  const services = [
    createQueryApi(queryApi, { logger: logger('query-api') }),
    createExtractor(extractor, { bus, logger: logger('extractor') }),
    createClusterService(cluster, { bus, logger: logger('cluster') }),
    createFeedReader(feedReader, { bus, logger: logger('feed-reader') }),
  ];
  return {
    async start() {
      await bus.admin.ensureTopics();
      for (const service of services) await service.start();
    },
    async stop() {
      for (const service of services.toReversed()) await service.stop();
      await bus.close();
    },
  };
}

await runMain('single-process', readConfig, createAll);
