import { explainError } from './explain.ts';
import type { Logger } from './logger.ts';

/** What every service is: something that was created, can be started, and can be stopped. */
export interface Service {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunOptions {
  logger: Logger;
  /** How long a graceful stop may take before the process ends anyway. */
  stopTimeoutMs?: number;
}

/**
 * Runs one service as a process: starts it, stops it on SIGTERM, SIGINT or when the parent that supervises it goes away, and ends the process.
 * Exit code 0 after a clean stop, 1 when start or stop failed.
 */
export async function runService(service: Service, { logger, stopTimeoutMs = 8_000 }: RunOptions): Promise<void> {
  let stopping = false;
  const stop = async (reason: string, failed: boolean) => {
    if (stopping) return;
    stopping = true;
    const deadline = setTimeout(() => {
      logger.error({ event: 'stop-timeout' }, 'stopping took too long; ending now');
      process.exit(1);
    }, stopTimeoutMs);
    deadline.unref();
    logger.debug({ event: 'stop', reason }, 'stopping');
    try {
      await service.stop();
      process.exit(failed ? 1 : 0);
    } catch (err) {
      logger.error({ err, event: 'stop-failed' }, 'stopping failed');
      process.exit(1);
    }
  };
  process.once('SIGTERM', () => void stop('SIGTERM', false));
  process.once('SIGINT', () => void stop('SIGINT', false));
  // A supervised process has an IPC channel; when it closes, the parent is gone and nobody else would stop us.
  if (process.send !== undefined) process.once('disconnect', () => void stop('parent gone', false));
  process.on('unhandledRejection', (err) => {
    logger.fatal({ err, event: 'crash' }, 'unhandled rejection');
    void stop('crash', true);
  });
  process.on('uncaughtException', (err) => {
    logger.fatal({ err, event: 'crash' }, 'uncaught exception');
    void stop('crash', true);
  });
  try {
    await service.start();
    process.send?.({ kind: 'started' });
  } catch (err) {
    logger.fatal({ event: 'start-failed', err }, `cannot start: ${explainError(err)}`);
    await stop('start failed', true);
  }
}
