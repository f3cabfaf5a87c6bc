export * from './environment.ts';
export * from './health-server.ts';
export * from './health.ts';
export * from './lifecycle.ts';
export * from './logger.ts';
export * from './metrics.ts';
export * from './kafka-environment.ts';
export * from './loop.ts';
