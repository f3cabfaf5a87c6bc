/** Gradient boosting of small decision trees on binned features, for the log loss. Deterministic: sampling follows a seed. */
export interface TrainingSet {
  rows: readonly Float32Array[];
  /** Targets in 0..1. */
  targets: Float64Array;
  weights: Float64Array;
}

export interface TrainingOptions {
  rounds: number;
  rate: number;
  depth: number;
  /** Smallest sum of weights in a leaf. */
  minWeight: number;
  lambda: number;
  /** Share of features looked at per tree. */
  features: number;
  seed: number;
}

export interface TrainedTrees {
  bias: number;
  trees: number[][];
}

const bins = 48;

/** Trains on the given rows; every row has the same number of features. */
export function trainTrees(data: TrainingSet, options: TrainingOptions): TrainedTrees {
  const { rows, targets, weights } = data;
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, f) => binEdges(rows, f));
  const binned = Array.from({ length: width }, (_, f) => Uint8Array.from(rows, (row) => binOf(edges[f] ?? [], row[f] ?? 0)));
  let positive = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    positive += (weights[i] ?? 0) * (targets[i] ?? 0);
    total += weights[i] ?? 0;
  }
  const bias = Math.log((positive + 1) / (total - positive + 1));
  const scores = new Float64Array(n).fill(bias);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const trees: number[][] = [];
  const random = generator(options.seed);
  for (let round = 0; round < options.rounds; round++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      gradient[i] = (weights[i] ?? 0) * (p - (targets[i] ?? 0));
      hessian[i] = (weights[i] ?? 0) * Math.max(1e-6, p * (1 - p));
    }
    const chosen = Array.from({ length: width }, (_, f) => f).filter((f) => random() < options.features && (edges[f]?.length ?? 0) > 0);
    const all = Uint32Array.from({ length: n }, (_, i) => i);
    const tree: number[] = [];
    grow(all, histogram(all, chosen), chosen, 0, tree);
    trees.push(tree);
  }
  return { bias, trees };

  /** Sums of gradient, hessian and weight by chosen feature and bin. */
  function histogram(members: Uint32Array, chosen: readonly number[]): Float64Array {
    const sums = new Float64Array(chosen.length * bins * 3);
    for (const [c, feature] of chosen.entries()) {
      const column = binned[feature] ?? new Uint8Array();
      const base = c * bins * 3;
      for (let m = 0; m < members.length; m++) {
        const i = members[m] ?? 0;
        const at = base + (column[i] ?? 0) * 3;
        sums[at] = (sums[at] ?? 0) + (gradient[i] ?? 0);
        sums[at + 1] = (sums[at + 1] ?? 0) + (hessian[i] ?? 0);
        sums[at + 2] = (sums[at + 2] ?? 0) + (weights[i] ?? 0);
      }
    }
    return sums;
  }

  function grow(members: Uint32Array, sums: Float64Array, chosen: readonly number[], depth: number, nodes: number[]): number {
    const at = nodes.length / 4;
    nodes.push(-1, 0, 0, 0);
    let g = 0;
    let h = 0;
    let w = 0;
    for (const i of members) {
      g += gradient[i] ?? 0;
      h += hessian[i] ?? 0;
      w += weights[i] ?? 0;
    }
    const split = depth < options.depth ? bestSplit(sums, g, h, w, chosen) : undefined;
    if (split === undefined) {
      const value = (-g / (h + options.lambda)) * options.rate;
      nodes[4 * at + 1] = value;
      for (const i of members) scores[i] = (scores[i] ?? 0) + value;
      return at;
    }
    const column = binned[split.feature] ?? new Uint8Array();
    const left = members.filter((i) => (column[i] ?? 0) <= split.bin);
    const right = members.filter((i) => (column[i] ?? 0) > split.bin);
    // The larger side's sums are what the smaller side leaves of the whole.
    const [small, large] = left.length < right.length ? [left, right] : [right, left];
    const last = depth + 1 >= options.depth;
    const smallSums = last ? sums : histogram(small, chosen);
    const largeSums = last ? sums : sums.map((value, k) => value - (smallSums[k] ?? 0));
    nodes[4 * at] = split.feature;
    nodes[4 * at + 1] = edges[split.feature]?.[split.bin] ?? 0;
    nodes[4 * at + 2] = grow(left, left === small ? smallSums : largeSums, chosen, depth + 1, nodes);
    nodes[4 * at + 3] = grow(right, right === large ? largeSums : smallSums, chosen, depth + 1, nodes);
    return at;
  }

  function bestSplit(
    sums: Float64Array,
    g: number,
    h: number,
    w: number,
    chosen: readonly number[],
  ): { feature: number; bin: number } | undefined {
    let best = 1e-3;
    let found: { feature: number; bin: number } | undefined;
    const base = (g * g) / (h + options.lambda);
    for (const [c, feature] of chosen.entries()) {
      let leftG = 0;
      let leftH = 0;
      let leftW = 0;
      for (let b = 0; b < (edges[feature]?.length ?? 0); b++) {
        const at = (c * bins + b) * 3;
        leftG += sums[at] ?? 0;
        leftH += sums[at + 1] ?? 0;
        leftW += sums[at + 2] ?? 0;
        if (leftW < options.minWeight || w - leftW < options.minWeight) continue;
        const gain = (leftG * leftG) / (leftH + options.lambda) + ((g - leftG) * (g - leftG)) / (h - leftH + options.lambda) - base;
        if (gain > best) {
          best = gain;
          found = { feature, bin: b };
        }
      }
    }
    return found;
  }
}

/** Ascending thresholds: a value belongs to the first bin whose threshold is not below it. */
function binEdges(rows: readonly Float32Array[], feature: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values: number[] = [];
  for (let i = 0; i < rows.length; i += step) values.push(rows[i]?.[feature] ?? 0);
  values.sort((a, b) => a - b);
  const distinct = [...new Set(values)];
  if (distinct.length < bins) return distinct.slice(0, -1).map((value, i) => rounded((value + (distinct[i + 1] ?? value)) / 2));
  const cuts = new Set<number>();
  for (let b = 1; b < bins; b++) cuts.add(rounded(values[Math.floor((b * values.length) / bins)] ?? 0));
  return [...cuts].sort((a, b) => a - b);
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A small seeded generator (mulberry32): training may draw, running may not. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
