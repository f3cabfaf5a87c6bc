import type { LineMeasure, Script } from './measure.ts';

/** The script that most running text of the page is written in. */
export function mainScript(measures: readonly LineMeasure[], prose: Float32Array): Script {
  const totals = new Map<Script, number>();
  for (const [i, m] of measures.entries()) totals.set(m.script, (totals.get(m.script) ?? 0) + 0.01 * m.letters + (prose[i] ?? 0));
  return [...totals].reduce<[Script, number]>((best, entry) => (entry[1] > best[1] ? entry : best), ['none', 0])[0];
}
