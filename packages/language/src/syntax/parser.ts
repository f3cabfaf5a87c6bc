import type { Words } from '../lexicon/words.ts';
import type { Classifier } from '../linear/classifier.ts';
import { labelFeatureRoom, labelFeatures } from './label-features.ts';
import { ParserState, transition } from './parser-state.ts';
import { countBarriers, type SentenceBuffer } from './sentence-buffer.ts';
import { transitionFeatureRoom, transitionFeatures } from './transition-features.ts';

/** Margin of a transition that had no alternative. */
const sure = 1 << 16;

/** Greedy arc-hybrid dependency parser: a three-way choice of transition, then a label for each arc. One pass, linear in the sentence. */
export class Parser {
  private readonly words: Words;
  private readonly transitions: Classifier;
  private readonly labels: Classifier;
  private readonly rootLabel: number;
  private readonly state = new ParserState();
  private readonly features = new Int32Array(transitionFeatureRoom);
  private readonly labelFeatures = new Int32Array(labelFeatureRoom);
  private readonly scores = new Int32Array(3);
  private readonly labelScores: Int32Array;
  /** Lead of the last transition chosen over the next best. */
  private margin = 0;

  private readonly barrierKinds: Int32Array;

  /** @param barrierKinds `barrierOf` each tag, by tag number */
  constructor(words: Words, transitions: Classifier, labels: Classifier, rootLabel: number, barrierKinds: Int32Array) {
    this.barrierKinds = barrierKinds;
    this.words = words;
    this.transitions = transitions;
    this.labels = labels;
    this.rootLabel = rootLabel;
    this.labelScores = new Int32Array(labels.classes);
  }

  /** Writes heads (−1 = root) and label classes of the tagged sentence into its buffer. */
  parse(buffer: SentenceBuffer): void {
    const { state } = this;
    const { count } = buffer;
    state.reset(count);
    countBarriers(buffer, this.barrierKinds);
    while (!state.done) {
      const action = this.choose(buffer);
      if (action === transition.shift) state.shift();
      else {
        const token = state.top(0);
        const head = action === transition.left ? state.front : state.top(1);
        buffer.headMargins[token] = this.margin;
        state.attach(head, this.label(buffer, token, head) + 1);
      }
    }
    for (let i = 0; i < count; i++) {
      const head = state.head[i + 1] as number;
      buffer.heads[i] = head === count ? -1 : head;
      buffer.labels[i] = (state.label[i + 1] as number) - 1;
    }
  }

  private choose(buffer: SentenceBuffer): number {
    const { state, scores } = this;
    if (state.depth === 0) return transition.shift;
    this.margin = sure;
    if (state.front === state.count) return state.depth > 1 ? transition.right : transition.left;
    this.transitions.score(this.features, transitionFeatures(this.words, buffer, state, this.features), scores);
    const [shift, left, right] = [scores[0] as number, scores[1] as number, scores[2] as number];
    const either = left > shift ? left : shift;
    if (state.depth === 1) {
      this.margin = Math.abs(left - shift);
      return left > shift ? transition.left : transition.shift;
    }
    if (right > either) {
      this.margin = right - either;
      return transition.right;
    }
    this.margin = either - Math.max(right, left > shift ? shift : left);
    return left > shift ? transition.left : transition.shift;
  }

  private label(buffer: SentenceBuffer, token: number, head: number): number {
    if (head === this.state.count) return this.rootLabel;
    const { labelScores } = this;
    this.labels.score(this.labelFeatures, labelFeatures(this.words, buffer, this.state, token, head, this.labelFeatures), labelScores);
    let best = 0;
    for (let c = 1; c < labelScores.length; c++) if ((labelScores[c] as number) > (labelScores[best] as number)) best = c;
    return best;
  }
}
