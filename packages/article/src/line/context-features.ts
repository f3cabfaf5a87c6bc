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
  const total = sums[n] ?? 0;
  const between = (table: Float64Array, from: number, to: number): number =>
    (table[Math.min(n, to)] ?? 0) - (table[Math.max(0, from)] ?? 0);
  const [start, end] = bestStretch(prose.map((value, i) => (value > 0 ? Math.min(value, 500) : phrase[i] === 1 ? -160 : -60)));
  const [looseStart, looseEnd] = bestStretch(prose.map((value, i) => (value > 0 ? Math.min(value, 500) : phrase[i] === 1 ? -60 : -15)));
  const since = distances(prose, 1).map(logOf);
  const until = distances(prose, -1).map(logOf);
  const logProse = prose.map(logOf);
  const inStretch = between(sums, start, end) / Math.max(1, total);
  return (row, at, i) => {
    let k = at;
    row[k++] = i / n;
    row[k++] = Math.log2(1 + i);
    row[k++] = Math.log2(n - i);
    row[k++] = (sums[i] ?? 0) / Math.max(1, total);
    row[k++] = between(sums, i + 1, n) / Math.max(1, total);
    row[k++] = Math.log2(1 + total);
    for (let step = -3; step <= 3; step++) {
      if (step === 0) continue;
      const j = i + step;
      row[k++] = size[j] ?? -1;
      row[k++] = endsSentence[j] ?? -1;
      row[k++] = logProse[j] ?? 0;
      row[k++] = phrase[j] ?? -1;
      row[k++] = links[j] ?? -1;
    }
    for (const reach of [2, 5, 12]) row[k++] = Math.log2(1 + between(sums, i - reach, i + reach + 1) - (prose[i] ?? 0));
    row[k++] = since[i] ?? 0;
    row[k++] = until[i] ?? 0;
    row[k++] = Number(i >= start && i < end);
    row[k++] = i < start ? -Math.log2(1 + start - i) : i >= end ? Math.log2(2 + i - end) : 0;
    row[k++] = end > start ? (i - start) / (end - start) : 0;
    row[k++] = inStretch;
    row[k++] = Number(i >= looseStart && i < looseEnd);
    row[k++] = i < looseStart ? -Math.log2(1 + looseStart - i) : i >= looseEnd ? Math.log2(2 + i - looseEnd) : 0;
    row[k++] = between(phraseSums, Math.max(start, 0), i);
    row[k++] = between(phraseSums, i + 1, i + 6);
    return k;
  };
}

const logOf = (value: number): number => Math.log2(1 + value);

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
