import type { Words } from '../lexicon/words.ts';
import { labelTemplates, setLabelValues } from './label-features.ts';
import { ParserState, transition } from './parser-state.ts';
import { countBarriers, SentenceBuffer } from './sentence-buffer.ts';
import { labelsAt, movesAt, restore, type Trace } from './trace.ts';
import { setTransitionValues, transitionTemplates } from './transition-features.ts';

export const moveValues = transitionTemplates.plain.length;
/** Numbers of a transition: front and top of the stack, the values it was decided on, the choice and its margin. */
export const moveWidth = moveValues + 4;
export const labelValues = labelTemplates.plain.length;
/** Numbers of a label: the head (−1 where no classifier decided), the values, the label. */
export const labelWidth = labelValues + 2;

/** Goes through a parse again and lists the values that its decisions were taken on. */
export class Replay {
  /** Transitions that the classifier decided, in order. */
  moves = new Int32Array(1 << 12);
  movesEnd = 0;
  /** Labels by token. */
  labels = new Int32Array(1 << 12);
  private readonly words: Words;
  private readonly barrierKinds: Int32Array;
  private readonly buffer = new SentenceBuffer();
  private readonly state = new ParserState();
  private readonly values = new Int32Array(Math.max(moveValues, labelValues));

  /** @param barrierKinds `barrierOf` each tag, by tag number */
  constructor(words: Words, barrierKinds: Int32Array) {
    this.words = words;
    this.barrierKinds = barrierKinds;
  }

  run(trace: Trace): void {
    const { numbers, count } = trace;
    const { buffer, state } = this;
    restore(trace, buffer);
    countBarriers(buffer, this.barrierKinds);
    state.reset(count);
    this.movesEnd = 0;
    if (this.moves.length < 2 * count * moveWidth) this.moves = new Int32Array(2 * count * moveWidth);
    if (this.labels.length < count * labelWidth) this.labels = new Int32Array(count * labelWidth);
    const labels = labelsAt(trace);
    const moves = movesAt(trace);
    for (let at = moves; at < moves + 2 * count; at++) {
      const move = numbers[at] as number;
      const action = move & 3;
      if ((move & 4) !== 0) this.addMove(action, move >> 3);
      if (action === transition.shift) {
        state.shift();
        continue;
      }
      const token = state.top(0);
      const head = action === transition.left ? state.front : state.top(1);
      const label = numbers[labels + token] as number;
      this.addLabel(token, (label & 1) === 0 ? -1 : head, label >> 1);
      state.attach(head, (label >> 1) + 1);
    }
  }

  private addMove(action: number, margin: number): void {
    const { moves, state, values } = this;
    setTransitionValues(this.words, this.buffer, state, values);
    let at = this.movesEnd;
    moves[at++] = state.front;
    moves[at++] = state.top(0);
    for (let i = 0; i < moveValues; i++) moves[at++] = values[i] as number;
    moves[at++] = action;
    moves[at++] = margin;
    this.movesEnd = at;
  }

  private addLabel(token: number, head: number, label: number): void {
    const { labels, values } = this;
    let at = token * labelWidth;
    labels[at++] = head;
    if (head < 0) return;
    setLabelValues(this.words, this.buffer, this.state, token, head, values);
    for (let i = 0; i < labelValues; i++) labels[at++] = values[i] as number;
    labels[at] = label;
  }
}
