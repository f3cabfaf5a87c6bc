import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLimiter } from '@copydesk/fetch';
import type { Limiter } from '@copydesk/fetch';
import { endTurn, takeTurn } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';

/** Requests at one domain at the same time, over all readers. */
const AT_ONCE = 2;
/** Longer than a request may take: the turn of a reader that was killed ends by itself. */
const TURN_SECONDS = 60;
const LOOK_AGAIN_MS = 100;

/** Turns at domains that all readers on one database share: first among the requests of this reader, then among readers. */
export function createSharedLimiter(database: Database): Limiter {
  const local = createLimiter(AT_ONCE);
  return {
    async acquire(domain, signal) {
      const release = await local.acquire(domain, signal);
      const holder = randomUUID();
      try {
        for (;;) {
          signal.throwIfAborted();
          const slot = await takeTurn(database, { domain, holder, atOnce: AT_ONCE, seconds: TURN_SECONDS });
          if (slot !== undefined) {
            return () => {
              // The next request of this reader comes after the turn was given back; a failure lets it end by itself.
              endTurn(database, { domain, slot, holder }).then(release, release);
            };
          }
          await sleep(LOOK_AGAIN_MS, undefined, { signal });
        }
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
