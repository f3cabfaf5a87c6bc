import { describe, expect, test } from 'vitest';
import type { Pause } from '../src/index.ts';
import { ok, PermanentError, pipeline, retryPauseMs, retryTransient } from '../src/index.ts';

class DatabaseGone extends Error {}
const isTransient = (error: unknown) => error instanceof DatabaseGone;

/** A step that fails as told, then succeeds. */
function failing(...errors: readonly unknown[]) {
  const left = [...errors];
  let runs = 0;
  const line = pipeline<string>('p').step('store', (input) => {
    runs++;
    if (left.length > 0) throw left.shift();
    return ok(input);
  });
  return { line, runs: () => runs };
}

describe('2. Errors', () => {
  test('what passes by itself is never a dead letter: it is thrown, however often, and the caller waits', async () => {
    const { line } = failing(...Array.from({ length: 50 }, () => new DatabaseGone('connection refused')));
    for (let count = 0; count < 50; count++) await expect(line.run('x', { isTransient, attempts: 1 })).rejects.toThrow(DatabaseGone);
    expect(await line.run('x', { isTransient })).toEqual({ kind: 'ok', value: 'x' });
  });

  test('a step says from deep inside that an input can never be processed', async () => {
    const { line, runs } = failing(new PermanentError('text-hash-mismatch', 'the text was changed'));
    expect(await line.run('x')).toEqual({
      kind: 'dead-letter',
      stage: 'p.store',
      code: 'text-hash-mismatch',
      detail: 'the text was changed',
      attempts: 1,
    });
    expect(runs()).toBe(1);
  });

  test('any other error is a fault of ours: one more try, then the input is given up and the rest goes on', async () => {
    expect(await failing(new TypeError('x is undefined')).line.run('x')).toEqual({ kind: 'ok', value: 'x' });
    const { line, runs } = failing(new TypeError('x is undefined'), 'thrown text');
    expect(await line.run('x')).toEqual({ kind: 'dead-letter', stage: 'p.store', code: 'step-failed', detail: 'thrown text', attempts: 2 });
    expect(runs()).toBe(2);
  });

  test('every failure is told, for the log', async () => {
    const told: unknown[] = [];
    const failure = new TypeError('x is undefined');
    await failing(failure).line.run('x', { onFailure: (each) => told.push(each) });
    expect(told).toEqual([{ stage: 'p.store', attempt: 1, error: failure }]);
  });

  test('waiting: pauses double from 0.2 s to 15 s, for as long as it takes', async () => {
    const pauses: Pause[] = [];
    const slept: number[] = [];
    let left = 9;
    let resumed = 0;
    const result = await retryTransient(
      async () => {
        if (left-- > 0) throw new DatabaseGone('starting up');
        return 'stored';
      },
      { isTransient, onPause: (pause) => pauses.push(pause), onResume: () => resumed++, sleep: async (ms) => void slept.push(ms) },
    );
    expect(result).toBe('stored');
    expect(slept).toEqual([200, 400, 800, 1600, 3200, 6400, 12_800, 15_000, 15_000]);
    expect(pauses.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(resumed).toBe(1);
    expect(retryPauseMs(1000)).toBe(15_000);
  });

  test('waiting ends with what does not pass, and when told to stop', async () => {
    await expect(retryTransient(() => Promise.reject(new TypeError('a bug')), { isTransient })).rejects.toThrow('a bug');
    const stop = new AbortController();
    const waiting = retryTransient(() => Promise.reject(new DatabaseGone('gone')), {
      isTransient,
      signal: stop.signal,
      onPause: () => stop.abort(),
    });
    await expect(waiting).rejects.toThrow('gone');
  });
});
