import type { Margin } from '../src/model.ts';
import type { ModelParts } from '../src/model.ts';
import { nameTypes } from '../src/names/name-classes.ts';
import { SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import type { NamedSentence } from './conll-names.ts';
import type { TreeSentence } from './conllu.ts';

/** Decisions with their margin and whether they were right. */
type Outcome = readonly [margin: number, right: boolean];

/**
 * Fits how often a decision of a given margin is right (logistic regression by Newton's method on margin / 100, capped at 20), for heads
 * and for names, on sentences that were not trained on.
 */
export function calibrate(
  parts: ModelParts,
  trees: readonly TreeSentence[],
  named: readonly NamedSentence[],
): { transition: Margin; name: Margin } {
  const buffer = new SentenceBuffer();
  const load = (words: readonly string[]): void => {
    parts.words.reserve(words.length);
    buffer.load(
      words.map((w) => parts.words.id(w)),
      words.length,
    );
    parts.tagger.tag(buffer);
  };
  const heads: Outcome[] = trees.flatMap((s) => {
    load(s.words);
    parts.parser.parse(buffer);
    return s.heads.map((h, i): Outcome => [buffer.headMargins[i] as number, buffer.heads[i] === h]);
  });
  const names: Outcome[] = named.flatMap((s) => {
    load(s.words);
    return parts.names
      .find(buffer)
      .map((n): Outcome => [n.margin, s.names.some((g) => g.start === n.start && g.end === n.end && g.type === nameTypes[n.type])]);
  });
  return { transition: fit(heads), name: fit(names) };
}

function fit(outcomes: readonly Outcome[]): Margin {
  let [offset, slope] = [0, 0];
  for (let step = 0; step < 25; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const [margin, right] of outcomes) {
      const x = Math.min(20, margin / 100);
      const p = 1 / (1 + Math.exp(-(offset + slope * x)));
      const w = p * (1 - p);
      g0 += (right ? 1 : 0) - p;
      g1 += ((right ? 1 : 0) - p) * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const det = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / det;
    slope += (h00 * g1 - h01 * g0) / det;
  }
  const round = (x: number): number => Math.round(x * 10_000) / 10_000;
  return { offset: round(offset), slope: round(slope) };
}
