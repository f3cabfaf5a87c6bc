import { explainError } from './explain.ts';
import type { Health } from './health.ts';
import type { Logger } from './logger.ts';

const names = { postgres: 'PostgreSQL', broker: 'Kafka' } as const;

/** What a service that starts while something is away does at each wait: not ready, and a line in the log that says why. */
export function waitFor(condition: keyof typeof names, { health, logger }: { health: Health; logger: Logger }) {
  return ({ error, attempt, retryInMs }: { readonly error: unknown; readonly attempt: number; readonly retryInMs: number }): void => {
    const detail = explainError(error);
    health.set(condition, { ok: false, detail });
    logger.warn({ event: 'waiting', for: condition, attempt, retryInMs }, `waiting for ${names[condition]}: ${detail}`);
  };
}
