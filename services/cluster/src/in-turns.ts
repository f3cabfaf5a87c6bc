import { setImmediate } from 'node:timers/promises';
import type { Steps } from '@copydesk/near-duplicate';

/** Longest stretch of work after which others have their turn. A step on top of it is some milliseconds. */
const STRETCH_MS = 15;

/** Runs all steps; whatever else the process has to do has its turn in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < STRETCH_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}
