import { array, assert, constantFrom, jsonValue, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, diffJson } from './patch.ts';
import type { Patch } from './patch.ts';

const stored = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch)) as Patch;
const items = array(record({ name: constantFrom('a', 'b', 'c', 'd', 'e'), list: array(constantFrom('x', 'y', 'z'), { maxLength: 4 }) }), {
  maxLength: 8,
});

describe('diffJson', () => {
  it('makes any value of any other', () => {
    assert(
      property(jsonValue(), jsonValue(), (before, after) => {
        expect(applyPatch(before, stored(diffJson(before, after)))).toEqual(after);
      }),
    );
  });

  it('makes lists of their own with items that come, go, move, repeat and change', () => {
    assert(
      property(items, items, (before, after) => {
        expect(applyPatch({ items: before }, stored(diffJson({ items: before }, { items: after })))).toEqual({ items: after });
      }),
      { numRuns: 2000 },
    );
  });

  it('is short where a long list gets few items, wherever they come, and where long items change places', () => {
    assert(
      property(nat({ max: 999 }), nat({ max: 999 }), (one, other) => {
        const before = Array.from({ length: 1000 }, (_, index) => `item ${index}`);
        const after = before.toSpliced(one, 0, 'new').toSpliced(other, 0, 'newer');
        expect(JSON.stringify(diffJson(before, after)).length).toBeLessThan(120);
        const [x, y] = [
          { name: 'x', list: before },
          { name: 'y', list: after },
        ];
        expect(JSON.stringify(diffJson([x, y], [y, { ...x, list: [...before, 'last'] }])).length).toBeLessThan(120);
      }),
    );
  });

  it('takes members that are undefined for absent', () => {
    expect(diffJson({ a: 1, b: undefined }, { a: 1, c: undefined })).toEqual({ o: {} });
    expect(applyPatch({ a: 1, b: 2 }, diffJson({ a: 1, b: 2 }, { a: 1, b: undefined }))).toEqual({ a: 1 });
  });
});
