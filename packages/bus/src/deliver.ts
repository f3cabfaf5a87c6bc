import type { RetryOptions } from '@copydesk/pipeline';
import { retryTransient } from '@copydesk/pipeline';
import type { Batch, ConsumeOptions } from './bus.ts';
import { isTransientBusError } from './bus-error.ts';

/** What became of a batch: its effects are done, or it was given up because the partition is no longer ours or the consumer stops. */
export type Delivery = 'done' | 'abandoned';

/** What trying again needs of a consumer's settings. */
export type PatienceOptions = Pick<ConsumeOptions, 'isTransient' | 'onState'>;

/** How a consumer waits: for what it calls transient and for the bus itself, telling its state. */
export function patience({ isTransient, onState }: PatienceOptions, signal: AbortSignal): RetryOptions {
  return {
    signal,
    isTransient: (error) => isTransientBusError(error) || isTransient?.(error) === true,
    onPause: (pause) => onState?.({ state: 'paused', ...pause }),
    onResume: () => onState?.({ state: 'running' }),
  };
}

/**
 * Hands a batch to the handler until it succeeds: a transient error pauses this consumer and the same batch is tried again, for as long as the batch is ours. Nothing is skipped, so the order stays.
 * @param stopping ends the tries; a handler that is running is not disturbed
 * @throws what the handler throws, when it is not transient
 */
export async function deliver(
  batch: Batch,
  options: PatienceOptions & Pick<ConsumeOptions, 'handler'>,
  stopping: AbortSignal,
): Promise<Delivery> {
  const over = AbortSignal.any([batch.signal, stopping]);
  if (over.aborted) return 'abandoned';
  const waiting = patience(options, over);
  try {
    await retryTransient(() => options.handler(batch), waiting);
    return 'done';
  } catch (error) {
    // A handler that was told to give up may throw anything.
    if (batch.signal.aborted || (stopping.aborted && waiting.isTransient(error))) return 'abandoned';
    throw error;
  }
}
