import { runMain } from '@copydesk/runtime';
import { readConfig } from './config.ts';
import { createQueryApi } from './service.ts';

await runMain('query-api', readConfig, (config, logger) => createQueryApi(config, { logger }));
