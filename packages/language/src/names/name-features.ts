import { nameFlags, nounSense } from '../lexicon/word-class.ts';
import type { Words } from '../lexicon/words.ts';
import { mix1, mix2, mix3 } from '../linear/hash.ts';
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

/** Features of token `i`; returns their number. */
export function nameFeatures(words: Words, buffer: SentenceBuffer, context: NameContext, i: number, out: Int32Array): number {
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
  out[n++] = mix2(1, form[w] as number, Y1);
  out[n++] = mix1(2, W);
  out[n++] = mix2(3, C, K);
  out[n++] = mix2(4, C, Y1);
  out[n++] = mix2(5, shape[w] as number, first);
  out[n++] = mix2(6, shape[w] as number, Y1);
  out[n++] = mix2(7, suffix3[w] as number, K);
  out[n++] = mix1(8, prefix3[w] as number);
  out[n++] = mix2(9, suffix2[w] as number, K);
  out[n++] = mix2(10, T, K);
  out[n++] = mix2(11, T, Y1);
  out[n++] = mix2(12, M, Y1);
  out[n++] = mix2(13, M, T);
  out[n++] = mix2(14, M, MR);
  out[n++] = mix2(15, ML, M);
  out[n++] = mix1(16, M & 0x3);
  out[n++] = mix1(17, M & 0xc);
  out[n++] = mix1(18, M & 0x30);
  out[n++] = mix1(19, M & 0xc0c0);
  out[n++] = mix2(20, M & 0x3c00, Y1);
  out[n++] = mix2(21, F, K);
  out[n++] = mix2(22, F, FR);
  out[n++] = mix2(23, lower[l1] as number, Y1);
  out[n++] = mix1(24, lower[l2] as number);
  out[n++] = mix1(25, lower[r1] as number);
  out[n++] = mix1(26, lower[r2] as number);
  out[n++] = mix2(27, lower[l1] as number, lower[l2] as number);
  out[n++] = mix2(28, lower[r1] as number, lower[r2] as number);
  out[n++] = mix2(29, lower[l1] as number, W);
  out[n++] = mix2(30, W, lower[r1] as number);
  out[n++] = mix2(31, cluster[l1] as number, K);
  out[n++] = mix2(32, cluster[r1] as number, K);
  out[n++] = mix2(33, cluster[l2] as number, cluster[l1] as number);
  out[n++] = mix2(34, cluster[r1] as number, cluster[r2] as number);
  out[n++] = mix3(35, cluster[l1] as number, K, Y1);
  out[n++] = mix3(36, TR, T, Y1);
  out[n++] = mix2(37, tags[p - 1] as number, T);
  out[n++] = mix3(38, tags[p + 2] as number, TR, T);
  out[n++] = mix2(39, KR, K);
  out[n++] = mix3(40, capital[l1] as number, K, KR);
  out[n++] = mix2(41, Y1, Y2);
  out[n++] = mix3(42, Y1, Y2, T);
  out[n++] = mix3(43, Y1, title[l1] as number, K);
  out[n++] = mix3(44, title[w] as number, K, KR);
  out[n++] = mix2(45, nounSense(wordClass[l1] as number), K);
  out[n++] = mix2(46, nounSense(wordClass[r1] as number), K);
  out[n++] = mix3(47, nounSense(wordClass[w] as number), K, Y1);
  out[n++] = mix2(48, nounSense(wordClass[r2] as number), nounSense(wordClass[r1] as number));
  out[n++] = mix3(49, suffix3[w] as number, C, Y1);
  out[n++] = mix3(50, Y1, W, lower[l1] as number);
  out[n++] = mix3(51, MR, M, Y1);
  out[n++] = mix2(52, shape[r1] as number, shape[w] as number);
  out[n++] = mix2(53, suffix3[r1] as number, K);
  out[n++] = mix3(54, Y1, FR, F);
  out[n++] = mix2(55, lower[l1] as number, T);
  out[n++] = mix2(56, lower[r1] as number, T);
  out[n++] = mix3(57, Y1, lower[r1] as number, K);
  return n;
}
