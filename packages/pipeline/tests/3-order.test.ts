import { setTimeout as sleep } from 'node:timers/promises';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrderByKey } from '../src/index.ts';

interface Item {
  readonly key: string;
  readonly turns: number;
}
const keyOf = ({ key }: Item) => key;

describe('3. Order', () => {
  test('items of one key follow each other; others run at the same time, as many as allowed', async () => {
    const log: string[] = [];
    const work = async ({ key, ms }: { key: string; ms: number }) => {
      log.push(`${key} begins`);
      await sleep(ms);
      log.push(`${key} ends`);
      return key;
    };
    const items = [
      { key: 'a', ms: 60 },
      { key: 'a', ms: 1 },
      { key: 'b', ms: 20 },
    ];
    expect(await inOrderByKey(items, work, { keyOf: ({ key }) => key, concurrency: 2 })).toEqual(['a', 'a', 'b']);
    expect(log).toEqual(['a begins', 'b begins', 'b ends', 'a ends', 'a begins', 'a ends']);
  });

  test('whatever the items: order within a key, never more at once than allowed, results in place', async () => {
    const item = record({ key: constantFrom('a', 'b', 'c', 'd'), turns: integer({ min: 0, max: 4 }) });
    const holds = async (items: readonly Item[], concurrency: number) => {
      const done: number[] = [];
      let running = 0;
      let most = 0;
      const results = await inOrderByKey(
        items.map((each, position) => ({ ...each, position })),
        async ({ turns, position }) => {
          most = Math.max(most, ++running);
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          running--;
          done.push(position);
          return position;
        },
        { keyOf, concurrency },
      );
      expect(results).toEqual(items.map((_, position) => position));
      expect(most).toBeLessThanOrEqual(concurrency);
      for (const key of ['a', 'b', 'c', 'd']) {
        const order = done.filter((position) => items[position]?.key === key);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
    };
    await assert(asyncProperty(array(item, { maxLength: 30 }), integer({ min: 1, max: 5 }), holds));
  });

  test('after an error nothing new begins, what runs is waited for, and the earliest error is thrown', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await sleep(item === 0 ? 40 : 5);
      ended.push(item);
      if (item === 0 || item === 1) throw new Error(`item ${item}`);
    };
    await expect(inOrderByKey([0, 1, 2, 3, 4], work, { keyOf: () => null, concurrency: 3 })).rejects.toThrow('item 0');
    expect(begun).toEqual([0, 1, 2]);
    expect(ended.toSorted((one, other) => one - other)).toEqual([0, 1, 2]);
  });
});
