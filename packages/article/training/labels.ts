import { fold } from '../src/metadata/head.ts';
import type { GoldPage } from './corpora.ts';

/** The target of a line (1 body, 0 not) and how much it counts; weight 0 where nothing is known. */
export interface Labels {
  targets: Float64Array;
  weights: Float64Array;
}

const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}_])+/gu;

/** Words; each character of scripts without spaces is one. */
export function tokens(text: string): string[] {
  return text.match(tokenPattern) ?? [];
}

/** Counts the runs of four words of a text; a shorter text counts as one run. */
export function shingles(text: string): Map<string, number> {
  const words = tokens(text);
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const key = words.slice(i, i + 4).join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Labels the lines of a page from its gold. A line counts by its share of the body, so that a long paragraph weighs more than a label. */
export function labelLines(texts: readonly string[], page: GoldPage): Labels {
  const targets = new Float64Array(texts.length);
  const weights = new Float64Array(texts.length);
  if (page.body === undefined) labelPieces(texts, page, targets, weights);
  else labelWhole(texts, page.body, targets, weights);
  return { targets, weights };
}

function labelWhole(texts: readonly string[], body: string, targets: Float64Array, weights: Float64Array): void {
  const gold = shingles(body);
  const lines = new Set(body.split('\n').map(fold));
  const total = Math.max(
    1,
    gold.values().reduce((a, b) => a + b, 0),
  );
  for (const [i, text] of texts.entries()) {
    const long = tokens(text).length >= 4;
    let hits = 0;
    let runs = 0;
    for (const [run, count] of shingles(text)) {
      runs += count;
      if (gold.has(run)) hits += count;
    }
    const share = long ? hits / runs : lines.has(fold(text)) ? 1 : 0;
    targets[i] = share >= 0.5 ? 1 : 0;
    const unsure = long && share > 0.2 && share < 0.8 ? 0.3 : 1;
    weights[i] = 30 * unsure * Math.min(0.5, Math.max(long ? 0.004 : 0.002, runs / total));
  }
}

function labelPieces(texts: readonly string[], page: GoldPage, targets: Float64Array, weights: Float64Array): void {
  const inside = page.inside.map(fold);
  const outside = page.outside.map(fold);
  for (const [i, raw] of texts.entries()) {
    const text = fold(raw);
    const isInside = inside.some((piece) => text.includes(piece) || (text.length > 20 && piece.includes(text)));
    const isOutside = outside.some((piece) => text.includes(piece) || (text.length > 8 && piece.includes(text)));
    if (isInside === isOutside) continue;
    targets[i] = isInside ? 1 : 0;
    weights[i] = 1.2;
  }
}
