import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortShort } from './short-sort.ts';

describe('sortShort', () => {
  it('sorts short and long lists as the runtime does, and leaves the rest alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.double({ noNaN: true }), { maxLength: 700 }), fc.double({ noNaN: true }), (numbers, rest) => {
        const sorted = Float64Array.from([...numbers, rest]);
        sortShort(sorted, numbers.length);
        expect(Array.from(sorted)).toEqual([...Array.from(Float64Array.from(numbers).sort()), rest]);
      }),
    );
  });
});
