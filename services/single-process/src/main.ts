// All four services in one process on the in-memory bus: what runs where no Kafka broker can be had. The same services, the same database.
import { createMemoryBus } from '@copydesk/bus';
import { createClusterService, readConfig as readClusterConfig } from '@copydesk/cluster';
import { createExtractor, readConfig as readExtractorConfig } from '@copydesk/extractor';
import { createFeedReader, readConfig as readFeedReaderConfig } from '@copydesk/feed-reader';
import { createQueryApi, readConfig as readQueryApiConfig } from '@copydesk/query-api';
import { createLogger, runService } from '@copydesk/runtime';

// The bus is in memory: no broker is asked for, but the services' configuration names one. One health port serves the API; the others take free ones.
const environment = { ...process.env, KAFKA_BROKERS: 'memory:0', HEALTH_PORT: '0' };
const level = readQueryApiConfig(environment).logLevel;
const logger = createLogger('single-process', level);
const bus = createMemoryBus();
const services = [
  createQueryApi(readQueryApiConfig({ ...environment, HEALTH_PORT: process.env['HEALTH_PORT'] }), {
    logger: createLogger('query-api', level),
  }),
  createExtractor(readExtractorConfig(environment), { bus, logger: createLogger('extractor', level) }),
  createClusterService(readClusterConfig(environment), { bus, logger: createLogger('cluster', level) }),
  createFeedReader(readFeedReaderConfig(environment), { bus, logger: createLogger('feed-reader', level) }),
];
await runService(
  {
    async start() {
      await bus.admin.ensureTopics();
      for (const service of services) await service.start();
    },
    async stop() {
      for (const service of services.toReversed()) await service.stop();
      await bus.close();
    },
  },
  { logger },
);
