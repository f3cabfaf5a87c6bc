import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLikenesses } from './likeness.ts';
import { dotMany, type Terms } from './terms.ts';

const MOST = 6;

describe('likenesses', () => {
  it('are the products of all pairs, call after call', () => {
    const likenesses = createLikenesses(MOST);
    const out = new Float64Array(MOST * MOST);
    const vector = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 1, max: 255 })), {
        selector: ([word]) => word % 40,
        maxLength: 40,
      })
      .map((pairs): Terms => {
        const sorted = pairs.toSorted(([a], [b]) => a - b);
        return {
          words: Uint32Array.from(sorted, ([word]) => word),
          weights: Uint8Array.from(sorted, ([, weight]) => weight),
          from: 0,
          count: sorted.length,
        };
      });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: MOST }), (vectors) => {
        const n = vectors.length;
        likenesses(vectors, 4, out);
        vectors.forEach((one, i) =>
          dotMany(one, vectors).forEach((dot, j) => {
            expect(out[i * n + j]).toBe(i === j ? 0 : dot / 4);
          }),
        );
      }),
    );
  });
});
