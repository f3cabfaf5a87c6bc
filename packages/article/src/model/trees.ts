/** Boosted trees as they are stored: the features' names, and for each tree the flat list of its nodes. */
export interface StoredTrees {
  features: readonly string[];
  bias: number;
  /** A tree is [feature, threshold, left, right]…; a leaf is [-1, value, 0, 0]. A row goes left when its feature is <= threshold. */
  trees: readonly (readonly number[])[];
}

/** Below this the rest of the trees are not asked: such a line never comes back (checked every 32 trees). */
const giveUp = -3.5;

/** A score for a row of features: the log-odds that the line belongs to the body. */
export type Scorer = (row: Float32Array) => number;

/** Makes a scorer of stored trees. @throws Error when the trees were trained on other features than `features`. */
export function treeScorer(stored: StoredTrees, features: readonly string[]): Scorer {
  if (stored.features.length !== features.length || stored.features.some((name, i) => name !== features[i]))
    throw new Error('the trees were trained on other features');
  const count = stored.trees.reduce((sum, tree) => sum + tree.length / 4, 0);
  const roots = new Int32Array(stored.trees.length);
  const feature = new Int16Array(count);
  const value = new Float64Array(count);
  const children = new Int32Array(2 * count);
  let at = 0;
  for (const [t, tree] of stored.trees.entries()) {
    roots[t] = at;
    for (let i = 0; i < tree.length / 4; i++) {
      feature[at + i] = tree[4 * i] ?? -1;
      value[at + i] = tree[4 * i + 1] ?? 0;
      children[2 * (at + i)] = at + (tree[4 * i + 2] ?? 0);
      children[2 * (at + i) + 1] = at + (tree[4 * i + 3] ?? 0);
    }
    at += tree.length / 4;
  }
  return (row) => {
    let score = stored.bias;
    for (let t = 0; t < roots.length; t++) {
      if (t % 32 === 0 && t > 0 && score < giveUp) return score;
      let node = roots[t] ?? 0;
      for (let f = feature[node] ?? -1; f >= 0; f = feature[node] ?? -1)
        node = children[2 * node + ((row[f] ?? 0) <= (value[node] ?? 0) ? 0 : 1)] ?? 0;
      score += value[node] ?? 0;
    }
    return score;
  };
}
