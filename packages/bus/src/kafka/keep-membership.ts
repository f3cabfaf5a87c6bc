import type { EachBatchPayload } from 'kafkajs';
import type { Batch } from '../bus.ts';
import { protocolType } from './kafka-error.ts';

/** The membership of a group while a batch is handled. */
export interface Membership {
  /** What the handler gets to know of it. */
  readonly forHandler: Pick<Batch, 'signal' | 'heartbeat'>;
  end(): void;
}

/** How long a handler may go on when the group wants to rebalance: its offsets can still be committed then, and nothing is done twice. */
const rebalanceGraceMs = 5000;

/**
 * Sends heartbeats while a handler waits for its effects (kafkajs only sends them between batches). The signal aborts when the membership is lost, when a rebalance has waited long enough, or with `overdue`.
 */
export function keepMembership(payload: Pick<EachBatchPayload, 'heartbeat'>, sessionTimeoutMs: number, overdue: AbortSignal): Membership {
  const lost = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  let beating = false;

  async function beat(): Promise<void> {
    if (beating || lost.signal.aborted) return;
    beating = true;
    try {
      await payload.heartbeat();
    } catch (error) {
      if (protocolType(error) === 'REBALANCE_IN_PROGRESS') grace ??= setTimeout(() => lost.abort(error), rebalanceGraceMs);
      else lost.abort(error);
    } finally {
      beating = false;
    }
  }
  const timer = setInterval(() => void beat(), sessionTimeoutMs / 5);
  return {
    forHandler: {
      signal: AbortSignal.any([lost.signal, overdue]),
      heartbeat: async () => {
        await beat();
        lost.signal.throwIfAborted();
      },
    },
    end() {
      clearInterval(timer);
      clearTimeout(grace);
    },
  };
}
