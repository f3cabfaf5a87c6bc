import type { Perceptron } from './perceptron.ts';

/** How a perceptron is trained. */
export interface Learning {
  epochs: number;
  /** Seed of the order of sentences and of what is dropped. */
  seed: number;
  /** A decision must lead by this much, or it is taught again: what is barely right in training is often wrong elsewhere. */
  margin: number;
  /** Share of the features that are left out of each decision, so that no weight relies on another (+0.3 tags on unseen text). */
  drop: number;
}

/** Leaves out a random share of the features; returns how many are left. The order of the others changes. */
export function dropFeatures(features: Int32Array, count: number, share: number, random: () => number): number {
  let left = count;
  for (let f = 0; f < left;) {
    if (random() < share) features[f] = features[--left] as number;
    else f++;
  }
  return left;
}

/**
 * Scores a decision, teaches it when the right class does not lead by the margin, and returns the best class.
 * @param right the right class; negative when it is not known and nothing is taught
 * @param follow classes that are possible (1) or not (0); all when left out
 */
export function teach(
  model: Perceptron,
  features: Int32Array,
  count: number,
  scores: Int32Array,
  right: number,
  margin: number,
  follow?: Uint8Array,
): number {
  model.score(features, count, scores);
  let best = -1;
  let rival = -1;
  for (let c = 0; c < model.classes; c++) {
    if (follow !== undefined && follow[c] === 0) continue;
    if (best < 0 || (scores[c] as number) > (scores[best] as number)) best = c;
    if (c !== right && (rival < 0 || (scores[c] as number) > (scores[rival] as number))) rival = c;
  }
  if (right >= 0 && rival >= 0 && (scores[right] as number) - (scores[rival] as number) < margin)
    model.update(features, count, right, rival);
  model.clock++;
  return best;
}
