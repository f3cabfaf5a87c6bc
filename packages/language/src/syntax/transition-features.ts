import { Templates } from '../linear/templates.ts';
import type { Words } from '../lexicon/words.ts';
import type { ParserState } from './parser-state.ts';
import { between, pad, type SentenceBuffer } from './sentence-buffer.ts';

/** Room for every template of the parser. */
export const transitionFeatureRoom = 112;

/** Distance classes: 1, 2, 3, 4, 5–6, 7–10, more. */
export function distanceClass(distance: number): number {
  return distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : 7;
}

const S0wt = [90, 'S0w', 'S0'] as const;
const Bwt = [91, 'Bw', 'B0'] as const;

/** Of the top of the stack (S0), those below (S1, S2) and the front (B0…B3): tag; w word, c cluster, L and R outermost dependents, r label, ls and rs labels of dependents, n their number. */
export const transitionTemplates = new Templates(
  'S0w S0 Bw B0 S0c Bc B1 B2 S1 S2 S1w S1c B1w S0L S0R BL S1R D D1 S0rs S0ls Bls S1rs S0Rr S1Rr S0Lr BLr S0next B0before S2w B1c B3 S0Lw S0Rw BLw S1Rw S1L S1rn S0ln S0R2 S0L2 gap gap1 gaps S1ls rest',
  [
    [1, S0wt],
    [2, Bwt],
    [3, 'S0', 'B0'],
    [4, S0wt, 'B0'],
    [5, 'S0', Bwt],
    [6, 'S0w', 'Bw'],
    [7, 'S0c', 'Bc', 'S0'],
    [8, 'S0c', 'B0', 'S0'],
    [9, 'S0', 'B0', 'Bc'],
    [10, 'S0', 'B0', 'B1'],
    [11, [92, 'B0', 'B1'], [93, 'B2', 'S0']],
    [12, 'S1', 'S0', 'B0'],
    [13, 'S1', S0wt, 'B0'],
    [14, 'S2', 'S1', 'S0'],
    [15, [94, 'S1w', 'S1'], 'S0'],
    [16, 'S1', S0wt],
    [17, 'S1w', 'S0w'],
    [18, 'S1c', 'S0c', 'S0'],
    [19, 'S1c', 'S1', 'S0'],
    [20, 'B1w', 'B1'],
    [21, [95, 'S0', 'B0'], 'B1w'],
    [22, 'S0', 'S0L', 'B0'],
    [23, 'S0', 'S0R', 'B0'],
    [24, 'S0', 'B0', 'BL'],
    [25, 'S1', 'S1R', 'S0'],
    [26, 'S1', 'S0', 'S0R'],
    [27, 'S1', 'S0', 'S0L'],
    [28, 'S0', 'B0', 'D'],
    [29, S0wt, 'D'],
    [30, Bwt, 'D'],
    [31, 'S1', 'S0', 'D1'],
    [32, S0wt, 'S0rs'],
    [33, 'S0', 'S0rs'],
    [34, S0wt, 'S0ls'],
    [35, 'S0', 'S0ls', 'B0'],
    [36, Bwt, 'Bls'],
    [37, 'S0', 'B0', 'Bls'],
    [38, 'S0', 'S0rs', 'B0'],
    [39, 'S1', 'S1rs', 'S0'],
    [40, 'S0', 'S0Rr', 'B0'],
    [41, 'S0w', 'S0Rr', 'B0'],
    [42, 'S1', 'S1Rr', 'S0'],
    [43, 'S0', 'S0Lr', 'S1'],
    [44, 'S0', 'B0', 'BLr'],
    [45, [96, 'S0', 'B0'], [97, 'S0next', 'B0before']],
    [46, 'S2w', 'S0', 'B0'],
    [47, [98, 'S1', 'S0', 'B0'], 'B1'],
    [49, 'S1c', 'S0c', 'Bc'],
    [50, 'S0c', 'Bc', 'B1c'],
    [51, 'S1w', 'S0', 'B0'],
    [52, 'S1w', 'S0w', 'B0'],
    [53, 'S1w', 'S0', 'Bw'],
    [54, 'S1', 'S0w', 'Bw'],
    [55, [99, 'B1', 'B2'], [100, 'B3', 'S0']],
    [56, 'S0', 'S0Lw', 'B0'],
    [57, 'S0', 'S0Rw', 'B0'],
    [58, 'S0w', 'S0Lw', 'S1w'],
    [59, 'S0', 'BLw', 'B0'],
    [60, 'S1', 'S1Rw', 'S0'],
    [61, 'S1', 'S1L', 'S0'],
    [62, [101, 'S1', 'S1rn'], [102, 'S0', 'S0ln']],
    [63, 'S0', 'S0R2', 'S0R'],
    [64, 'S0', 'S0L2', 'S0L'],
    [65, [103, 'S1c', 'S0c'], [104, 'S0L', 'S1']],
    [66, [105, 'S1', 'S0', 'S0L'], [106, 'B0']],
    [67, 'S1w', 'S1Rr', 'S0w'],
    [68, 'S1w', 'S1rs', 'S0'],
    [69, [107, 'S1c', 'S0L'], 'S0c'],
    [70, [108, 'S2', 'S1', 'S0'], 'B0'],
    [71, 'S0', 'B0', 'gap'],
    [72, 'S1', 'S0', 'gap1'],
    [73, [109, 'S1', 'S0', 'B0'], 'gaps'],
    [74, 'S1', 'S1ls', 'S0'],
    [75, [110, 'S1', 'S0', 'B0'], [111, 'S1ls', 'S1rs']],
    [76, 'S1w', 'S0Lw', 'S0'],
    [77, 'S1c', 'S0Lw', 'S0c'],
    [78, 'S0w', 'B0', 'rest'],
    [79, 'S0c', 'Bw', 'B1c'],
    [80, 'S0w', 'B0', 'B1'],
    [81, [112, 'S2', 'S1', 'S0'], 'gap1'],
  ],
);

const trainingValues = new Int32Array(transitionTemplates.plain.length);

/** Features of the choice between shift, left arc and right arc; returns their number. */
export function transitionFeatures(words: Words, buffer: SentenceBuffer, state: ParserState, out: Int32Array): number {
  setTransitionValues(words, buffer, state, trainingValues);
  return transitionTemplates.write(trainingValues, out, 0);
}

/** Sets the values on which the choice is taken, in the order of the templates' names. */
export function setTransitionValues(words: Words, buffer: SentenceBuffer, state: ParserState, values: Int32Array): void {
  const { lower, cluster } = words;
  const { tags } = buffer;
  const ids = buffer.words;
  const s0 = state.top(0);
  const s1 = state.top(1);
  const s2 = state.top(2);
  const b0 = state.front;
  const w0 = ids[s0 + pad] as number;
  const w1 = ids[s1 + pad] as number;
  const wb = ids[b0 + pad] as number;
  const wb1 = ids[b0 + 1 + pad] as number;
  const S0w = lower[w0] as number;
  const S1w = lower[w1] as number;
  const Bw = lower[wb] as number;
  const B1w = lower[wb1] as number;
  const S0c = cluster[w0] as number;
  const S1c = cluster[w1] as number;
  const Bc = cluster[wb] as number;
  const S0 = tags[s0 + pad] as number;
  const S1 = tags[s1 + pad] as number;
  const S2 = tags[s2 + pad] as number;
  const B0 = tags[b0 + pad] as number;
  const B1 = tags[b0 + 1 + pad] as number;
  const B2 = tags[b0 + 2 + pad] as number;
  const B3 = tags[b0 + 3 + pad] as number;
  const l1 = state.left1[s0 + 1] as number;
  const r1 = state.right1[s0 + 1] as number;
  const s1r = state.right1[s1 + 1] as number;
  const s1l = state.left1[s1 + 1] as number;
  const bl = state.left1[b0 + 1] as number;
  const S0L = tags[l1 + pad] as number;
  const S0R = tags[r1 + pad] as number;
  const S1R = tags[s1r + pad] as number;
  const BL = tags[bl + pad] as number;
  const S0Rr = state.label[r1 + 1] as number;
  const S0Lr = state.label[l1 + 1] as number;
  const BLr = state.label[bl + 1] as number;
  const S1Rr = state.label[s1r + 1] as number;
  const S0ls = state.leftLabels[s0 + 1] as number;
  const S0rs = state.rightLabels[s0 + 1] as number;
  const S1rs = state.rightLabels[s1 + 1] as number;
  const Bls = state.leftLabels[b0 + 1] as number;
  const D = s0 < 0 ? 0 : distanceClass(b0 - s0);
  const D1 = s1 < 0 ? 0 : distanceClass(s0 - s1);
  const gap = between(buffer, s0, b0);
  const gap1 = between(buffer, s1, s0);
  let n = 0;
  values[n++] = S0w;
  values[n++] = S0;
  values[n++] = Bw;
  values[n++] = B0;
  values[n++] = S0c;
  values[n++] = Bc;
  values[n++] = B1;
  values[n++] = B2;
  values[n++] = S1;
  values[n++] = S2;
  values[n++] = S1w;
  values[n++] = S1c;
  values[n++] = B1w;
  values[n++] = S0L;
  values[n++] = S0R;
  values[n++] = BL;
  values[n++] = S1R;
  values[n++] = D;
  values[n++] = D1;
  values[n++] = S0rs;
  values[n++] = S0ls;
  values[n++] = Bls;
  values[n++] = S1rs;
  values[n++] = S0Rr;
  values[n++] = S1Rr;
  values[n++] = S0Lr;
  values[n++] = BLr;
  values[n++] = tags[s0 + 1 + pad] as number;
  values[n++] = tags[b0 - 1 + pad] as number;
  values[n++] = lower[ids[s2 + pad] as number] as number;
  values[n++] = cluster[wb1] as number;
  values[n++] = B3;
  values[n++] = lower[ids[l1 + pad] as number] as number;
  values[n++] = lower[ids[r1 + pad] as number] as number;
  values[n++] = lower[ids[bl + pad] as number] as number;
  values[n++] = lower[ids[s1r + pad] as number] as number;
  values[n++] = tags[s1l + pad] as number;
  values[n++] = state.rightCount[s1 + 1] as number;
  values[n++] = state.leftCount[s0 + 1] as number;
  values[n++] = tags[(state.right2[s0 + 1] as number) + pad] as number;
  values[n++] = tags[(state.left2[s0 + 1] as number) + pad] as number;
  values[n++] = gap;
  values[n++] = gap1;
  values[n++] = gap1 * 32 + gap;
  values[n++] = state.leftLabels[s1 + 1] as number;
  values[n++] = state.count - b0 < 3 ? state.count - b0 : 3;
}
