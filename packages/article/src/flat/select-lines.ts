import type { Line } from './lines.ts';
import { phraseKind } from '../line/phrases.ts';

/** Which lines are the article body. */
export function selectLines(lines: readonly Line[]): boolean[] {
  const scores = lines.map(({ text }) => lineScore(text));
  let best = 0;
  let bestStart = 0;
  let bestEnd = 0;
  let sum = 0;
  let start = 0;
  for (const [i, score] of scores.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += score;
    if (sum > best) {
      best = sum;
      bestStart = start;
      bestEnd = i + 1;
    }
  }
  return lines.map(
    ({ text }, i) =>
      i >= bestStart && i < bestEnd && (phraseKind(text) === 'none' || text.length > 200) && ((scores[i] ?? 0) > 0 || text.length > 12),
  );
}

function lineScore(text: string): number {
  const kind = phraseKind(text);
  if (kind !== 'none' && text.length < 300) return -4;
  const sentence = /[.!?…。！？؟।]["'”’»)\]]*$/.test(text);
  if (text.length > 50 && sentence) return Math.min(text.length, 400) / 40;
  if (text.length > 120) return 2;
  return sentence ? 0 : -1;
}
