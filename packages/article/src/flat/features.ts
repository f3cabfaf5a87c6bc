import type { Line } from './lines.ts';
import { mainScript } from '../line/main-script.ts';
import { contextFeatureNames, contextFeatures } from '../line/context-features.ts';
import { measureLine } from '../line/measure.ts';
import { phraseKind } from '../line/phrases.ts';
import { proseLength } from '../line/prose.ts';
import { textFeatureNames, textFeatures } from '../line/text-features.ts';

/** Names of the features of a line of flat text, in the order of its row. */
export const flatFeatureNames: readonly string[] = [...textFeatureNames, ...contextFeatureNames];

/** One row of features a line. Empty lines and indentation are not looked at: how a page was flattened must not matter. */
export function flatFeatures(lines: readonly Pick<Line, 'text'>[]): Float32Array[] {
  const measures = lines.map((line) => measureLine(line.text));
  const kinds = lines.map((line) => phraseKind(line.text));
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  const zeros = new Float32Array(lines.length);
  const prose = Float32Array.from(measures, (m, i) => proseLength(m, kinds[i] ?? 'none', 0));
  const context = contextFeatures({
    prose,
    size: Float32Array.from(measures, (m) => Math.log2(1 + m.length)),
    endsSentence: Float32Array.from(measures, (m) => Number(m.endsSentence)),
    phrase: Float32Array.from(kinds, (kind) => Number(kind !== 'none')),
    links: zeros,
  });
  const script = mainScript(measures, prose);
  const width = flatFeatureNames.length;
  const table = new Float32Array(width * lines.length);
  return lines.map(({ text }, i) => {
    const row = table.subarray(i * width, (i + 1) * width);
    const at = textFeatures(row, 0, text, measures[i] ?? measureLine(text), kinds[i] ?? 'none', counts.get(text) ?? 1, script);
    context(row, at, i);
    return row;
  });
}
