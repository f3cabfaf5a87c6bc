/** One named condition that a service reports: ready or not, and why. */
export interface ConditionState {
  ok: boolean;
  detail: string;
}

/**
 * What a service says of itself: named conditions for readiness, and progress for liveness.
 * Liveness means progress: work is waiting and nothing moved for `stallMs` is not alive, whatever the process thinks of itself.
 */
export interface Health {
  /** Sets a readiness condition ("kafka", "postgres"). */
  set(condition: string, state: ConditionState): void;
  /** Says that something moved (an offset, a poll). */
  progress(): void;
  /** Says whether work is waiting now. */
  waiting(hasWork: boolean): void;
  readiness(): { ready: boolean; conditions: Record<string, ConditionState> };
  liveness(): { live: boolean; detail: string };
}

/** @param now monotonic milliseconds. @param stallMs how long waiting work may stand still. */
export function createHealth(now: () => number, stallMs = 120_000): Health {
  const conditions = new Map<string, ConditionState>();
  let moved = now();
  let hasWork = false;
  return {
    set: (condition, state) => void conditions.set(condition, state),
    progress: () => {
      moved = now();
    },
    waiting: (work) => {
      // Work that has just arrived has the whole allowance before it counts as stalled.
      if (work && !hasWork) moved = now();
      hasWork = work;
    },
    readiness: () => ({
      ready: conditions.size > 0 && [...conditions.values()].every((state) => state.ok),
      conditions: Object.fromEntries(conditions),
    }),
    liveness: () => {
      const still = now() - moved;
      const live = !hasWork || still < stallMs;
      return { live, detail: live ? 'ok' : `work is waiting and nothing moved for ${Math.round(still / 1000)} s` };
    },
  };
}
