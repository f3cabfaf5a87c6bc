import { createKafkaBus } from '@copydesk/bus';
import { createLogger, runService } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createFeedReader } from './service.ts';

const config = readConfig(process.env);
const logger = createLogger('feed-reader', config.logLevel);
const bus = createKafkaBus(config.kafka.bus, logger);
await runService(createFeedReader(config, { bus, logger }), { logger });
