export { readConfig } from './config.ts';
export { createClusterService } from './service.ts';
