import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairKey } from './pair-key.ts';
import { createPostingIndex, type PostingIndex } from './posting-index.ts';

function countOf(index: PostingIndex, key: number): number {
  const slot = index.find(key);
  return slot < 0 ? 0 : index.countAt(key, slot);
}

describe('the posting index', () => {
  it('gives a key its documents, newest first', () => {
    const index = createPostingIndex(10, 1, 32);
    for (const document of [3, 4, 9]) index.push(7, document, true);
    expect(countOf(index, 7)).toBe(3);
    const out = new Uint32Array(10);
    expect(Array.from(out.subarray(0, index.walk(7, index.find(7), out, 10)))).toEqual([9, 4, 3]);
    expect(countOf(index, 8)).toBe(0);
  });

  it('counts on beyond the bucket cap and takes no more postings', () => {
    const index = createPostingIndex(8, 1, 32);
    for (let document = 0; document < 20; document += 1) index.push(7, document, true);
    expect(countOf(index, 7)).toBe(20);
    expect(index.postings()).toBe(8);
  });

  it('agrees with a plain map under any order of pushes and evictions, and after a dump and load', () => {
    const steps = fc.array(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        steps,
        fc.nat(5),
        fc.constantFrom(1, 3, 5, 8, 24),
        fc.integer({ min: 0, max: 0xffffffff }),
        (documents, keep, newest, seed) => {
          let index = createPostingIndex(1000, seed, newest);
          const live: { number: number; keys: [number, number][] }[] = [];
          documents.forEach((keys, number) => {
            for (const [a, b] of keys) index.push(pairKey(a, b), number, true);
            live.push({ number, keys });
            if (live.length > keep) {
              const gone = live.shift();
              for (const [a, b] of gone?.keys ?? []) index.forget(pairKey(a, b));
              index.dropOldest(live[0]?.number ?? number + 1);
            }
            if (number % 7 === 0) {
              const next = createPostingIndex(1000, seed, newest);
              for (let part = 0; part < index.parts; part += 1) next.load(index.dump(part), live[0]?.number ?? number + 1);
              index = next;
            }
          });
          const out = new Uint32Array(1000);
          for (let a = 0; a < 6; a += 1) {
            for (let b = 0; b < 6; b += 1) {
              const key = pairKey(a, b);
              const expected = live
                .flatMap(({ number, keys }) => keys.filter(([x, y]) => x === a && y === b).map(() => number))
                .toReversed();
              expect(countOf(index, key)).toBe(expected.length);
              if (expected.length > 0)
                expect(Array.from(out.subarray(0, index.walk(key, index.find(key), out, 1000)))).toEqual(expected.slice(0, newest));
            }
          }
        },
      ),
    );
  });
});
