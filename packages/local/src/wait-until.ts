import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks `probe` again and again until it answers true; resolves to false when `deadlineMs` (milliseconds from now) has passed.
 * The pause between two questions grows from 20 to 200 ms.
 */
export async function waitUntil(probe: () => boolean | Promise<boolean>, deadlineMs: number): Promise<boolean> {
  const end = performance.now() + deadlineMs;
  let pause = 20;
  while (!(await probe())) {
    if (performance.now() >= end) return false;
    await sleep(pause);
    pause = Math.min(200, pause * 1.5);
  }
  return true;
}
