import { createKafkaBus } from '@copydesk/bus';
import { createLogger, runService } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createClusterService } from './service.ts';

const config = readConfig(process.env);
const logger = createLogger('cluster', config.logLevel);
const bus = createKafkaBus(config.kafka.bus, logger);
await runService(createClusterService(config, { bus, logger }), { logger });
