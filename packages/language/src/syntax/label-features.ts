import { mix1, mix2, mix3 } from '../linear/hash.ts';
import type { Words } from '../lexicon/words.ts';
import { nounSense } from '../lexicon/word-class.ts';
import type { ParserState } from './parser-state.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';
import { distanceClass } from './transition-features.ts';

/** Room for every template of the labeller. */
export const labelFeatureRoom = 64;

/** Features of the relation between `token` and `head` (the root is `state.count`) at the moment they are joined; returns their number. */
export function labelFeatures(
  words: Words,
  buffer: SentenceBuffer,
  state: ParserState,
  token: number,
  head: number,
  out: Int32Array,
): number {
  const { lower, cluster, suffix3, wordClass } = words;
  const { tags } = buffer;
  const ids = buffer.words;
  const wd = ids[token + pad] as number;
  const wh = ids[head + pad] as number;
  const Dw = lower[wd] as number;
  const Hw = lower[wh] as number;
  const Dc = cluster[wd] as number;
  const Hc = cluster[wh] as number;
  const D = tags[token + pad] as number;
  const H = tags[head + pad] as number;
  const side = token < head ? 1 : 2;
  const l1 = state.left1[token + 1] as number;
  const r1 = state.right1[token + 1] as number;
  const L = tags[l1 + pad] as number;
  const Lw = lower[ids[l1 + pad] as number] as number;
  const Lr = state.label[l1 + 1] as number;
  const R = tags[r1 + pad] as number;
  const Rr = state.label[r1 + 1] as number;
  const ls = state.leftLabels[token + 1] as number;
  const rs = state.rightLabels[token + 1] as number;
  const hls = state.leftLabels[head + 1] as number;
  const hrs = state.rightLabels[head + 1] as number;
  const hr = state.right1[head + 1] as number;
  const distance = distanceClass(Math.abs(head - token));
  const HD = mix3(90, H, D, side);
  let n = 0;
  out[n++] = mix1(1, HD);
  out[n++] = mix2(2, HD, Dw);
  out[n++] = mix2(3, HD, Hw);
  out[n++] = mix3(4, Dw, Hw, side);
  out[n++] = mix2(5, HD, distance);
  out[n++] = mix3(6, HD, Dc, Hc);
  out[n++] = mix2(7, HD, Dc);
  out[n++] = mix2(8, HD, Hc);
  out[n++] = mix2(9, HD, L);
  out[n++] = mix2(10, HD, Lw);
  out[n++] = mix3(11, D, Lw, Hw);
  out[n++] = mix2(12, HD, Lr);
  out[n++] = mix2(13, HD, ls);
  out[n++] = mix2(14, HD, rs);
  out[n++] = mix2(15, HD, hls);
  out[n++] = mix2(16, HD, hrs);
  out[n++] = mix3(17, Hw, hrs, D);
  out[n++] = mix3(18, HD, R, Rr);
  out[n++] = mix2(19, HD, tags[token - 1 + pad] as number);
  out[n++] = mix2(20, HD, tags[token + 1 + pad] as number);
  out[n++] = mix2(21, HD, tags[head - 1 + pad] as number);
  out[n++] = mix2(22, HD, tags[head + 1 + pad] as number);
  out[n++] = mix3(23, Dw, side, tags[token + 1 + pad] as number);
  out[n++] = mix3(24, Dw, side, tags[token - 1 + pad] as number);
  out[n++] = mix2(25, HD, suffix3[wd] as number);
  out[n++] = mix2(26, HD, suffix3[wh] as number);
  out[n++] = mix3(27, HD, tags[hr + pad] as number, state.label[hr + 1] as number);
  out[n++] = mix3(28, Dw, H, distance);
  out[n++] = mix2(29, HD, nounSense(wordClass[wd] as number));
  out[n++] = mix3(30, Hw, nounSense(wordClass[wd] as number), Lw);
  out[n++] = mix2(31, mix2(91, ls, rs), mix2(92, D, side));
  out[n++] = mix3(32, HD, lower[ids[token - 1 + pad] as number] as number, distance);
  out[n++] = mix3(33, HD, lower[ids[token + 1 + pad] as number] as number, distance);
  out[n++] = mix3(34, H, Hw, hls);
  out[n++] = mix3(35, Dc, Lw, Hc);
  out[n++] = mix2(36, HD, token === 0 ? 1 : token === state.count - 1 ? 2 : 0);
  out[n++] = mix3(37, D, H, mix2(93, state.label[(state.left2[token + 1] as number) + 1] as number, Lr));
  return n;
}
