import { createKafkaBus } from '@copydesk/bus';
import { runMain } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createFeedReader } from './service.ts';

await runMain('feed-reader', readConfig, (config, logger) =>
  createFeedReader(config, { bus: createKafkaBus(config.kafka.bus, logger), logger }),
);
