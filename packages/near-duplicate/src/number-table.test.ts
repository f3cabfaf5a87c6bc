import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberTable } from './number-table.ts';

describe('the number table', () => {
  it('agrees with a plain map under any order of changes, with keys of the same hash', () => {
    const step = fc.record({ key: fc.nat(40), remove: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 400 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.constantFrom(512, 2 ** 28),
        (steps, seed, span) => {
          const hash = (key: number): number => key % 7;
          const table = createNumberTable(seed, { oldest: () => 0, span }, (n) => hash(keyOf[n] ?? 0));
          const keyOf: number[] = [];
          const plain = new Map<number, number>();
          for (const { key, remove } of steps) {
            const old = plain.get(key);
            if (remove && old !== undefined) {
              table.remove(hash(key), old);
              plain.delete(key);
            } else if (!remove) {
              const number = keyOf.push(key) - 1;
              if (old === undefined) table.add(hash(key), number);
              else table.replace(hash(key), old, number);
              plain.set(key, number);
            }
          }
          for (let key = 0; key <= 40; key += 1) expect(table.find(hash(key), (n) => keyOf[n] === key)).toBe(plain.get(key) ?? -1);
        },
      ),
    );
  });
});
