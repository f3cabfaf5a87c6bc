/** Boosted trees as they are stored: the features' names, and for each tree the flat list of its nodes. */
export interface StoredTrees {
  features: readonly string[];
  bias: number;
  /** A tree is [feature, threshold, left, right]…; a leaf is [-1, value, 0, 0]. A row goes left when its feature is <= threshold. */
  trees: readonly (readonly number[])[];
}

/** A score for a row of features: the log-odds that the line belongs to the body. */
export type Scorer = (row: Float32Array) => number;

/** Makes a scorer of stored trees. @throws Error when the trees were trained on other features than `features`. */
export function treeScorer(stored: StoredTrees, features: readonly string[]): Scorer {
  if (stored.features.length !== features.length || stored.features.some((name, i) => name !== features[i]))
    throw new Error('the trees were trained on other features');
  const offsets: number[] = [];
  const nodes = new Float64Array(stored.trees.reduce((sum, tree) => sum + tree.length, 0));
  let at = 0;
  for (const tree of stored.trees) {
    offsets.push(at);
    nodes.set(tree, at);
    at += tree.length;
  }
  return (row) => {
    let score = stored.bias;
    for (const offset of offsets) {
      let node = offset;
      for (;;) {
        const feature = nodes[node] ?? -1;
        const value = nodes[node + 1] ?? 0;
        if (feature < 0) {
          score += value;
          break;
        }
        node = offset + 4 * ((row[feature] ?? 0) <= value ? (nodes[node + 2] ?? 0) : (nodes[node + 3] ?? 0));
      }
    }
    return score;
  };
}
