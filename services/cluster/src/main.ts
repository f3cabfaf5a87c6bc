import { createKafkaBus } from '@copydesk/bus';
import { runMain } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createClusterService } from './service.ts';

await runMain('cluster', readConfig, (config, logger) =>
  createClusterService(config, { bus: createKafkaBus(config.kafka.bus, logger), logger }),
);
