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
  if (stored.trees.some((tree) => depthOf(tree) > depth) || features.length > 256) throw new Error('trees too deep or too many features');
  // Every tree is filled up to the same depth, so that a row goes down without asking where leaves are, and without a jump that the processor has to guess: from
  // place k it goes on to 2k or 2k + 1, and what it reaches on the last level are the values.
  const feature = new Uint8Array(size * stored.trees.length);
  const threshold = new Float32Array(size * stored.trees.length).fill(Infinity);
  const value = new Float64Array(size * stored.trees.length);
  for (const [t, tree] of stored.trees.entries()) {
    const place = (i: number, k: number): void => {
      const tested = tree[4 * i] ?? -1;
      if (k >= size) {
        value[t * size + k - size] = tree[4 * i + 1] ?? 0;
        return;
      }
      if (tested >= 0) {
        feature[t * size + k] = tested;
        threshold[t * size + k] = atMost(tree[4 * i + 1] ?? 0);
      }
      place(tested < 0 ? i : (tree[4 * i + 2] ?? 0), 2 * k);
      place(tested < 0 ? i : (tree[4 * i + 3] ?? 0), 2 * k + 1);
    };
    place(0, 1);
  }
  const trees = stored.trees.length;
  const right = (row: Float32Array, place: number): number => Number(!((row[feature[place] ?? 0] ?? 0) <= (threshold[place] ?? 0)));
  return (row) => {
    let score = stored.bias;
    for (let t = 0; t < trees; t++) {
      if (t % 32 === 0 && t > 0 && score < giveUp) return score;
      const root = t * size;
      let k = 2 + right(row, root + 1);
      k = 2 * k + right(row, root + k);
      k = 2 * k + right(row, root + k);
      k = 2 * k + right(row, root + k);
      score += value[root + k - size] ?? 0;
    }
    return score;
  };
}

/** How deep the trees are trained to be; a full one has as many values as two to this power. */
const depth = 4;
const size = 1 << depth;

function depthOf(tree: readonly number[], i = 0): number {
  return (tree[4 * i] ?? -1) < 0 ? 0 : 1 + Math.max(depthOf(tree, tree[4 * i + 2] ?? 0), depthOf(tree, tree[4 * i + 3] ?? 0));
}

/** The largest 32-bit float that is no larger: rows are such floats, so that a comparison with it comes out as with the value itself. */
function atMost(value: number): number {
  const single = Math.fround(value);
  if (single <= value) return single;
  const bits = new Int32Array(Float32Array.of(single).buffer);
  bits[0] = (bits[0] ?? 0) + (single > 0 ? -1 : 1);
  return new Float32Array(bits.buffer)[0] ?? 0;
}
