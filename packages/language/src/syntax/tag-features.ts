import { mix1, mix2, mix3 } from '../linear/hash.ts';
import type { Words } from '../lexicon/words.ts';
import { nameFlags, nounSense, partsOfSpeech } from '../lexicon/word-class.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';

/** Room for every template of the tagger. */
export const tagFeatureRoom = 96;

/** Where a word stands as seen from the token to be tagged. */
export const positions = [0, -1, 1, -2, 2] as const;
export type Position = (typeof positions)[number];

/**
 * Features that depend on one word alone, by its place relative to the token to be tagged. Their sums are worth keeping by word: they
 * hold for every occurrence. Writes from `from` on; returns the new number.
 */
export function placedFeatures(words: Words, w: number, position: Position, out: Int32Array, from: number): number {
  const { lower, cluster, suffix2, suffix3 } = words;
  let n = from;
  if (position === 0) return ownFeatures(words, w, out, from);
  if (position === -1) {
    out[n++] = mix1(14, lower[w] as number);
    out[n++] = mix1(18, cluster[w] as number);
    out[n++] = mix1(23, suffix3[w] as number);
  } else if (position === 1) {
    out[n++] = mix1(15, lower[w] as number);
    out[n++] = mix1(19, cluster[w] as number);
    out[n++] = mix1(21, suffix3[w] as number);
    out[n++] = mix1(22, suffix2[w] as number);
  } else if (position === -2) out[n++] = mix1(16, lower[w] as number);
  else {
    out[n++] = mix1(17, lower[w] as number);
    out[n++] = mix1(20, cluster[w] as number);
  }
  return n;
}

function ownFeatures(words: Words, w: number, out: Int32Array, from: number): number {
  const { suffix1, wordClass, capital } = words;
  const parts = partsOfSpeech(wordClass[w] as number);
  const flags = nameFlags(wordClass[w] as number);
  let n = from;
  out[n++] = mix1(1, words.form[w] as number);
  out[n++] = mix1(2, words.lower[w] as number);
  out[n++] = mix1(3, suffix1[w] as number);
  out[n++] = mix1(4, words.suffix2[w] as number);
  out[n++] = mix1(5, words.suffix3[w] as number);
  out[n++] = mix1(6, words.suffix4[w] as number);
  out[n++] = mix1(7, words.prefix1[w] as number);
  out[n++] = mix1(8, words.prefix2[w] as number);
  out[n++] = mix1(9, words.prefix3[w] as number);
  out[n++] = mix1(11, words.cluster[w] as number);
  out[n++] = mix2(12, parts, suffix1[w] as number);
  out[n++] = mix2(13, flags, capital[w] as number);
  out[n++] = mix1(36, 0);
  out[n++] = mix2(37, words.stem[w] as number, parts);
  out[n++] = mix2(39, nounSense(wordClass[w] as number), capital[w] as number);
  out[n++] = mix1(66, words.shape[w] as number);
  return n;
}

/** Features of token `i` that join several words; writes from `from` on, returns the new number. */
export function joinedFeatures(words: Words, buffer: SentenceBuffer, i: number, out: Int32Array, from: number): number {
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
  let n = from;
  out[n++] = mix2(10, shape[w] as number, first);
  out[n++] = mix2(24, L, W);
  out[n++] = mix2(25, W, R);
  out[n++] = mix2(26, CL, C);
  out[n++] = mix2(27, C, CR);
  out[n++] = mix2(28, shape[left] as number, shape[w] as number);
  out[n++] = mix2(29, shape[w] as number, shape[right] as number);
  out[n++] = mix3(30, CL, C, CR);
  out[n++] = mix2(31, partsOfSpeech(wordClass[right] as number), parts);
  out[n++] = mix3(32, L, S3, R);
  out[n++] = mix2(33, CR, cluster[right2] as number);
  out[n++] = mix2(34, S3, CR);
  out[n++] = mix2(35, W, CR);
  out[n++] = mix3(38, capital[left] as number, capital[w] as number, (capital[right] as number) * 2 + first);
  out[n++] = mix2(60, R, lower[right2] as number);
  out[n++] = mix2(61, lower[left2] as number, L);
  out[n++] = mix2(62, words.stem[right] as number, parts);
  out[n++] = mix2(63, nameFlags(wordClass[w] as number) & 0xff, (capital[w] as number) * 2 + first);
  out[n++] = mix2(64, cluster[left2] as number, CL);
  out[n++] = mix3(65, suffix2[left] as number, S3, suffix2[right] as number);
  return n;
}

/** All features of token `i` that depend on words only; returns their number. */
export function wordFeatures(words: Words, buffer: SentenceBuffer, i: number, out: Int32Array): number {
  let n = 0;
  for (const position of positions) n = placedFeatures(words, buffer.words[i + pad + position] as number, position, out, n);
  return joinedFeatures(words, buffer, i, out, n);
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

/** Adds the features of a second look, with the tags of the first pass on both sides; returns the new number. */
export function tagContextFeatures(words: Words, buffer: SentenceBuffer, i: number, out: Int32Array, from: number): number {
  const p = i + pad;
  const { tags } = buffer;
  const w = buffer.words[p] as number;
  const W = words.lower[w] as number;
  const C = words.cluster[w] as number;
  const S3 = words.suffix3[w] as number;
  const t = tags[p] as number;
  const l1 = tags[p - 1] as number;
  const l2 = tags[p - 2] as number;
  const r1 = tags[p + 1] as number;
  const r2 = tags[p + 2] as number;
  let n = from;
  out[n++] = mix1(70, t);
  out[n++] = mix2(71, l1, t);
  out[n++] = mix2(72, r1, t);
  out[n++] = mix3(73, l1, r1, t);
  out[n++] = mix2(74, l1, r1);
  out[n++] = mix3(75, l1, r1, W);
  out[n++] = mix3(76, l1, r1, C);
  out[n++] = mix3(77, l1, r1, S3);
  out[n++] = mix2(78, l1, l2);
  out[n++] = mix2(79, r1, r2);
  out[n++] = mix3(80, l1, l2, r1);
  out[n++] = mix3(81, l1, r1, r2);
  out[n++] = mix3(82, r1, r2, W);
  out[n++] = mix3(83, l1, l2, W);
  out[n++] = mix2(84, r1, W);
  out[n++] = mix2(85, l1, W);
  out[n++] = mix2(86, r1, S3);
  out[n++] = mix2(87, l1, S3);
  out[n++] = mix3(88, r1, r2, C);
  out[n++] = mix3(89, l1, l2, C);
  out[n++] = mix2(90, t, W);
  out[n++] = mix2(91, mix3(92, l2, l1, r1), r2);
  out[n++] = mix3(93, tags[p + 3] as number, r2, r1);
  return n;
}
