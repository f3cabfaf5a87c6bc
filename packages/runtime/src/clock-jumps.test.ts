import { retryTransient } from '@copydesk/pipeline';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHealth } from './health.ts';
import { startLoop } from './loop.ts';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 2, 4, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sets the wall clock, as an operator or a time server does; time itself goes on as before. */
function jump(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

test.each([5 * hour, -5 * hour])('liveness does not see a jump of %d ms', async (by) => {
  const health = createHealth(() => performance.now(), 120_000);
  health.waiting(true);
  await vi.advanceTimersByTimeAsync(60_000);
  jump(by);
  expect(health.liveness().live).toBe(true);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(health.liveness().live).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(health.liveness().live).toBe(false);
});

test.each([5 * hour, -5 * hour])('tries go on at their pace over a jump of %d ms: no rush, no standstill', async (by) => {
  const tries: number[] = [];
  const begun = performance.now();
  const ending = new AbortController();
  const trying = retryTransient(
    async () => {
      tries.push(Math.round(performance.now() - begun));
      throw new Error('away');
    },
    { isTransient: () => true, signal: ending.signal, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
  ).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  jump(by);
  await vi.advanceTimersByTimeAsync(60_000);
  jump(-by);
  await vi.advanceTimersByTimeAsync(30_000);
  // 0.2 s, doubling to 15 s: seven tries in 13 s, and then four a minute.
  expect(tries.length).toBeGreaterThan(9);
  expect(tries.length).toBeLessThan(14);
  ending.abort();
  await vi.advanceTimersByTimeAsync(20_000);
  await trying;
});

test.each([5 * hour, -5 * hour])('a loop turns at its pace over a jump of %d ms', async (by) => {
  let turns = 0;
  const loop = startLoop(
    async () => {
      turns++;
      return false;
    },
    { idleMs: 1_000, onError: () => undefined },
  );
  await vi.advanceTimersByTimeAsync(10_000);
  jump(by);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turns).toBeGreaterThan(18);
  expect(turns).toBeLessThan(23);
  const stopped = loop.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  await stopped;
});
