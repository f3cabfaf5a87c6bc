import { nameFlags, nounSense } from '../lexicon/word-class.ts';
import type { Words } from '../lexicon/words.ts';
import { Templates } from '../linear/templates.ts';
import { pad, type SentenceBuffer } from '../syntax/sentence-buffer.ts';

/** Room for every template of the name recogniser. */
export const nameFeatureRoom = 80;

/** What the recogniser knows beside the words: gazetteer marks and its own choices so far, at place token + pad. */
export interface NameContext {
  marks: Int32Array;
  chosen: Int32Array;
  /** 1 when most of the sentence is in capitals, so that capitals say little. */
  shouting: number;
}

/** Of the word and those on its left (L) and right (R): T tag, C cluster, X shape, K capitals, S and P endings and beginnings, M gazetteer marks, F name flags; Y the classes chosen before. */
export const nameTemplates = new Templates(
  'form Y1 W C K X first S3 P3 S2 T M MR ML person place organisation country given F FR L L2 R R2 CL CR CL2 CR2 TR TL TR2 KR KL Y2 titleL title senseL senseR sense senseR2 XR S3R',
  [
    [1, 'form', 'Y1'],
    [2, 'W'],
    [3, 'C', 'K'],
    [4, 'C', 'Y1'],
    [5, 'X', 'first'],
    [6, 'X', 'Y1'],
    [7, 'S3', 'K'],
    [8, 'P3'],
    [9, 'S2', 'K'],
    [10, 'T', 'K'],
    [11, 'T', 'Y1'],
    [12, 'M', 'Y1'],
    [13, 'M', 'T'],
    [14, 'M', 'MR'],
    [15, 'ML', 'M'],
    [16, 'person'],
    [17, 'place'],
    [18, 'organisation'],
    [19, 'country'],
    [20, 'given', 'Y1'],
    [21, 'F', 'K'],
    [22, 'F', 'FR'],
    [23, 'L', 'Y1'],
    [24, 'L2'],
    [25, 'R'],
    [26, 'R2'],
    [27, 'L', 'L2'],
    [28, 'R', 'R2'],
    [29, 'L', 'W'],
    [30, 'W', 'R'],
    [31, 'CL', 'K'],
    [32, 'CR', 'K'],
    [33, 'CL2', 'CL'],
    [34, 'CR', 'CR2'],
    [35, 'CL', 'K', 'Y1'],
    [36, 'TR', 'T', 'Y1'],
    [37, 'TL', 'T'],
    [38, 'TR2', 'TR', 'T'],
    [39, 'KR', 'K'],
    [40, 'KL', 'K', 'KR'],
    [41, 'Y1', 'Y2'],
    [42, 'Y1', 'Y2', 'T'],
    [43, 'Y1', 'titleL', 'K'],
    [44, 'title', 'K', 'KR'],
    [45, 'senseL', 'K'],
    [46, 'senseR', 'K'],
    [47, 'sense', 'K', 'Y1'],
    [48, 'senseR2', 'senseR'],
    [49, 'S3', 'C', 'Y1'],
    [50, 'Y1', 'W', 'L'],
    [51, 'MR', 'M', 'Y1'],
    [52, 'XR', 'X'],
    [53, 'S3R', 'K'],
    [54, 'Y1', 'FR', 'F'],
    [55, 'L', 'T'],
    [56, 'R', 'T'],
    [57, 'Y1', 'R', 'K'],
  ],
);

const trainingValues = new Int32Array(nameTemplates.plain.length);

/** Features of token `i`; returns their number. */
export function nameFeatures(words: Words, buffer: SentenceBuffer, context: NameContext, i: number, out: Int32Array): number {
  setNameValues(words, buffer, context, i, trainingValues);
  return nameTemplates.write(trainingValues, out, 0);
}

/** Sets the values on which the class of token `i` is decided, in the order of the templates' names. */
export function setNameValues(words: Words, buffer: SentenceBuffer, context: NameContext, i: number, values: Int32Array): void {
  const p = i + pad;
  const { lower, form, cluster, shape, suffix2, suffix3, prefix3, wordClass, capital, title } = words;
  const { tags } = buffer;
  const { marks, chosen } = context;
  const w = buffer.words[p] as number;
  const l1 = buffer.words[p - 1] as number;
  const l2 = buffer.words[p - 2] as number;
  const r1 = buffer.words[p + 1] as number;
  const r2 = buffer.words[p + 2] as number;
  const W = lower[w] as number;
  const M = marks[p] as number;
  const MR = marks[p + 1] as number;
  const ML = marks[p - 1] as number;
  const C = cluster[w] as number;
  const T = tags[p] as number;
  const TR = tags[p + 1] as number;
  const K = (capital[w] as number) * 2 + context.shouting;
  const KR = capital[r1] as number;
  const Y1 = chosen[p - 1] as number;
  const Y2 = chosen[p - 2] as number;
  const F = nameFlags(wordClass[w] as number);
  const FR = nameFlags(wordClass[r1] as number);
  const first = l1 === 0 ? 1 : 0;
  let n = 0;
  values[n++] = form[w] as number;
  values[n++] = Y1;
  values[n++] = W;
  values[n++] = C;
  values[n++] = K;
  values[n++] = shape[w] as number;
  values[n++] = first;
  values[n++] = suffix3[w] as number;
  values[n++] = prefix3[w] as number;
  values[n++] = suffix2[w] as number;
  values[n++] = T;
  values[n++] = M;
  values[n++] = MR;
  values[n++] = ML;
  values[n++] = M & 0x3;
  values[n++] = M & 0xc;
  values[n++] = M & 0x30;
  values[n++] = M & 0xc0c0;
  values[n++] = M & 0x3c00;
  values[n++] = F;
  values[n++] = FR;
  values[n++] = lower[l1] as number;
  values[n++] = lower[l2] as number;
  values[n++] = lower[r1] as number;
  values[n++] = lower[r2] as number;
  values[n++] = cluster[l1] as number;
  values[n++] = cluster[r1] as number;
  values[n++] = cluster[l2] as number;
  values[n++] = cluster[r2] as number;
  values[n++] = TR;
  values[n++] = tags[p - 1] as number;
  values[n++] = tags[p + 2] as number;
  values[n++] = KR;
  values[n++] = capital[l1] as number;
  values[n++] = Y2;
  values[n++] = title[l1] as number;
  values[n++] = title[w] as number;
  values[n++] = nounSense(wordClass[l1] as number);
  values[n++] = nounSense(wordClass[r1] as number);
  values[n++] = nounSense(wordClass[w] as number);
  values[n++] = nounSense(wordClass[r2] as number);
  values[n++] = shape[r1] as number;
  values[n++] = suffix3[r1] as number;
}
