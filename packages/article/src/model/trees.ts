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
  // Small tables side by side, so that all trees stay in the fastest cache: the left child of a node is the one after it, and only the right one is noted.
  const roots = new Uint16Array(stored.trees.length);
  const feature = new Uint8Array(count).fill(leaf);
  const threshold = new Float32Array(count);
  const right = new Uint16Array(count);
  const value = new Float64Array(count);
  if (count > 0xffff || features.length >= leaf) throw new Error('too many nodes or features');
  let at = 0;
  for (const [t, tree] of stored.trees.entries()) {
    roots[t] = at;
    const place = (i: number): void => {
      const node = at++;
      const tested = tree[4 * i] ?? -1;
      if (tested < 0) {
        value[node] = tree[4 * i + 1] ?? 0;
        return;
      }
      feature[node] = tested;
      threshold[node] = atMost(tree[4 * i + 1] ?? 0);
      place(tree[4 * i + 2] ?? 0);
      right[node] = at;
      place(tree[4 * i + 3] ?? 0);
    };
    place(0);
  }
  return (row) => {
    let score = stored.bias;
    for (let t = 0; t < roots.length; t++) {
      if (t % 32 === 0 && t > 0 && score < giveUp) return score;
      let node = roots[t] ?? 0;
      for (let f = feature[node] ?? leaf; f !== leaf; f = feature[node] ?? leaf)
        node = (row[f] ?? 0) <= (threshold[node] ?? 0) ? node + 1 : (right[node] ?? 0);
      score += value[node] ?? 0;
    }
    return score;
  };
}

/** In the place of a feature's number: a leaf. */
const leaf = 255;

/** The largest 32-bit float that is no larger: rows are such floats, so that a comparison with it comes out as with the value itself. */
function atMost(value: number): number {
  const single = Math.fround(value);
  if (single <= value) return single;
  const bits = new Int32Array(Float32Array.of(single).buffer);
  bits[0] = (bits[0] ?? 0) + (single > 0 ? -1 : 1);
  return new Float32Array(bits.buffer)[0] ?? 0;
}
