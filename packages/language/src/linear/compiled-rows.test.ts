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
  const rowsOf = rows.map(({ values: plain, feature, weights }): Row => {
    templates.write(plain, hashes, 0);
    return { hash: hashes[feature] as number, weights: [...weights].toSorted((x, y) => x[0] - y[0]), importance: weights.size };
  });
  return new RowTable(classes, ...packed(rowsOf));
}

function packed(rows: readonly Row[]): [Uint32Array, Uint16Array] {
  const { slots, entries } = packRows(rows, 8);
  return [slots, entries];
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
        const compiled = new CompiledRows(templates, table.layOut());
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

  it('adds a kept sum, worked out once', () => {
    const own = new Templates('e', [
      [30, 'e'],
      [31, 'e'],
    ]);
    const hashes = new Int32Array(2);
    own.write([7], hashes, 0);
    const long: Row['weights'] = [0, 1, 2, 3, 4].map((c) => [c, 10 * c - 100] as const);
    const table = new RowTable(
      5,
      ...packed([
        { hash: hashes[0] as number, weights: long, importance: 2 },
        { hash: hashes[1] as number, weights: [[1, 127]], importance: 1 },
      ]),
    );
    const compiled = new CompiledRows(templates, table.layOut(), { templates: own, rows: 3 });
    compiled.keptRow[0] = 2;
    compiled.keptValues[0] = 7;
    compiled.keep();
    compiled.keptValues[0] = 8;
    expect(compiled.score()).toBe((97 << 8) | 1);
    expect([...compiled.scores]).toEqual([-100, 37, -80, -70, -60]);
    compiled.keptRow[0] = 1;
    expect(compiled.score()).toBe(0);
  });
});
