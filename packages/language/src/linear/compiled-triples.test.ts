import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CompiledTriples } from './compiled-triples.ts';
import { layOutTriples, packTriples } from './triple-table.ts';
import { Templates } from './templates.ts';

const templates = new Templates('a b c', [
  [1, 'a'],
  [2, 'b'],
  [3, 'a', 'b'],
  [4, 'b', 'c'],
  [5, 'a', 'b', 'c'],
  [6, [20, 'a', 'c'], 'b'],
]);
const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 });
const weight = fc.integer({ min: -2047, max: 2047 });
const bits = 7;

/** Weights of a hash, read off the slots one by one. */
function weightsOf(slots: Int32Array, hash: number): [one: number, two: number] {
  const index = hash >>> (32 - bits);
  for (const slot of [slots[index] ?? 0, slots[index ^ 1] ?? 0])
    if (slot !== 0 && ((slot ^ hash) & 0xff) === 0) return [slot >> 20, (slot << 12) >> 20];
  return [0, 0];
}

it('adds the weights of all features that the slots hold', () => {
  const triple = fc.record({ values, feature: fc.integer({ min: 0, max: 5 }), one: weight, two: weight });
  fc.assert(
    fc.property(fc.array(triple, { maxLength: 80 }), fc.array(values, { minLength: 1, maxLength: 5 }), (triples, asked) => {
      const hashes = new Int32Array(6);
      const hashOf = (plain: number[], feature: number): number => {
        templates.write(plain, hashes, 0);
        return hashes[feature] as number;
      };
      const { slots } = packTriples(
        triples.map(({ values: plain, feature, one, two }) => ({ hash: hashOf(plain, feature), one, two })),
        bits,
      );
      const compiled = new CompiledTriples(templates, layOutTriples(slots));
      for (const plain of asked) {
        compiled.values.set(plain);
        compiled.score();
        const found = templates.features.map((_, feature) => weightsOf(slots, hashOf(plain, feature)));
        const sum = (which: 0 | 1): number => found.reduce((total, weights) => total + weights[which], 0);
        expect([...compiled.scores]).toEqual([0, sum(0), sum(1)]);
      }
    }),
  );
});
