import { getDomain } from 'tldts';

/** Hands out turns per registrable domain. The reader gives feeds and pages the same one. */
export interface Limiter {
  /** Waits for a turn; the function it gives back ends it. Rejects when the signal aborts first. */
  acquire(key: string, signal: AbortSignal): Promise<() => void>;
}

/** Registrable domain of a host by the Public Suffix List; the host itself where it has none (addresses, local names). */
export function politenessKey(hostname: string): string {
  return getDomain(hostname) ?? hostname.toLowerCase();
}

/** At most `perKey` at once for each key, first come first served; keys with nobody in them cost nothing. */
export function createLimiter(perKey = 2): Limiter {
  const lanes = new Map<string, { running: number; waiting: (() => void)[] }>();

  function release(key: string): void {
    const lane = lanes.get(key);
    if (lane === undefined) return;
    const next = lane.waiting.shift();
    if (next !== undefined) next();
    else if (--lane.running === 0) lanes.delete(key);
  }

  return {
    async acquire(key, signal) {
      signal.throwIfAborted();
      const lane = lanes.get(key) ?? { running: 0, waiting: [] };
      lanes.set(key, lane);
      if (lane.running < perKey) lane.running++;
      else {
        await new Promise<void>((resolve, reject) => {
          const enter = (): void => {
            signal.removeEventListener('abort', leave);
            resolve();
          };
          const leave = (): void => {
            lane.waiting.splice(lane.waiting.indexOf(enter), 1);
            reject(signal.reason as Error);
          };
          lane.waiting.push(enter);
          signal.addEventListener('abort', leave, { once: true });
        });
      }
      let held = true;
      return () => {
        if (held) release(key);
        held = false;
      };
    },
  };
}
