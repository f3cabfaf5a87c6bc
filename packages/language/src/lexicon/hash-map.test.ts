import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashMap } from './hash-map.ts';

it('gives what it was made of, and 0 for other keys', () => {
  const entry = fc.tuple(fc.integer(), fc.integer({ min: 1 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 200 }), fc.array(fc.integer()), (entries, others) => {
      // The key 0 stands for 1.
      const kept = new Map(entries.filter(([key]) => key !== 0));
      const map = HashMap.from(kept);
      for (const [key, value] of kept) expect(map.get(key)).toBe(value);
      for (const key of others.filter((k) => k !== 0 && !kept.has(k))) expect(map.get(key)).toBe(0);
    }),
  );
});
