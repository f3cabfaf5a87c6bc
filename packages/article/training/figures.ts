import { fold } from '../src/metadata/head.ts';
import type { Sample } from './samples.ts';
import { shingles } from './labels.ts';

/** Mean precision and recall over runs of four words for pages with a whole gold text; micro precision and recall over pieces for the others. */
export function figures(samples: readonly Sample[], keep: (sample: Sample) => readonly boolean[]): { whole: string; pieces: string } {
  const precisions: number[] = [];
  const recalls: number[] = [];
  let hits = 0;
  let extra = 0;
  let missed = 0;
  for (const sample of samples) {
    const kept = keep(sample);
    const text = sample.texts.filter((_, i) => kept[i]).join('\n');
    const { body, inside, outside } = sample.page;
    if (body === undefined) {
      const plain = fold(text);
      for (const piece of inside)
        if (plain.includes(fold(piece))) hits++;
        else missed++;
      for (const piece of outside) if (plain.includes(fold(piece))) extra++;
      continue;
    }
    const [gold, found] = [shingles(body), shingles(text)];
    let both = 0;
    for (const [run, count] of gold) both += Math.min(count, found.get(run) ?? 0);
    if (found.size > 0) precisions.push(both / sum(found.values()));
    recalls.push(both / sum(gold.values()));
  }
  const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);
  return {
    whole: describe(mean(precisions), mean(recalls)),
    pieces: describe(hits / Math.max(1, hits + extra), hits / Math.max(1, hits + missed)),
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function describe(p: number, r: number): string {
  return `F ${((2 * p * r) / Math.max(1e-9, p + r)).toFixed(4)} (P ${p.toFixed(3)}, R ${r.toFixed(3)})`;
}
