import { Templates, type Template } from '../linear/templates.ts';
import type { Words } from '../lexicon/words.ts';
import { nameFlags, nounSense, partsOfSpeech } from '../lexicon/word-class.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';

/** Room for every template of the tagger. */
export const tagFeatureRoom = 96;

/**
 * Features that depend on the word to be tagged alone: their sum holds for every occurrence, and they have the longest rows. S1…S4 and
 * P1…P3 are endings and beginnings, C the cluster, K capitals, X the shape.
 */
export const ownTemplates = new Templates('form W S1 S2 S3 S4 P1 P2 P3 C parts flags K always stem sense X', [
  [1, 'form'],
  [2, 'W'],
  [3, 'S1'],
  [4, 'S2'],
  [5, 'S3'],
  [6, 'S4'],
  [7, 'P1'],
  [8, 'P2'],
  [9, 'P3'],
  [11, 'C'],
  [12, 'parts', 'S1'],
  [13, 'flags', 'K'],
  [36, 'always'],
  [37, 'stem', 'parts'],
  [39, 'sense', 'K'],
  [66, 'X'],
]);

/** Sets the values of `ownTemplates` for a word. */
export function setOwnValues(words: Words, w: number, values: Int32Array): void {
  const wordClass = words.wordClass[w] as number;
  let n = 0;
  values[n++] = words.form[w] as number;
  values[n++] = words.lower[w] as number;
  values[n++] = words.suffix1[w] as number;
  values[n++] = words.suffix2[w] as number;
  values[n++] = words.suffix3[w] as number;
  values[n++] = words.suffix4[w] as number;
  values[n++] = words.prefix1[w] as number;
  values[n++] = words.prefix2[w] as number;
  values[n++] = words.prefix3[w] as number;
  values[n++] = words.cluster[w] as number;
  values[n++] = partsOfSpeech(wordClass);
  values[n++] = nameFlags(wordClass);
  values[n++] = words.capital[w] as number;
  values[n++] = 0;
  values[n++] = words.stem[w] as number;
  values[n++] = nounSense(wordClass);
  values[n++] = words.shape[w] as number;
}

/** Of the word and those on its left (L) and right (R): spelling; X shape, C cluster, K capitals, S2 and S3 endings. The first ones are of one neighbour alone. */
const joinedNames = 'X first L W R CL C CR XL XR partsR parts S3 CR2 KL K KRfirst R2 L2 stemR flags Kfirst CL2 S2L S2R S3L S3R';
const joined: readonly Template[] = [
  [14, 'L'],
  [18, 'CL'],
  [23, 'S3L'],
  [15, 'R'],
  [19, 'CR'],
  [21, 'S3R'],
  [22, 'S2R'],
  [16, 'L2'],
  [17, 'R2'],
  [20, 'CR2'],
  [10, 'X', 'first'],
  [24, 'L', 'W'],
  [25, 'W', 'R'],
  [26, 'CL', 'C'],
  [27, 'C', 'CR'],
  [28, 'XL', 'X'],
  [29, 'X', 'XR'],
  [30, 'CL', 'C', 'CR'],
  [31, 'partsR', 'parts'],
  [32, 'L', 'S3', 'R'],
  [33, 'CR', 'CR2'],
  [34, 'S3', 'CR'],
  [35, 'W', 'CR'],
  [38, 'KL', 'K', 'KRfirst'],
  [60, 'R', 'R2'],
  [61, 'L2', 'L'],
  [62, 'stemR', 'parts'],
  [63, 'flags', 'Kfirst'],
  [64, 'CL2', 'CL'],
  [65, 'S2L', 'S3', 'S2R'],
];

/** Sets the values of the words around token `i`; returns their number. */
function setWordValues(words: Words, buffer: SentenceBuffer, i: number, values: Int32Array): number {
  const p = i + pad;
  const w = buffer.words[p] as number;
  const left = buffer.words[p - 1] as number;
  const left2 = buffer.words[p - 2] as number;
  const right = buffer.words[p + 1] as number;
  const right2 = buffer.words[p + 2] as number;
  const { lower, suffix2, suffix3, shape, cluster, wordClass, capital } = words;
  const W = lower[w] as number;
  const L = lower[left] as number;
  const R = lower[right] as number;
  const C = cluster[w] as number;
  const CL = cluster[left] as number;
  const CR = cluster[right] as number;
  const S3 = suffix3[w] as number;
  const parts = partsOfSpeech(wordClass[w] as number);
  const first = left === 0 ? 1 : 0;
  let n = 0;
  values[n++] = shape[w] as number;
  values[n++] = first;
  values[n++] = L;
  values[n++] = W;
  values[n++] = R;
  values[n++] = CL;
  values[n++] = C;
  values[n++] = CR;
  values[n++] = shape[left] as number;
  values[n++] = shape[right] as number;
  values[n++] = partsOfSpeech(wordClass[right] as number);
  values[n++] = parts;
  values[n++] = S3;
  values[n++] = cluster[right2] as number;
  values[n++] = capital[left] as number;
  values[n++] = capital[w] as number;
  values[n++] = (capital[right] as number) * 2 + first;
  values[n++] = lower[right2] as number;
  values[n++] = lower[left2] as number;
  values[n++] = words.stem[right] as number;
  values[n++] = nameFlags(wordClass[w] as number) & 0xff;
  values[n++] = (capital[w] as number) * 2 + first;
  values[n++] = cluster[left2] as number;
  values[n++] = suffix2[left] as number;
  values[n++] = suffix2[right] as number;
  values[n++] = suffix3[left] as number;
  values[n++] = suffix3[right] as number;
  return n;
}

/** Tags before (t1, t2, t3) with the word and its neighbours: the features of the first pass beside `ownTemplates`. */
export const firstTemplates = new Templates(`${joinedNames} t1 t2 t3`, [
  ...joined,
  [40, 't1'],
  [41, 't1', 't2'],
  [42, 't1', 'W'],
  [43, 't1', 'R'],
  [44, 't1', 'CR'],
  [45, 't1', 'S3'],
  [46, 't1', 't2', 'C'],
  [47, 't1', 't2', 'W'],
  [48, 't1', 'X'],
  [49, 't1', 'C', 'CR'],
  [50, 't1', 'L'],
  [51, 't1', 't2', 't3'],
]);

/** Sets the values of `firstTemplates` for token `i`. */
export function setFirstValues(words: Words, buffer: SentenceBuffer, i: number, values: Int32Array): void {
  const p = i + pad;
  const { tags } = buffer;
  let n = setWordValues(words, buffer, i, values);
  values[n++] = tags[p - 1] as number;
  values[n++] = tags[p - 2] as number;
  values[n++] = tags[p - 3] as number;
}

/** The tag of the first look (t) and those on its left (l1, l2) and right (r1, r2, r3) with the word: features of the second look. */
export const secondTemplates = new Templates(`${joinedNames} t l1 l2 r1 r2 r3`, [
  ...joined,
  [70, 't'],
  [71, 'l1', 't'],
  [72, 'r1', 't'],
  [73, 'l1', 'r1', 't'],
  [74, 'l1', 'r1'],
  [75, 'l1', 'r1', 'W'],
  [76, 'l1', 'r1', 'C'],
  [77, 'l1', 'r1', 'S3'],
  [78, 'l1', 'l2'],
  [79, 'r1', 'r2'],
  [80, 'l1', 'l2', 'r1'],
  [81, 'l1', 'r1', 'r2'],
  [82, 'r1', 'r2', 'W'],
  [83, 'l1', 'l2', 'W'],
  [84, 'r1', 'W'],
  [85, 'l1', 'W'],
  [86, 'r1', 'S3'],
  [87, 'l1', 'S3'],
  [88, 'r1', 'r2', 'C'],
  [89, 'l1', 'l2', 'C'],
  [90, 't', 'W'],
  [91, [92, 'l2', 'l1', 'r1'], 'r2'],
  [93, 'r3', 'r2', 'r1'],
]);

/** Sets the values of `secondTemplates` for token `i`. */
export function setSecondValues(words: Words, buffer: SentenceBuffer, i: number, values: Int32Array): void {
  const p = i + pad;
  const { tags } = buffer;
  let n = setWordValues(words, buffer, i, values);
  values[n++] = tags[p] as number;
  values[n++] = tags[p - 1] as number;
  values[n++] = tags[p - 2] as number;
  values[n++] = tags[p + 1] as number;
  values[n++] = tags[p + 2] as number;
  values[n++] = tags[p + 3] as number;
}

const trainingOwn = new Int32Array(ownTemplates.plain.length);
const trainingValues = new Int32Array(Math.max(firstTemplates.plain.length, secondTemplates.plain.length));

/** All features of token `i` for the trainer, of the first pass or of the second look; returns their number. */
export function tagFeatures(words: Words, buffer: SentenceBuffer, i: number, look: 'first' | 'second', out: Int32Array): number {
  setOwnValues(words, buffer.words[i + pad] as number, trainingOwn);
  if (look === 'first') setFirstValues(words, buffer, i, trainingValues);
  else setSecondValues(words, buffer, i, trainingValues);
  return (look === 'first' ? firstTemplates : secondTemplates).write(trainingValues, out, ownTemplates.write(trainingOwn, out, 0));
}
