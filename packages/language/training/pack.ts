import { packRows, RowTable, type LaidOutRows, type Row } from '../src/linear/row-table.ts';
import { layOutTriples, packTriples, type LaidOutTriples } from '../src/linear/triple-table.ts';
import type { Perceptron } from './perceptron.ts';

/** Averaged weights are kept as multiples of this. */
const unit = 1 / 1024;

/** A trained model as plain arrays: feature f has the weights `starts[f]`…`starts[f + 1]` of `classes` and `weights`. */
export interface TrainedModel {
  hashes: Int32Array;
  starts: Int32Array;
  classes: Uint8Array;
  weights: Int32Array;
}

/** The averaged weights of a perceptron; those below 0.02 say nothing and are left out. */
export function freeze(model: Perceptron): TrainedModel {
  const hashes: number[] = [];
  const starts: number[] = [0];
  const classes: number[] = [];
  const weights: number[] = [];
  for (const row of model.averaged()) {
    row.weights.forEach((w, c) => {
      if (Math.abs(w) < 0.02) return;
      classes.push(c);
      weights.push(Math.round(w / unit));
    });
    if (classes.length === starts.at(-1)) continue;
    hashes.push(row.hash);
    starts.push(classes.length);
  }
  return {
    hashes: Int32Array.from(hashes),
    starts: Int32Array.from(starts),
    classes: Uint8Array.from(classes),
    weights: Int32Array.from(weights),
  };
}

/** Adds up models trained with different orders (one seed each): their sum is more even than any of them. */
function sumModels(models: readonly TrainedModel[], classes: number): Map<number, Float64Array> {
  const sum = new Map<number, Float64Array>();
  for (const m of models) {
    m.hashes.forEach((hash, f) => {
      let row = sum.get(hash);
      if (row === undefined) sum.set(hash, (row = new Float64Array(classes)));
      for (let e = m.starts[f] as number; e < (m.starts[f + 1] as number); e++) {
        const c = m.classes[e] as number;
        row[c] = (row[c] as number) + (m.weights[e] as number) * unit;
      }
    });
  }
  return sum;
}

/** Quantises trained models into rows as the model uses them; weights below `threshold` (of one model) are left out. */
export function packClassifier(models: readonly TrainedModel[], classes: number, bits: number, threshold: number): LaidOutRows {
  const sum = sumModels(models, classes);
  const magnitudes: number[] = [];
  for (const w of sum.values()) for (const x of w) if (x !== 0) magnitudes.push(Math.abs(x));
  magnitudes.sort((a, b) => a - b);
  // The scale lets all but the heaviest weights through unclipped.
  const scale = 127 / (magnitudes[Math.floor(magnitudes.length * 0.9995)] ?? 1);
  const cut = threshold * models.length;
  const rows: Row[] = [];
  for (const [hash, weights] of sum) {
    const kept: [number, number][] = [];
    let importance = 0;
    weights.forEach((w, c) => {
      const q = Math.max(-127, Math.min(127, Math.round(w * scale)));
      if (Math.abs(w) < cut || q === 0) return;
      kept.push([c, q]);
      importance += Math.abs(q);
    });
    if (kept.length > 0) rows.push({ hash, weights: kept, importance });
  }
  const { slots, entries, dropped } = packRows(rows, bits);
  console.log(`  rows ${rows.length} (dropped ${dropped}), entries ${entries.length}, scale ${scale.toFixed(2)}`);
  return new RowTable(classes, slots, entries).layOut();
}

/** Quantises trained three-way models into weights as the model uses them. */
export function packThreeWay(models: readonly TrainedModel[], bits: number, threshold: number): LaidOutTriples {
  const sum = sumModels(models, 3);
  const magnitudes: number[] = [];
  for (const [a, b, c] of sum.values() as Iterable<Float64Array>)
    magnitudes.push(Math.abs((b as number) - (a as number)), Math.abs((c as number) - (a as number)));
  magnitudes.sort((a, b) => a - b);
  const scale = 2047 / (magnitudes[Math.floor(magnitudes.length * 0.9999)] ?? 1);
  const clip = (x: number): number => Math.max(-2047, Math.min(2047, Math.round(x * scale)));
  const triples = [];
  for (const [hash, w] of sum) {
    const one = (w[1] as number) - (w[0] as number);
    const two = (w[2] as number) - (w[0] as number);
    if (Math.max(Math.abs(one), Math.abs(two)) < threshold * models.length) continue;
    triples.push({ hash, one: clip(one), two: clip(two) });
  }
  const { slots, dropped } = packTriples(triples, bits);
  console.log(`  triples ${triples.length} (dropped ${dropped}), scale ${scale.toFixed(2)}`);
  return layOutTriples(slots);
}
