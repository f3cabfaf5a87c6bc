import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTagTable } from './tag-table.ts';

describe('the tag table', () => {
  it('finds every number under each of its hashes while it grows and a window moves over it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 40 }), fc.nat(1000), (seed, different, start) => {
        let oldest = start;
        // Few different hashes: buckets run over, and some numbers are under one hash twice.
        const hashesOf = (number: number): number[] => [0, 1, 2].map((k) => Math.imul((number * 7 + k * 13) % different, 0x9e3779b1) >>> 0);
        const entered = (number: number): number[] => (number < next ? hashesOf(number) : hashesOf(number).slice(0, done));
        let next = start;
        let done = 0; // of the hashes of `next`
        const table = createTagTable(seed, { oldest: () => oldest, span: 256, hashesOf: entered });
        for (; next < start + 600; next += 1) {
          done = 0;
          for (const hash of hashesOf(next)) {
            table.add(hash, next);
            done += 1;
          }
          if (next - oldest < 150) continue;
          for (const hash of hashesOf(oldest)) table.remove(hash, oldest);
          oldest += 1;
        }
        expect(table.entries()).toBe((next - oldest) * 3);
        for (let number = oldest; number < next; number += 1)
          for (const hash of hashesOf(number)) expect(table.find(hash, (n) => n === number)).toBe(number);
        for (; oldest < next; oldest += 1) for (const hash of hashesOf(oldest)) table.remove(hash, oldest);
        expect(table.entries()).toBe(0);
        expect(table.find(hashesOf(start)[0]!, () => true)).toBe(-1);
      }),
      { numRuns: 30 },
    );
  });
});
