export { readConfig } from './config.ts';
export { createExtractor } from './service.ts';
