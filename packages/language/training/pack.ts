import { packRows, type Row } from '../src/linear/row-table.ts';
import { packTriples } from '../src/linear/triple-table.ts';
import type { Perceptron } from './perceptron.ts';

/** Adds up the averaged weights of models trained with different orders. */
function sumModels(models: readonly Perceptron[]): Map<number, Float64Array> {
  const sum = new Map<number, Float64Array>();
  for (const model of models) {
    for (const { hash, weights } of model.averaged()) {
      const known = sum.get(hash);
      if (known === undefined) sum.set(hash, weights);
      else for (let c = 0; c < weights.length; c++) known[c] = (known[c] as number) + (weights[c] as number);
    }
  }
  return sum;
}

/** Quantises trained models into the arrays of a RowTable; weights below `threshold` (of one model) are left out. */
export function packClassifier(
  models: readonly Perceptron[],
  bits: number,
  threshold: number,
): { slots: Uint32Array; entries: Uint16Array } {
  const sum = sumModels(models);
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
  return { slots, entries };
}

/** Quantises trained three-way models into the slots of a TripleTable. */
export function packThreeWay(models: readonly Perceptron[], bits: number, threshold: number): Int32Array {
  const sum = sumModels(models);
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
  return slots;
}
