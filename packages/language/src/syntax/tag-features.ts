import { mix1, mix2, mix3 } from '../linear/hash.ts';
import type { Words } from '../lexicon/words.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';
import { nameFlags, partsOfSpeech } from '../lexicon/word-class.ts';

/** Room for every template of the tagger. */
export const tagFeatureRoom = 64;

/** Features of token `i` that depend on words only; returns their number. */
export function wordFeatures(words: Words, buffer: SentenceBuffer, i: number, out: Int32Array): number {
  const p = i + pad;
  const w = buffer.words[p] as number;
  const left = buffer.words[p - 1] as number;
  const left2 = buffer.words[p - 2] as number;
  const right = buffer.words[p + 1] as number;
  const right2 = buffer.words[p + 2] as number;
  const { lower, form, suffix1, suffix2, suffix3, suffix4, prefix1, prefix2, prefix3, shape, cluster, wordClass } = words;
  const W = lower[w] as number;
  const L = lower[left] as number;
  const R = lower[right] as number;
  const C = cluster[w] as number;
  const CL = cluster[left] as number;
  const CR = cluster[right] as number;
  const S3 = suffix3[w] as number;
  const first = left === 0 ? 1 : 0;
  let n = 0;
  out[n++] = mix1(1, form[w] as number);
  out[n++] = mix1(2, W);
  out[n++] = mix1(3, suffix1[w] as number);
  out[n++] = mix1(4, suffix2[w] as number);
  out[n++] = mix1(5, S3);
  out[n++] = mix1(6, suffix4[w] as number);
  out[n++] = mix1(7, prefix1[w] as number);
  out[n++] = mix1(8, prefix2[w] as number);
  out[n++] = mix1(9, prefix3[w] as number);
  out[n++] = mix2(10, shape[w] as number, first);
  out[n++] = mix1(11, C);
  out[n++] = mix2(12, partsOfSpeech(wordClass[w] as number), suffix1[w] as number);
  out[n++] = mix2(13, nameFlags(wordClass[w] as number), words.capital[w] as number);
  out[n++] = mix1(14, L);
  out[n++] = mix1(15, R);
  out[n++] = mix1(16, lower[left2] as number);
  out[n++] = mix1(17, lower[right2] as number);
  out[n++] = mix1(18, CL);
  out[n++] = mix1(19, CR);
  out[n++] = mix1(20, cluster[right2] as number);
  out[n++] = mix1(21, suffix3[right] as number);
  out[n++] = mix1(22, suffix2[right] as number);
  out[n++] = mix1(23, suffix3[left] as number);
  out[n++] = mix2(24, L, W);
  out[n++] = mix2(25, W, R);
  out[n++] = mix2(26, CL, C);
  out[n++] = mix2(27, C, CR);
  out[n++] = mix2(28, shape[left] as number, shape[w] as number);
  out[n++] = mix2(29, shape[w] as number, shape[right] as number);
  out[n++] = mix3(30, CL, C, CR);
  out[n++] = mix2(31, partsOfSpeech(wordClass[right] as number), partsOfSpeech(wordClass[w] as number));
  out[n++] = mix3(32, L, S3, R);
  out[n++] = mix2(33, CR, cluster[right2] as number);
  out[n++] = mix2(34, S3, CR);
  out[n++] = mix2(35, W, CR);
  out[n++] = mix1(36, 0);
  return n;
}

/** Adds the features that depend on the tags of the tokens before; returns the new number. */
export function tagHistoryFeatures(words: Words, buffer: SentenceBuffer, i: number, out: Int32Array, from: number): number {
  const p = i + pad;
  const w = buffer.words[p] as number;
  const right = buffer.words[p + 1] as number;
  const t1 = buffer.tags[p - 1] as number;
  const t2 = buffer.tags[p - 2] as number;
  const W = words.lower[w] as number;
  let n = from;
  out[n++] = mix1(40, t1);
  out[n++] = mix2(41, t1, t2);
  out[n++] = mix2(42, t1, W);
  out[n++] = mix2(43, t1, words.lower[right] as number);
  out[n++] = mix2(44, t1, words.cluster[right] as number);
  out[n++] = mix2(45, t1, words.suffix3[w] as number);
  out[n++] = mix3(46, t1, t2, words.cluster[w] as number);
  out[n++] = mix3(47, t1, t2, W);
  out[n++] = mix2(48, t1, words.shape[w] as number);
  out[n++] = mix3(49, t1, words.cluster[w] as number, words.cluster[right] as number);
  out[n++] = mix2(50, t1, words.lower[buffer.words[p - 1] as number] as number);
  out[n++] = mix3(51, t1, t2, buffer.tags[p - 3] as number);
  return n;
}
