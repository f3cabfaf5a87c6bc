import { createKafkaBus } from '@copydesk/bus';
import { runMain } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createExtractor } from './service.ts';

await runMain('extractor', readConfig, (config, logger) =>
  createExtractor(config, { bus: createKafkaBus(config.kafka.bus, logger), logger }),
);
