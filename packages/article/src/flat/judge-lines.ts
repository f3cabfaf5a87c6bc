import { readFileSync } from 'node:fs';
import type { StoredTrees } from '../model/trees.ts';
import { treeScorer } from '../model/trees.ts';
import { flatFeatureNames, flatFeatures } from './features.ts';
import type { Line } from './lines.ts';

const stored = JSON.parse(readFileSync(new URL('../data/flat-trees.json', import.meta.url), 'utf8')) as StoredTrees;
const score = treeScorer(stored, flatFeatureNames);

/** For each line the probability that it belongs to the article body. */
export function judgeLines(lines: readonly Pick<Line, 'text'>[]): number[] {
  return flatFeatures(lines).map((row) => 1 / (1 + Math.exp(-score(row))));
}
