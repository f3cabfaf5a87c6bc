import { createLogger, runService } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createQueryApi } from './service.ts';

const config = readConfig(process.env);
const logger = createLogger('query-api', config.logLevel);
await runService(createQueryApi(config, { logger }), { logger });
