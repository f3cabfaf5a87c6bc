import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, ConsumeOptions } from './bus.ts';
import { isTransientBusError } from './bus-error.ts';

const firstPauseMs = 200;
const longestPauseMs = 15_000;

/** The pause before attempt 2, 3, …: doubling from 0.2 s to 15 s. */
export function retryPauseMs(attempt: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, attempt - 1));
}

/** What became of a batch: its effects are done, or it was given up because the partition is no longer ours or the consumer stops. */
export type Delivery = 'done' | 'abandoned';

/**
 * Hands a batch to the handler until it succeeds: a transient error pauses this consumer and the same batch is tried again, for as long as the batch is ours. Nothing is skipped, so the order stays.
 * @param stopping ends the tries; a handler that is running is not disturbed
 * @throws what the handler throws, when it is not transient
 */
export async function deliver(batch: Batch, options: DeliverOptions, stopping: AbortSignal): Promise<Delivery> {
  const over = AbortSignal.any([batch.signal, stopping]);
  for (let attempt = 1; !over.aborted; attempt++) {
    try {
      await options.handler(batch);
      if (attempt > 1) options.onState?.({ state: 'running' });
      return 'done';
    } catch (error) {
      if (batch.signal.aborted) return 'abandoned';
      if (!isTransient(error, options)) throw error;
      const retryInMs = retryPauseMs(attempt);
      options.onState?.({ state: 'paused', error, attempt, retryInMs });
      await sleep(retryInMs, undefined, { signal: over }).catch(() => undefined);
    }
  }
  return 'abandoned';
}

/** What delivering needs of a consumer's settings. */
export type DeliverOptions = Pick<ConsumeOptions, 'handler' | 'isTransient' | 'onState'>;

/** True when an error passes by itself, by the bus's own word or the consumer's. */
export function isTransient(error: unknown, options: Pick<ConsumeOptions, 'isTransient'>): boolean {
  return isTransientBusError(error) || options.isTransient?.(error) === true;
}

/** Cuts messages into pieces of at most `size`. */
export function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
