import { logOf } from '../model/log-of.ts';
import { bestStretch } from './prose.ts';

/** What the surroundings of each line are computed from; one entry a line. */
export interface LineContext {
  /** Running text of the line in characters. */
  prose: Float32Array;
  /** log2(1 + length). */
  size: Float32Array;
  endsSentence: Float32Array;
  /** 1 for a line that is a set phrase of the site. */
  phrase: Float32Array;
  /** Share of the line inside links; zeros for flat text. */
  links: Float32Array;
}

/** Names of what `contextFeatures` writes, in its order. */
export const contextFeatureNames: readonly string[] = [
  'place',
  'fromStart',
  'fromEnd',
  'proseBefore',
  'proseAfter',
  'proseTotal',
  ...[-3, -2, -1, 1, 2, 3].flatMap((step) => [`size${step}`, `ends${step}`, `prose${step}`, `phrase${step}`, `links${step}`]),
  'near2',
  'near5',
  'near12',
  'sinceProse',
  'untilProse',
  'inStretch',
  'stretchDistance',
  'stretchPlace',
  'stretchShare',
  'inLooseStretch',
  'looseDistance',
  'phrasesBefore',
  'phrasesAfter5',
];

/** Prepares the page-wide sums once; the answer writes the features of line `i` into a row from `at` on and gives the next free place. */
export function contextFeatures(context: LineContext): (row: Float32Array, at: number, i: number) => number {
  const { prose, size, endsSentence, phrase, links } = context;
  const n = prose.length;
  const sums = new Float64Array(n + 1);
  const phraseSums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    sums[i + 1] = (sums[i] ?? 0) + (prose[i] ?? 0);
    phraseSums[i + 1] = (phraseSums[i] ?? 0) + (phrase[i] ?? 0);
  }
  const total = Math.max(1, sums[n] ?? 0);
  const between = (table: Float64Array, from: number, to: number): number =>
    (table[to > n ? n : to] ?? 0) - (table[from < 0 ? 0 : from] ?? 0);
  const scores = new Float32Array(n);
  const [start, end] = bestStretch(stretchScores(scores, prose, phrase, -160, -60));
  const [looseStart, looseEnd] = bestStretch(stretchScores(scores, prose, phrase, -60, -15));
  const since = distances(prose, 1);
  const until = distances(prose, -1);
  const logProse = new Float32Array(n);
  for (let i = 0; i < n; i++) logProse[i] = Math.log2(1 + (prose[i] ?? 0));
  const logTotal = Math.log2(1 + (sums[n] ?? 0));
  const inStretch = between(sums, start, end) / total;
  return (row, at, i) => {
    let k = at;
    row[k++] = i / n;
    row[k++] = logOf(i);
    row[k++] = logOf(n - i - 1);
    row[k++] = (sums[i] ?? 0) / total;
    row[k++] = between(sums, i + 1, n) / total;
    row[k++] = logTotal;
    for (let step = -3; step <= 3; step++) {
      if (step === 0) continue;
      const j = i + step;
      const inside = j >= 0 && j < n;
      row[k++] = inside ? (size[j] ?? -1) : -1;
      row[k++] = inside ? (endsSentence[j] ?? -1) : -1;
      row[k++] = inside ? (logProse[j] ?? 0) : 0;
      row[k++] = inside ? (phrase[j] ?? -1) : -1;
      row[k++] = inside ? (links[j] ?? -1) : -1;
    }
    const own = prose[i] ?? 0;
    row[k++] = Math.log2(1 + between(sums, i - 2, i + 3) - own);
    row[k++] = Math.log2(1 + between(sums, i - 5, i + 6) - own);
    row[k++] = Math.log2(1 + between(sums, i - 12, i + 13) - own);
    row[k++] = logOf(since[i] ?? 0);
    row[k++] = logOf(until[i] ?? 0);
    row[k++] = Number(i >= start && i < end);
    row[k++] = i < start ? -logOf(start - i) : i >= end ? logOf(1 + i - end) : 0;
    row[k++] = end > start ? (i - start) / (end - start) : 0;
    row[k++] = inStretch;
    row[k++] = Number(i >= looseStart && i < looseEnd);
    row[k++] = i < looseStart ? -logOf(looseStart - i) : i >= looseEnd ? logOf(1 + i - looseEnd) : 0;
    row[k++] = between(phraseSums, start, i);
    row[k++] = between(phraseSums, i + 1, i + 6);
    return k;
  };
}

/** What each line adds to the stretch it is part of; what is not running text takes away. */
function stretchScores(scores: Float32Array, prose: Float32Array, phrase: Float32Array, setPhrase: number, other: number): Float32Array {
  for (let i = 0; i < scores.length; i++) {
    const value = prose[i] ?? 0;
    scores[i] = value > 0 ? Math.min(value, 500) : phrase[i] === 1 ? setPhrase : other;
  }
  return scores;
}

/** Lines since the last one with running text (step 1) or until the next (step -1), at most 100. */
function distances(prose: Float32Array, step: 1 | -1): Float32Array {
  const out = new Float32Array(prose.length);
  let distance = 100;
  for (let i = step === 1 ? 0 : prose.length - 1; i >= 0 && i < prose.length; i += step) {
    out[i] = distance;
    distance = (prose[i] ?? 0) > 0 ? 1 : Math.min(100, distance + 1);
  }
  return out;
}
