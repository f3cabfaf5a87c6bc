export { readConfig } from './config.ts';
export { createFeedReader } from './service.ts';
