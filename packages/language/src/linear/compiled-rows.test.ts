import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompiledRows } from './compiled-rows.ts';
import { packRows, RowTable, type Row } from './row-table.ts';
import { Templates } from './templates.ts';

const templates = new Templates('a b c d', [
  [1, 'a'],
  [2, 'b'],
  [3, 'c'],
  [4, 'd'],
  [5, 'a', 'b'],
  [6, 'a', 'c'],
  [7, 'b', 'd'],
  [8, 'a', 'b', 'c'],
  [9, [20, 'a', 'b'], 'c', 'd'],
  [10, [21, 'a', 'b', 'c'], 'd'],
]);
const values = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
const weight = fc.integer({ min: -127, max: 127 }).filter((w) => w !== 0);

/** A table with rows for some features of some values: short and long ones. */
function tableOf(classes: number, rows: readonly { values: number[]; feature: number; weights: Map<number, number> }[]): RowTable {
  const hashes = new Int32Array(templates.features.length);
  const packed = rows.map(({ values: plain, feature, weights }): Row => {
    templates.write(plain, hashes, 0);
    return { hash: hashes[feature] as number, weights: [...weights].toSorted((x, y) => x[0] - y[0]), importance: weights.size };
  });
  const { slots, entries } = packRows(packed, 8);
  return new RowTable(classes, slots, entries);
}

describe('CompiledRows', () => {
  it.each([3, 13, 50, 75, 128])('adds what the table adds, and finds the best of %i classes', (classes) => {
    const weights = fc
      .array(fc.tuple(fc.integer({ min: 0, max: classes - 1 }), weight), { minLength: 1, maxLength: 12 })
      .map((pairs) => new Map(pairs));
    const row = fc.record({ values, feature: fc.integer({ min: 0, max: templates.features.length - 1 }), weights });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.array(values, { minLength: 1, maxLength: 5 }), (rows, asked) => {
        const table = tableOf(classes, rows);
        const compiled = new CompiledRows(templates, table);
        const features = new Int32Array(templates.features.length);
        for (const plain of asked) {
          const expected = new Int32Array(classes);
          table.add(features, templates.write(plain, features, 0), expected);
          compiled.values.set(plain);
          const answer = compiled.score();
          expect([...compiled.scores]).toEqual([...expected]);
          const [top = 0, next = 0] = expected.toSorted((x, y) => y - x);
          expect([answer & 0xff, answer >> 8]).toEqual([expected.indexOf(top), top - next]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('adds the sums that the caller keeps', () => {
    const compiled = new CompiledRows(templates, tableOf(3, []), 2, 2);
    compiled.sums.set([5, -300, 7], 0);
    compiled.sums.set([1, 2, 3000], compiled.width);
    compiled.starts.set([0, compiled.width]);
    expect(compiled.score()).toBe((3001 << 8) | 2);
    expect([...compiled.scores]).toEqual([6, -298, 3007]);
  });
});
