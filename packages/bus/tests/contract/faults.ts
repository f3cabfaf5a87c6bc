import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ConsumerState } from '../../src/bus.ts';
import type { MakeBus } from '../contract-suite.ts';
import { idOf, onBench } from './harness.ts';

const soon = { timeout: 20_000, interval: 20 };

class DatabaseGone extends Error {}
const isTransient = (error: unknown) => error instanceof DatabaseGone;

/** What `consume` promises when something goes wrong. */
export function faultChapters(makeBus: MakeBus, makePrefix: () => string): void {
  test('a transient error pauses; the same batch is tried again until it succeeds, and nothing overtakes it', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send('a', 'a', 'a');
      const tries: string[] = [];
      const states: ConsumerState[] = [];
      const consumer = await consume({
        maxMessages: 1,
        isTransient,
        onState: (state) => states.push(state),
        handler: async ({ messages }) => {
          tries.push(...messages.map(idOf));
          if (tries.length < 4 && idOf(messages[0]!) === 'a/1') throw new DatabaseGone('connection refused');
        },
      });
      await expect.poll(() => consumer.seen, soon).toEqual(['a/0', 'a/1', 'a/2']);
      expect(tries).toEqual(['a/0', 'a/1', 'a/1', 'a/1', 'a/2']);
      expect(states.filter(({ state }) => state === 'paused')).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
      expect(states.at(-1)).toEqual({ state: 'running' });
      expect(consumer.crashes).toEqual([]);
    }));

  test('any other error is a crash, told once; its messages come again to who takes over', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send('a', 'a');
      const failure = new TypeError('a bug');
      const broken = await consume({
        maxMessages: 1,
        handler: async ({ messages }) => {
          if (idOf(messages[0]!) === 'a/1') throw failure;
        },
      });
      await expect.poll(() => broken.crashes, soon).toEqual([failure]);
      await sleep(500);
      expect(broken.crashes).toEqual([failure]);
      expect(broken.seen).toEqual(['a/0']);
      await broken.stop();
      const next = await consume();
      await expect.poll(() => next.seen, soon).toEqual(['a/1']);
    }));

  test('a store that cannot say where to begin is asked again; one that fails for good is a crash', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send('a', 'a');
      let asked = 0;
      const consumer = await consume({
        isTransient,
        startOffset: async () => {
          if (++asked <= 4) throw new DatabaseGone('starting up');
          return '1';
        },
      });
      await expect.poll(() => consumer.seen, soon).toEqual(['a/1']);
      await consumer.stop();
      const failure = new RangeError('no such column');
      const broken = await consume({ startOffset: () => Promise.reject(failure) });
      await expect.poll(() => broken.crashes, soon).toEqual([failure]);
      expect(broken.seen).toEqual([]);
    }));

  test('a stop waits for the running batch, and its offset is committed', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send('a');
      let begun = false;
      const consumer = await consume({
        handler: async () => {
          begun = true;
          await sleep(400);
        },
      });
      await expect.poll(() => begun, soon).toBe(true);
      await consumer.stop();
      expect(consumer.seen).toEqual(['a/0']);
      await send('a');
      const next = await consume();
      await expect.poll(() => next.seen, soon).toEqual(['a/1']);
    }));

  test('a stop does not wait for a pause, nor for ever for a handler, which is told to give up', () =>
    onBench(makeBus, makePrefix(), async ({ group, send, consume }) => {
      await send('a');
      let paused = false;
      const pausing = await consume({
        isTransient: () => true,
        onState: ({ state }) => (paused ||= state === 'paused'),
        handler: () => Promise.reject(new Error('for ever')),
      });
      let aborted = false;
      let begun = false;
      const hanging = await consume({
        group: `${group}.hanging`,
        handler: ({ signal }) =>
          new Promise((_, reject) => {
            begun = true;
            signal.addEventListener('abort', () => {
              aborted = true;
              reject(signal.reason);
            });
          }),
      });
      await expect.poll(() => paused && begun, soon).toBe(true);
      const start = performance.now();
      await Promise.all([pausing.stop(), hanging.stop()]);
      expect(performance.now() - start).toBeLessThan(3000);
      expect(aborted).toBe(true);
      expect([...pausing.crashes, ...hanging.crashes, ...pausing.seen, ...hanging.seen]).toEqual([]);
    }));
}
