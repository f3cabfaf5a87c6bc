import type { Health } from './health.ts';
import type { Logger } from './logger.ts';

/** What a consumer of messages tells of itself: that it runs, or that it waits after an error. */
interface ConsumerReport {
  readonly state: string;
  readonly error?: unknown;
  readonly attempt?: number;
}

/** What a service does with what its consumer tells: readiness (condition "kafka"), liveness, log; and the end of the process when consuming ends. */
export function reportConsumer({ health, logger }: { health: Health; logger: Logger }) {
  return {
    onState: ({ state, error, attempt }: ConsumerReport) => {
      const ok = state === 'running';
      health.set('kafka', { ok, detail: ok ? 'consuming' : `paused: ${error instanceof Error ? error.message : String(error)}` });
      // Trying again is moving: a restart would mend nothing.
      health.progress();
      if (!ok) logger.warn({ event: 'paused', err: error, attempt }, 'consuming waits');
    },
    onProgress: () => health.progress(),
    onCrash: (err: unknown) => {
      logger.fatal({ event: 'crash', err }, 'consuming ended');
      process.exit(1);
    },
  };
}
