import { Templates } from '../linear/templates.ts';
import type { Words } from '../lexicon/words.ts';
import { nounSense } from '../lexicon/word-class.ts';
import type { ParserState } from './parser-state.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';
import { distanceClass } from './transition-features.ts';

/** Room for every template of the labeller. */
export const labelFeatureRoom = 64;

const HD = [90, 'H', 'D', 'side'] as const;

/** Of the dependent (D) and the head (H): tag; w word, c cluster, 3 its ending, L and R outermost dependents, r label, ls and rs labels of dependents. */
export const labelTemplates = new Templates(
  'H D side Dw Hw distance Dc Hc L Lw Lr ls rs hls hrs R Rr Dbefore Dnext Hbefore Hnext D3 H3 HR HRr sense beforeW nextW edge L2r',
  [
    [1, HD],
    [2, HD, 'Dw'],
    [3, HD, 'Hw'],
    [4, 'Dw', 'Hw', 'side'],
    [5, HD, 'distance'],
    [6, HD, 'Dc', 'Hc'],
    [7, HD, 'Dc'],
    [8, HD, 'Hc'],
    [9, HD, 'L'],
    [10, HD, 'Lw'],
    [11, 'D', 'Lw', 'Hw'],
    [12, HD, 'Lr'],
    [13, HD, 'ls'],
    [14, HD, 'rs'],
    [15, HD, 'hls'],
    [16, HD, 'hrs'],
    [17, 'Hw', 'hrs', 'D'],
    [18, HD, 'R', 'Rr'],
    [19, HD, 'Dbefore'],
    [20, HD, 'Dnext'],
    [21, HD, 'Hbefore'],
    [22, HD, 'Hnext'],
    [23, 'Dw', 'side', 'Dnext'],
    [24, 'Dw', 'side', 'Dbefore'],
    [25, HD, 'D3'],
    [26, HD, 'H3'],
    [27, HD, 'HR', 'HRr'],
    [28, 'Dw', 'H', 'distance'],
    [29, HD, 'sense'],
    [30, 'Hw', 'sense', 'Lw'],
    [31, [91, 'ls', 'rs'], [92, 'D', 'side']],
    [32, HD, 'beforeW', 'distance'],
    [33, HD, 'nextW', 'distance'],
    [34, 'H', 'Hw', 'hls'],
    [35, 'Dc', 'Lw', 'Hc'],
    [36, HD, 'edge'],
    [37, 'D', 'H', [93, 'L2r', 'Lr']],
  ],
);

const trainingValues = new Int32Array(labelTemplates.plain.length);

/** Features of the relation between `token` and `head` (the root is `state.count`) at the moment they are joined; returns their number. */
export function labelFeatures(
  words: Words,
  buffer: SentenceBuffer,
  state: ParserState,
  token: number,
  head: number,
  out: Int32Array,
): number {
  setLabelValues(words, buffer, state, token, head, trainingValues);
  return labelTemplates.write(trainingValues, out, 0);
}

/** Sets the values on which the label of an arc is decided, in the order of the templates' names. */
export function setLabelValues(
  words: Words,
  buffer: SentenceBuffer,
  state: ParserState,
  token: number,
  head: number,
  values: Int32Array,
): void {
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
  let n = 0;
  values[n++] = H;
  values[n++] = D;
  values[n++] = side;
  values[n++] = Dw;
  values[n++] = Hw;
  values[n++] = distance;
  values[n++] = Dc;
  values[n++] = Hc;
  values[n++] = L;
  values[n++] = Lw;
  values[n++] = Lr;
  values[n++] = ls;
  values[n++] = rs;
  values[n++] = hls;
  values[n++] = hrs;
  values[n++] = R;
  values[n++] = Rr;
  values[n++] = tags[token - 1 + pad] as number;
  values[n++] = tags[token + 1 + pad] as number;
  values[n++] = tags[head - 1 + pad] as number;
  values[n++] = tags[head + 1 + pad] as number;
  values[n++] = suffix3[wd] as number;
  values[n++] = suffix3[wh] as number;
  values[n++] = tags[hr + pad] as number;
  values[n++] = state.label[hr + 1] as number;
  values[n++] = nounSense(wordClass[wd] as number);
  values[n++] = lower[ids[token - 1 + pad] as number] as number;
  values[n++] = lower[ids[token + 1 + pad] as number] as number;
  values[n++] = token === 0 ? 1 : token === state.count - 1 ? 2 : 0;
  values[n++] = state.label[(state.left2[token + 1] as number) + 1] as number;
}
