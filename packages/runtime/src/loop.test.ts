import { describe, expect, it } from 'vitest';
import { startLoop } from './loop.ts';

describe('startLoop', () => {
  it('runs again at once after work, and when woken after none', async () => {
    let runs = 0;
    const reached = Promise.withResolvers<void>();
    const loop = startLoop(
      async () => {
        runs++;
        if (runs === 4) reached.resolve();
        return runs < 3;
      },
      { idleMs: 3_600_000, onError: () => undefined },
    );
    await new Promise((resolve) => setImmediate(resolve));
    loop.wake();
    await reached.promise;
    await loop.stop();
    expect(runs).toBe(4);
  });

  it('goes on after an error, and tells it', async () => {
    const told: unknown[] = [];
    let runs = 0;
    const reached = Promise.withResolvers<void>();
    const loop = startLoop(
      async () => {
        runs++;
        if (runs === 1) throw new Error('down');
        reached.resolve();
        return false;
      },
      { idleMs: 3_600_000, onError: (error) => told.push(error) },
    );
    await reached.promise;
    await loop.stop();
    expect(told).toHaveLength(1);
  });
});
