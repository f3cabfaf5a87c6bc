import type { Health } from './health.ts';

export interface BacklogOptions {
  health: Health;
  /** How many messages wait; throws while the broker (or the database that keeps the offsets) does not answer. */
  ask: () => Promise<number>;
  everyMs?: number;
}

/**
 * Asks again and again how much work waits, until stopped. Liveness thus knows of work that no handler has touched yet, and readiness of a broker that is away while nothing flows
 * (condition "broker").
 */
export function watchBacklog({ health, ask, everyMs = 5_000 }: BacklogOptions): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      const waiting = await ask();
      if (stopped) return;
      health.waiting(waiting > 0);
      health.set('broker', { ok: true, detail: `${waiting} messages waiting` });
    } catch (error) {
      if (stopped) return;
      // Work that cannot be asked for is not work that stands still.
      health.waiting(false);
      health.set('broker', { ok: false, detail: error instanceof Error ? error.message : String(error) });
    }
    timer = setTimeout(() => void look(), everyMs);
  };
  void look();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
