import type { HashMap } from '../lexicon/hash-map.ts';
import type { Words } from '../lexicon/words.ts';
import { CompiledRows } from '../linear/compiled-rows.ts';
import { CompiledTriples } from '../linear/compiled-triples.ts';
import type { LaidOutRows } from '../linear/row-table.ts';
import type { LaidOutTriples } from '../linear/triple-table.ts';
import { labelTemplates, setLabelValues } from './label-features.ts';
import { labelKey, moveKey, moveTagKey } from './memo-keys.ts';
import { ParserState, transition } from './parser-state.ts';
import { countBarriers, type SentenceBuffer } from './sentence-buffer.ts';
import type { Recall } from './recall.ts';
import type { TraceRecorder } from './trace.ts';
import { setTransitionValues, transitionTemplates } from './transition-features.ts';

/** Margin of a transition that had no alternative. */
const sure = 1 << 16;

/** Greedy arc-hybrid dependency parser: a three-way choice of transition, then a label for each arc. One pass, linear in the sentence. */
export class Parser {
  private readonly words: Words;
  private readonly transitions: CompiledTriples;
  private readonly labels: CompiledRows;
  private readonly rootLabel: number;
  private readonly state = new ParserState();
  /** Lead of the last transition chosen over the next best. */
  private margin = 0;
  /** True when the classifier took the last decision. */
  private decided = false;
  private recall: Recall | undefined;

  private readonly barrierKinds: Int32Array;
  private readonly memo: HashMap | undefined;
  /** Told of every decision that a classifier took, with its memo key; set by the maker of the memo. */
  observe: ((key: number, decision: number, margin: number) => void) | undefined;

  /**
   * @param barrierKinds `barrierOf` each tag, by tag number
   * @param memo decisions that never varied in training, by key: decision + 1 in the low byte, the margin above
   */
  constructor(words: Words, transitions: LaidOutTriples, labels: LaidOutRows, rootLabel: number, barrierKinds: Int32Array, memo?: HashMap) {
    this.barrierKinds = barrierKinds;
    this.memo = memo;
    this.words = words;
    this.transitions = new CompiledTriples(transitionTemplates, transitions);
    this.labels = new CompiledRows(labelTemplates, labels);
    this.rootLabel = rootLabel;
  }

  /**
   * Writes heads (−1 = root) and label classes of the tagged sentence into its buffer.
   * @param recorder is told of what was decided
   * @param recall tells what was decided about the whole of which this is a part
   */
  parse(buffer: SentenceBuffer, recorder?: TraceRecorder, recall?: Recall): void {
    this.recall = recall;
    const { state } = this;
    const { count } = buffer;
    state.reset(count);
    countBarriers(buffer, this.barrierKinds);
    while (!state.done) {
      this.decided = false;
      const action = this.choose(buffer);
      recorder?.move(action, this.margin, this.decided);
      if (action === transition.shift) state.shift();
      else {
        const token = state.top(0);
        const head = action === transition.left ? state.front : state.top(1);
        buffer.headMargins[token] = this.margin;
        this.decided = false;
        const label = this.label(buffer, token, head);
        recorder?.label(token, label, this.decided);
        state.attach(head, label + 1);
      }
    }
    for (let i = 0; i < count; i++) {
      const head = state.head[i + 1] as number;
      buffer.heads[i] = head === count ? -1 : head;
      buffer.labels[i] = (state.label[i + 1] as number) - 1;
    }
  }

  private choose(buffer: SentenceBuffer): number {
    const { state, transitions } = this;
    if (state.depth === 0) return transition.shift;
    this.margin = sure;
    if (state.front === state.count) return state.depth > 1 ? transition.right : transition.left;
    const key = moveKey(this.words, buffer, state);
    const known = this.memo === undefined ? 0 : this.memo.get(key) || this.memo.get(moveTagKey(buffer, state));
    if (known !== 0) {
      this.margin = known >> 8;
      return (known & 0xff) - 1;
    }
    const { values, scores } = transitions;
    setTransitionValues(this.words, buffer, state, values);
    const before = this.recall === undefined ? -1 : this.recall.move(values, state.front, state.top(0));
    if (this.recall !== undefined && before >= 0) {
      this.margin = this.recall.margin(before);
      return this.recall.action(before);
    }
    transitions.score();
    const action = this.best(scores[0] as number, scores[1] as number, scores[2] as number);
    this.decided = true;
    if (this.observe !== undefined) {
      this.observe(key, action, this.margin);
      this.observe(moveTagKey(buffer, state), action, this.margin);
    }
    return action;
  }

  private best(shift: number, left: number, right: number): number {
    const either = left > shift ? left : shift;
    if (this.state.depth === 1) {
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
    const { state, labels } = this;
    if (head === state.count) return this.rootLabel;
    const key = labelKey(this.words, buffer, state, token, head);
    const known = this.memo === undefined ? 0 : this.memo.get(key);
    if (known !== 0) return (known & 0xff) - 1;
    setLabelValues(this.words, buffer, state, token, head, labels.values);
    const before = this.recall === undefined ? -1 : this.recall.label(labels.values, token, head);
    if (before >= 0) return before;
    const best = labels.score() & 0xff;
    this.decided = true;
    this.observe?.(key, best, 0);
    return best;
  }
}
