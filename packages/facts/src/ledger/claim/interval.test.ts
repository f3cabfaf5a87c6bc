import { describe, expect, it } from 'vitest';
import { madeQuantity } from '../test-data/made-mentions.ts';
import { intervalOf, isConverted, isPowerOfTenApart, isRounding, overlaps, sameStated } from './interval.ts';
import type { Interval } from './interval.ts';

const read = (...of: Parameters<typeof madeQuantity>): Interval => {
  const interval = intervalOf(madeQuantity(...of));
  if (interval === null) throw new Error('no interval');
  return interval;
};

describe('intervals', () => {
  it('holds “fewer than 300” and “less than 300” for one number, and 299 possible under both', () => {
    const fewer = read(300, 'house', { comparator: 'lt' });
    expect(sameStated(fewer, read(300, 'house', { comparator: 'lt' }))).toBe(true);
    expect(overlaps(fewer, read(299, 'house'))).toBe(true);
    expect(overlaps(fewer, read(300, 'house'))).toBe(false);
    expect(overlaps(fewer, read(300, 'house', { comparator: 'gte' }))).toBe(false);
  });

  it('lets a vague amount stand with any number above its least, and print no number of its own', () => {
    const dozens = read(24, 'house', { comparator: 'vague', min: 24 });
    expect(overlaps(dozens, read(59, 'house'))).toBe(true);
    expect(overlaps(dozens, read(3, 'house'))).toBe(false);
    expect(dozens.stated).toBeNull();
  });

  it('compares across units, with the rounding that conversion brings', () => {
    expect(isConverted(read(100, 'mile'), read(160, 'km'))).toBe(true);
    expect(isConverted(read(100, 'mile'), read(150, 'km'))).toBe(false);
    expect(isRounding(read(160.9, 'km'), read(161, 'km'))).toBe(true);
  });

  it('tells a lost digit from another number', () => {
    expect(isPowerOfTenApart(read(450, 'house'), read(4_500, 'house'))).toBe(true);
    expect(isPowerOfTenApart(read(450, 'house'), read(900, 'house'))).toBe(false);
    expect(isPowerOfTenApart(read(0, 'house'), read(900, 'house'))).toBe(false);
  });
});
