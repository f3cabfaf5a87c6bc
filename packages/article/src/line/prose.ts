import type { LineMeasure } from './measure.ts';
import type { PhraseKind } from './phrases.ts';

/** How much a line counts as running text, in characters: whole sentences fully, unended long lines a quarter, labels nothing. */
export function proseLength(m: LineMeasure, kind: PhraseKind, linkShare: number): number {
  if (m.length < 40 || linkShare > 0.5) return 0;
  if (kind !== 'none' && m.length < 300) return 0;
  const whole = (m.endsSentence && m.sentences > 0) || m.sentences > 1;
  if (!whole && m.length < 100) return 0;
  return m.length * (1 - linkShare) * (whole ? 1 : 0.25);
}

/** The stretch with the highest sum of scores (Kadane), as [start, end). */
export function bestStretch(scores: ArrayLike<number>): [number, number] {
  let best = 0;
  let found: [number, number] = [0, 0];
  let sum = 0;
  let start = 0;
  for (let i = 0; i < scores.length; i++) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += scores[i] ?? 0;
    if (sum > best) {
      best = sum;
      found = [start, i + 1];
    }
  }
  return found;
}
