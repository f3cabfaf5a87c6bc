import { describe, expect, it } from 'vitest';
import { bestCut } from './best-cut.ts';
import { treeScorer } from './trees.ts';

describe('treeScorer', () => {
  const stored = {
    features: ['a', 'b'],
    bias: 0.5,
    trees: [
      [0, 1.5, 1, 2, -1, 10, 0, 0, -1, 20, 0, 0],
      [-1, 0.25, 0, 0],
    ],
  };
  it('adds the leaves that a row reaches', () => {
    const score = treeScorer(stored, ['a', 'b']);
    expect(score(Float32Array.of(1.5, 0))).toBe(10.75);
    expect(score(Float32Array.of(2, 0))).toBe(20.75);
  });
  it('compares as with the threshold itself, though it is kept in fewer bits', () => {
    for (const threshold of [0.1, -0.1, 16777217, 1e-50, -1e-50, 3]) {
      const score = treeScorer({ features: ['a'], bias: 0, trees: [[0, threshold, 1, 2, -1, 1, 0, 0, -1, 2, 0, 0]] }, ['a']);
      for (const x of [Math.fround(threshold), 0, 16777218, Math.fround(threshold) + 1e-7, Math.fround(threshold) - 1e-7]) {
        const row = Float32Array.of(x);
        expect(score(row)).toBe((row[0] ?? 0) <= threshold ? 1 : 2);
      }
    }
  });
  it('reads trees of unequal depth, four levels at most', () => {
    // Each tree goes right as long as the feature is above 0, 1, 2 …
    const chain = (depth: number): number[] =>
      Array.from({ length: depth }, (_, d) => [0, d, 2 * d + 1, 2 * d + 2, -1, d, 0, 0])
        .flat()
        .concat(-1, 100, 0, 0);
    const score = treeScorer({ features: ['a'], bias: 0, trees: [chain(1), chain(4)] }, ['a']);
    expect([0, 1, 2, 3, 4].map((x) => score(Float32Array.of(x)))).toEqual([0, 101, 102, 103, 200]);
    expect(() => treeScorer({ features: ['a'], bias: 0, trees: [chain(5)] }, ['a'])).toThrow('too deep');
  });
  it('refuses trees of other features', () => {
    expect(() => treeScorer(stored, ['b', 'a'])).toThrow('other features');
  });
});

describe('bestCut', () => {
  it('lowers the bar on a page without a clear body', () => {
    expect(bestCut([0.9, 0.95, 0.3], [300, 300, 300])).toEqual([true, true, false]);
    expect(bestCut([0.02, 0.3, 0.28], [300, 300, 300])).toEqual([false, true, true]);
    expect(bestCut([0.01, 0.02], [300, 300])).toEqual([false, false]);
    expect(bestCut([], [])).toEqual([]);
    expect(bestCut(Array<number>(7).fill(0.4), Array<number>(7).fill(300)).some(Boolean)).toBe(false);
    expect(bestCut([0.4, 0.4], [300, 300])).toEqual([true, true]);
  });
});
