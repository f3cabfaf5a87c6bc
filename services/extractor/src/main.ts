import { createKafkaBus } from '@copydesk/bus';
import { createLogger, runService } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createExtractor } from './service.ts';

const config = readConfig(process.env);
const logger = createLogger('extractor', config.logLevel);
const bus = createKafkaBus(config.kafka.bus, logger);
await runService(createExtractor(config, { bus, logger }), { logger });
