import { labelValues, labelWidth, moveValues, moveWidth, type Replay } from './replay.ts';
import { maxTokens, pad, type SentenceBuffer } from './sentence-buffer.ts';
import { rowOf, type Trace } from './trace.ts';

/** Looks up, for a part of a sentence, what was decided about the whole. */
export class Recall {
  private readonly replay: Replay;
  /** Where the transitions of each front of the whole begin. */
  private readonly first = new Int32Array(maxTokens + 2);
  /** Index in the whole sentence of each token of the part, with the end of both behind them. */
  private readonly origins = new Int32Array(maxTokens + 1);
  private trace: Trace | undefined;
  private numbers: Int32Array = new Int32Array(0);
  private begins = 0;
  private row = 0;

  constructor(replay: Replay) {
    this.replay = replay;
  }

  /** Sets out a part, tokens of the whole by index. */
  begin(trace: Trace, part: readonly number[]): void {
    const { origins } = this;
    this.numbers = trace.numbers;
    this.begins = trace.begin;
    this.row = rowOf(trace.count);
    for (let i = 0; i < part.length; i++) origins[i] = part[i] as number;
    origins[part.length] = trace.count;
    // Several parts of one sentence are read in a row.
    if (this.trace !== trace) this.find(trace);
  }

  private find(trace: Trace): void {
    const { first, replay } = this;
    replay.run(trace);
    this.trace = trace;
    const { moves, movesEnd } = replay;
    // Fronts only go up.
    let front = 0;
    for (let at = 0; at < movesEnd; at += moveWidth) {
      while (front <= (moves[at] as number)) first[front++] = at;
    }
    while (front <= trace.count + 1) first[front++] = movesEnd;
  }

  /** Tag of the first pass for a token of the part whose neighbours are those it had, with its margin in the buffer; 0 where it has others. */
  firstTag(buffer: SentenceBuffer, i: number): number {
    const p = i + pad;
    const q = this.begins + (this.origins[i] as number) + pad;
    const { numbers, row } = this;
    const { tags } = buffer;
    if (!this.sameWords(buffer, p, q)) return 0;
    if (tags[p - 1] !== numbers[row + q - 1] || tags[p - 2] !== numbers[row + q - 2] || tags[p - 3] !== numbers[row + q - 3]) return 0;
    buffer.tagMargins[i] = numbers[2 * row + q] as number;
    return numbers[row + q] as number;
  }

  /** The same for the tag of the second look, which was taken when the margin was below `doubtful`. */
  secondTag(buffer: SentenceBuffer, i: number, doubtful: number): number {
    const p = i + pad;
    const q = this.begins + (this.origins[i] as number) + pad;
    const { numbers, row } = this;
    if ((numbers[2 * row + q] as number) >= doubtful || !this.sameWords(buffer, p, q)) return 0;
    for (let d = -2; d <= 3; d++) if (buffer.tags[p + d] !== numbers[row + q + d]) return 0;
    return numbers[3 * row + q] as number;
  }

  private sameWords({ words }: SentenceBuffer, p: number, q: number): boolean {
    const { numbers } = this;
    return (
      words[p - 1] === numbers[q - 1] &&
      words[p + 1] === numbers[q + 1] &&
      words[p - 2] === numbers[q - 2] &&
      words[p + 2] === numbers[q + 2]
    );
  }

  /** Place of the transition that was decided on these values; −1 where there is none. */
  move(values: Int32Array, front: number, top: number): number {
    const { origins, first } = this;
    const { moves } = this.replay;
    const wholeFront = origins[front] as number;
    const wholeTop = origins[top] as number;
    const end = first[wholeFront + 1] as number;
    for (let at = first[wholeFront] as number; at < end; at += moveWidth) {
      if (moves[at + 1] === wholeTop && same(moves, at + 2, values, moveValues)) return at + 2 + moveValues;
    }
    return -1;
  }

  action(place: number): number {
    return this.replay.moves[place] as number;
  }

  margin(place: number): number {
    return this.replay.moves[place + 1] as number;
  }

  /** The label that was decided on these values; −1 where none was. */
  label(values: Int32Array, token: number, head: number): number {
    const { origins } = this;
    const { labels } = this.replay;
    const at = (origins[token] as number) * labelWidth;
    if (labels[at] !== origins[head] || !same(labels, at + 1, values, labelValues)) return -1;
    return labels[at + 1 + labelValues] as number;
  }
}

function same(numbers: Int32Array, at: number, values: Int32Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (numbers[at + i] !== values[i]) return false;
  return true;
}
