import { setTimeout as sleepFor } from 'node:timers/promises';

/** A pause before work is tried again. */
export interface Pause {
  readonly error: unknown;
  /** How often the work has been tried. */
  readonly attempt: number;
  readonly retryInMs: number;
}

/** How to wait. */
export interface RetryOptions {
  readonly isTransient: (error: unknown) => boolean;
  /** Ends the tries: what was thrown last is thrown then. */
  readonly signal?: AbortSignal;
  readonly onPause?: (pause: Pause) => void;
  /** Called when work succeeds after at least one pause. */
  readonly onResume?: () => void;
  /** Waits; resolves early when the signal aborts. Real time when not given. */
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

const firstPauseMs = 200;
const longestPauseMs = 15_000;

/** The pause after try 1, 2, 3, …: doubling from 0.2 s to 15 s. No randomness: one process waits for one database, no crowd for a server. */
export function retryPauseMs(attempt: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, attempt - 1));
}

async function realSleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await sleepFor(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

/**
 * Tries work until it succeeds, pausing after each transient error, for as long as it takes.
 * @throws what the work throws, when it is not transient or the signal has aborted
 */
export async function retryTransient<Result>(work: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const { signal, sleep = realSleep } = options;
  const ended = () => signal?.aborted === true;
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await work();
      if (attempt > 1) options.onResume?.();
      return result;
    } catch (error) {
      if (ended() || !options.isTransient(error)) throw error;
      const retryInMs = retryPauseMs(attempt);
      options.onPause?.({ error, attempt, retryInMs });
      await sleep(retryInMs, signal);
      if (ended()) throw error;
    }
  }
}
