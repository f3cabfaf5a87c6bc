import { maxTokens, pad, type SentenceBuffer } from './sentence-buffer.ts';
import { labelTemplates } from './label-features.ts';
import { transitionTemplates } from './transition-features.ts';

/** Numbers of a recorded transition: front and top of the stack, the values it was decided on, the choice and its margin. */
const moveValues = transitionTemplates.plain.length;
const moveWidth = moveValues + 4;
/** Numbers of a recorded label: the head (−1 where nothing was recorded), the values, the label. */
const labelValues = labelTemplates.plain.length;
const labelWidth = labelValues + 2;

/**
 * What was decided about a sentence, and on what grounds. When a part of it is analysed by itself, a decision on the same grounds is
 * taken over: the answers are those of an analysis from scratch, without their cost.
 */
export interface Trace {
  /** State of the word table in which `words` hold. */
  generation: number;
  count: number;
  /** Word ids, tags of the first pass, their margins and final tags, each laid out as in the buffer; labels by token; transitions in order. */
  numbers: Int32Array;
}

/** Numbers of one padded row of a sentence. */
const rowOf = (count: number): number => count + 2 * pad;
const labelsAt = (count: number): number => 4 * rowOf(count);
const movesAt = (count: number): number => labelsAt(count) + labelWidth * count;

/** Writes the trace of the sentence that is being analysed. */
export class TraceRecorder {
  private numbers = new Int32Array(1 << 14);
  private count = 0;
  private used = 0;

  begin(buffer: SentenceBuffer): void {
    const { count } = buffer;
    this.count = count;
    this.used = movesAt(count);
    // No parse has more than two transitions a token.
    const most = this.used + 2 * moveWidth * count;
    if (this.numbers.length < most) this.numbers = new Int32Array(most);
    this.numbers.set(buffer.words.subarray(0, rowOf(count)));
    for (let token = 0; token < count; token++) this.numbers[labelsAt(count) + token * labelWidth] = -1;
  }

  firstTags({ tags, tagMargins }: SentenceBuffer): void {
    const row = rowOf(this.count);
    this.numbers.set(tags.subarray(0, row), row);
    this.numbers.set(tagMargins.subarray(0, this.count), 2 * row + pad);
  }

  tags({ tags }: SentenceBuffer): void {
    const row = rowOf(this.count);
    this.numbers.set(tags.subarray(0, row), 3 * row);
  }

  move(values: Int32Array, front: number, top: number, action: number, margin: number): void {
    const { numbers } = this;
    let at = this.used;
    numbers[at++] = front;
    numbers[at++] = top;
    for (let i = 0; i < moveValues; i++) numbers[at++] = values[i] as number;
    numbers[at++] = action;
    numbers[at++] = margin;
    this.used = at;
  }

  label(values: Int32Array, token: number, head: number, label: number): void {
    const { numbers } = this;
    let at = labelsAt(this.count) + token * labelWidth;
    numbers[at++] = head;
    for (let i = 0; i < labelValues; i++) numbers[at++] = values[i] as number;
    numbers[at] = label;
  }

  /** The trace of the sentence, complete. */
  take(generation: number): Trace {
    return { generation, count: this.count, numbers: this.numbers.slice(0, this.used) };
  }
}

/** Looks up, for a part of a sentence, what was decided about the whole. */
export class Recall {
  private readonly first = new Int32Array(maxTokens + 2);
  /** Index in the whole sentence of each token of the part, with the end of both behind them. */
  private readonly origins = new Int32Array(maxTokens + 1);
  private numbers: Int32Array = new Int32Array(0);
  private count = 0;

  /** Sets out a part, tokens of the whole by index. */
  begin({ numbers, count }: Trace, part: readonly number[]): void {
    const { first, origins } = this;
    this.numbers = numbers;
    this.count = count;
    for (let i = 0; i < part.length; i++) origins[i] = part[i] as number;
    origins[part.length] = count;
    // Where the transitions of each front begin; fronts only go up.
    let front = 0;
    for (let at = movesAt(count); at < numbers.length; at += moveWidth) {
      while (front <= (numbers[at] as number)) first[front++] = at;
    }
    while (front <= count + 1) first[front++] = numbers.length;
  }

  /** Tag of the first pass for a token of the part whose neighbours are those it had, with its margin in the buffer; 0 where it has others. */
  firstTag(buffer: SentenceBuffer, i: number): number {
    const row = rowOf(this.count);
    const p = i + pad;
    const q = (this.origins[i] as number) + pad;
    const { numbers } = this;
    const { tags } = buffer;
    if (!this.sameWords(buffer, p, q)) return 0;
    if (tags[p - 1] !== numbers[row + q - 1] || tags[p - 2] !== numbers[row + q - 2] || tags[p - 3] !== numbers[row + q - 3]) return 0;
    buffer.tagMargins[i] = numbers[2 * row + q] as number;
    return numbers[row + q] as number;
  }

  /** The same for the tag of the second look, which was taken when the margin was below `doubtful`. */
  secondTag(buffer: SentenceBuffer, i: number, doubtful: number): number {
    const row = rowOf(this.count);
    const p = i + pad;
    const q = (this.origins[i] as number) + pad;
    const { numbers } = this;
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

  /** Place of the transition that was decided on these values; 0 where there is none. */
  move(values: Int32Array, front: number, top: number): number {
    const { numbers, origins, first } = this;
    const wholeFront = origins[front] as number;
    const wholeTop = origins[top] as number;
    const end = first[wholeFront + 1] as number;
    for (let at = first[wholeFront] as number; at < end; at += moveWidth) {
      if (numbers[at + 1] === wholeTop && same(numbers, at + 2, values, moveValues)) return at + 2 + moveValues;
    }
    return 0;
  }

  action(place: number): number {
    return this.numbers[place] as number;
  }

  margin(place: number): number {
    return this.numbers[place + 1] as number;
  }

  /** The label that was decided on these values; −1 where none was. */
  label(values: Int32Array, token: number, head: number): number {
    const { numbers, origins, count } = this;
    const at = labelsAt(count) + (origins[token] as number) * labelWidth;
    if (numbers[at] !== origins[head] || !same(numbers, at + 1, values, labelValues)) return -1;
    return numbers[at + 1 + labelValues] as number;
  }
}

function same(numbers: Int32Array, at: number, values: Int32Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (numbers[at + i] !== values[i]) return false;
  return true;
}
