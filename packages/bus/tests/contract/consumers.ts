import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { MakeBus } from '../contract-suite.ts';
import { idOf, onBench } from './harness.ts';

const soon = { timeout: 20_000, interval: 20 };

/** What `consume` promises while all goes well. */
export function consumerChapters(makeBus: MakeBus, makePrefix: () => string): void {
  test('a group goes on where it stopped; another group begins at the beginning', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume, group }) => {
      await send('a', 'a');
      const first = await consume();
      await expect.poll(() => first.seen, soon).toEqual(['a/0', 'a/1']);
      await first.stop();
      await send('a');
      const second = await consume();
      await expect.poll(() => second.seen, soon).toEqual(['a/2']);
      const other = await consume({ group: `${group}.other` });
      await expect.poll(() => other.seen, soon).toEqual(['a/0', 'a/1', 'a/2']);
    }));

  test('offsets are committed when the handler is done, not before', () =>
    onBench(makeBus, makePrefix(), async ({ bus, group, send, consume }) => {
      await send('a');
      let release = () => {};
      const effect = new Promise<void>((resolve) => (release = resolve));
      let begun = false;
      const consumer = await consume({
        handler: async () => {
          begun = true;
          await effect;
        },
      });
      const committed = async () =>
        (await bus.admin.lag(group, ['articlesRaw'])).filter((each) => each.committed !== null && each.committed !== '0');
      await expect.poll(() => begun, soon).toBe(true);
      expect(await committed()).toEqual([]);
      release();
      await expect.poll(committed, soon).toHaveLength(1);
      expect(consumer.crashes).toEqual([]);
    }));

  test('where the caller keeps offsets of its own, they count: earlier ones and later ones than the committed', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send('a', 'a', 'a', 'a');
      const first = await consume();
      await expect.poll(() => first.seen, soon).toHaveLength(4);
      await first.stop();
      const back = await consume({ startOffset: async () => '1' });
      await expect.poll(() => back.seen, soon).toEqual(['a/1', 'a/2', 'a/3']);
      await back.stop();
      await send('a', 'a');
      const asked: unknown[] = [];
      const forth = await consume({
        startOffset: async (topic, partition) => {
          asked.push(`${topic} ${partition}`);
          return '5';
        },
      });
      await expect.poll(() => forth.seen, soon).toEqual(['a/5']);
      await expect.poll(() => new Set(asked), soon).toEqual(new Set([0, 1, 2, 3].map((partition) => `articlesRaw ${partition}`)));
    }));

  test('what the caller has done counts as done for the group too, with nothing new to consume', () =>
    onBench(makeBus, makePrefix(), async ({ bus, group, send, consume }) => {
      await send('a', 'a', 'a');
      const ends = new Map((await bus.admin.endOffsets('articlesRaw')).map(({ partition, high }) => [partition, high]));
      const consumer = await consume({ startOffset: async (_topic, partition) => ends.get(partition) });
      const lag = async () => (await bus.admin.lag(group, ['articlesRaw'])).reduce((sum, each) => sum + each.lag, 0);
      await expect.poll(lag, soon).toBe(0);
      expect(consumer.seen).toEqual([]);
    }));

  test('batches are as small as asked, of one partition, in order', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send(...Array.from({ length: 25 }, (_, index) => ['a', 'b', 'c', 'd'][index % 4]!));
      const sizes: number[] = [];
      const consumer = await consume({
        maxMessages: 3,
        handler: async (batch) => {
          sizes.push(batch.messages.length);
          expect(new Set(batch.messages.map((message) => `${message.topic} ${message.partition}`))).toEqual(
            new Set([`${batch.topic} ${batch.partition}`]),
          );
        },
      });
      await expect.poll(() => consumer.seen.length, soon).toBe(25);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(3);
      for (const key of ['a', 'b', 'c', 'd']) {
        const order = consumer.seen.filter((id) => id.startsWith(`${key}/`)).map((id) => Number(id.slice(2)));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
      expect(consumer.crashes).toEqual([]);
    }));

  test('partitions are handled at the same time, when asked', () =>
    onBench(makeBus, makePrefix(), async ({ bus, send, consume }) => {
      await send(...Array.from({ length: 16 }, (_, index) => `key ${index}`));
      const filled = (await bus.admin.endOffsets('articlesRaw')).filter(({ high }) => high !== '0').length;
      let running = 0;
      let most = 0;
      const consumer = await consume({
        concurrency: 4,
        handler: async () => {
          most = Math.max(most, ++running);
          await sleep(300);
          running--;
        },
      });
      await expect.poll(() => consumer.seen.length, soon).toBe(16);
      expect(filled).toBeGreaterThan(1);
      expect(most).toBe(filled);
    }));

  test('members share the partitions; when one leaves, the others take over', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      const keys = Array.from({ length: 40 }, (_, index) => `key ${index}`);
      const first = await consume();
      const second = await consume();
      // Both are members once each has seen something.
      await expect
        .poll(async () => {
          await send(...keys);
          return first.seen.length > 0 && second.seen.length > 0;
        }, soon)
        .toBe(true);
      await first.stop();
      const before = first.seen.length;
      await send('last 0', 'last 1', 'last 2', 'last 3', 'last 4', 'last 5');
      await expect.poll(() => new Set(second.seen.filter((id) => id.startsWith('last'))).size, soon).toBe(6);
      expect(first.seen.length).toBe(before);
    }));

  test(
    'while members come and go, no message is left out, and none of a key overtakes another for the first time',
    { timeout: 60_000 },
    () =>
      onBench(makeBus, makePrefix(), async ({ send, consume }) => {
        const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
        const firstSeen = new Map<string, string[]>(keys.map((key) => [key, []]));
        const join = () =>
          consume({
            maxMessages: 5,
            concurrency: 2,
            handler: async ({ messages }) => {
              await sleep(5);
              for (const message of messages) {
                const order = firstSeen.get(message.key ?? '');
                if (order !== undefined && !order.includes(idOf(message))) order.push(idOf(message));
              }
            },
          });
        const members = [await join()];
        let sent = 0;
        const flow = async (rounds: number) => {
          for (let round = 0; round < rounds; round++, sent++) {
            await send(...keys);
            await sleep(10);
          }
        };
        await flow(20);
        members.push(await join());
        await flow(40);
        await members.shift()?.stop();
        members.push(await join());
        await flow(40);
        await members.shift()?.stop();
        await flow(10);
        await expect.poll(() => [...firstSeen.values()].map((order) => order.length), { timeout: 40_000 }).toEqual(keys.map(() => sent));
        for (const order of firstSeen.values()) {
          const numbers = order.map((id) => Number(id.slice(2)));
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
        }
        expect(members.flatMap(({ crashes }) => crashes)).toEqual([]);
      }),
  );

  test('it is told when consuming begins, with nothing to consume too', () =>
    onBench(makeBus, makePrefix(), async ({ consume }) => {
      const states: string[] = [];
      await consume({ onState: ({ state }) => states.push(state) });
      await expect.poll(() => states, soon).toEqual(['running']);
    }));

  test('progress is told after each commit', () =>
    onBench(makeBus, makePrefix(), async ({ send, consume }) => {
      await send('a', 'a', 'a');
      const told: object[] = [];
      await consume({ maxMessages: 2, onProgress: ({ topic, done, lag }) => told.push({ topic, done, lag }) });
      await expect
        .poll(() => told, soon)
        .toEqual([
          { topic: 'articlesRaw', done: 2, lag: 1 },
          { topic: 'articlesRaw', done: 1, lag: 0 },
        ]);
    }));
}
