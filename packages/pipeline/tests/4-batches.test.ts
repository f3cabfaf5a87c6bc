import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeadLetterReason } from '../src/index.ts';
import { deadLetter, drop, ok, pieces, pipeline, runBatch } from '../src/index.ts';

class DatabaseGone extends Error {}

interface Order {
  readonly id: string;
  readonly amount: number;
}

/** A step that stores by id: storing the same order again changes nothing. */
function orders(store: Map<string, number>) {
  return pipeline<Order>('orders')
    .step('check', (order) => (order.amount < 0 ? deadLetter('bad-request', 'less than nothing') : ok(order)))
    .step('skip empty', (order) => (order.amount === 0 ? drop('nothing ordered') : ok(order)))
    .step('store', async (order) => {
      if (order.id === 'when the database is back' && store.size === 0) throw new DatabaseGone('connection refused');
      store.set(order.id, order.amount);
      return ok(order.id);
    });
}

const keyOf = ({ id }: Order) => id;
const isTransient = (error: unknown) => error instanceof DatabaseGone;

describe('4. Batches', () => {
  test('a batch is done when every input has its outcome and every dead letter is stored', async () => {
    const store = new Map<string, number>();
    const letters: [string, DeadLetterReason][] = [];
    const kinds: string[] = [];
    const inputs = [
      { id: 'a', amount: 3 },
      { id: 'b', amount: -1 },
      { id: 'c', amount: 0 },
    ];
    const outcomes = await runBatch(orders(store), inputs, {
      keyOf,
      concurrency: 2,
      deadLetter: async ({ id }, reason) => void letters.push([id, reason]),
      onOutcome: ({ kind }) => kinds.push(kind),
    });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'dead-letter', 'drop']);
    expect(kinds.toSorted()).toEqual(['dead-letter', 'drop', 'ok']);
    expect(letters).toEqual([['b', { code: 'bad-request', detail: 'less than nothing', stage: 'orders.check', attempts: 1 }]]);
    expect([...store]).toEqual([['a', 3]]);
  });

  test('a transient error ends the batch and nothing is a dead letter; the same batch succeeds later', async () => {
    const store = new Map<string, number>();
    const letters: string[] = [];
    const run = () =>
      runBatch(orders(store), [{ id: 'when the database is back', amount: 1 }], {
        keyOf,
        concurrency: 1,
        isTransient,
        deadLetter: async ({ id }) => void letters.push(id),
      });
    await expect(run()).rejects.toThrow(DatabaseGone);
    store.set('another process came first', 1);
    expect(await run()).toEqual([{ kind: 'ok', value: 'when the database is back' }]);
    expect(letters).toEqual([]);
  });

  test('a dead letter that cannot be stored ends the batch: no input is lost', async () => {
    const refuse = () => Promise.reject(new DatabaseGone('no broker'));
    await expect(runBatch(orders(new Map()), [{ id: 'b', amount: -1 }], { keyOf, concurrency: 1, deadLetter: refuse })).rejects.toThrow(
      'no broker',
    );
  });

  test('pieces: in order, none lost, none empty, within the limits unless one item alone is larger', () => {
    expect([...pieces('abcdefg', { items: 3 })]).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
    expect([...pieces([4, 4, 4, 20, 1], { items: 10, size: 8, sizeOf: Number })]).toEqual([[4, 4], [4], [20], [1]]);
    assert(
      property(array(integer({ min: 0, max: 20 })), integer({ min: 1, max: 5 }), integer({ min: 1, max: 15 }), (items, most, size) => {
        const cut = [...pieces(items, { items: most, size, sizeOf: Number })];
        expect(cut.flat()).toEqual(items);
        for (const piece of cut) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece.length === 1 || piece.reduce((sum, item) => sum + item, 0) <= size).toBe(true);
        }
      }),
    );
  });
});
