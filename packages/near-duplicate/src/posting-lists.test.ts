import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostingLists } from './posting-lists.ts';

describe('posting lists', () => {
  it('agree with plain arrays of the newest live documents, and use the room of freed ones again', () => {
    const step = fc.record({ list: fc.nat(5), drop: fc.nat(3), free: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (steps, keep) => {
        const lists = createPostingLists(keep);
        const places = new Int32Array(6);
        const plain: number[][] = Array.from({ length: 6 }, () => []);
        const out = new Uint32Array(64);
        steps.forEach(({ list, drop, free }, document) => {
          if (drop === 0) lists.live = Math.max(0, document - 20);
          places[list] = lists.push(places[list]!, document);
          plain[list] = [document, ...plain[list]!].slice(0, keep);
          if (free === 0) {
            lists.free(places[list]);
            places[list] = 0;
            plain[list] = [];
          }
          plain.forEach((documents, k) => {
            const n = lists.read(places[k]!, out, 2, keep);
            expect(Array.from(out.subarray(2, 2 + n))).toEqual(documents.filter((d) => d >= lists.live));
          });
        });
        places.forEach((place) => lists.free(place));
        expect(lists.entries()).toBe(0);
      }),
    );
  });
});
