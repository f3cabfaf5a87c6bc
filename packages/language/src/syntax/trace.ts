import { pad, type SentenceBuffer } from './sentence-buffer.ts';

/**
 * What was decided about a sentence. When a part of it is analysed by itself, a decision on the same grounds is taken over: the answers
 * are those of an analysis from scratch, without their cost. The grounds are worked out again when they are asked for (replay.ts).
 */
export interface Trace {
  /** State of the word table in which the words hold. */
  generation: number;
  count: number;
  /**
   * Word ids, tags of the first pass, their margins and final tags, each laid out as in the buffer; labels by token, doubled, with one
   * added where the classifier decided; and transitions in order: the action in two bits, one bit for a decision of the classifier, the
   * margin above.
   */
  numbers: Int32Array;
}

/** Numbers of one padded row of a sentence. */
export const rowOf = (count: number): number => count + 2 * pad;
/** Where the labels begin. */
export const labelsAt = (count: number): number => 4 * rowOf(count);
/** Where the transitions begin. */
export const movesAt = (count: number): number => labelsAt(count) + count;

/** Writes the trace of the sentence that is being analysed. */
export class TraceRecorder {
  private numbers = new Int32Array(1 << 12);
  private count = 0;
  private used = 0;

  begin(buffer: SentenceBuffer): void {
    const { count } = buffer;
    this.count = count;
    this.used = movesAt(count);
    // No parse has more than two transitions a token.
    const most = this.used + 2 * count;
    if (this.numbers.length < most) this.numbers = new Int32Array(most);
    this.numbers.set(buffer.words.subarray(0, rowOf(count)));
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

  /** @param decided by the classifier, not by what is possible or by the memo */
  move(action: number, margin: number, decided: boolean): void {
    this.numbers[this.used++] = (margin << 3) | (decided ? 4 : 0) | action;
  }

  label(token: number, label: number, decided: boolean): void {
    this.numbers[labelsAt(this.count) + token] = (label << 1) | (decided ? 1 : 0);
  }

  /** Goes on with the trace of a sentence that was tagged. */
  resume({ numbers, count }: Trace): void {
    this.count = count;
    this.used = movesAt(count);
    const most = this.used + 2 * count;
    if (this.numbers.length < most) this.numbers = new Int32Array(most);
    this.numbers.set(numbers);
  }

  /** The trace of the sentence, as far as it went. */
  take(generation: number): Trace {
    return { generation, count: this.count, numbers: this.numbers.slice(0, this.used) };
  }
}

/** Puts words and tags of a trace back into a buffer. */
export function restore({ numbers, count }: Trace, buffer: SentenceBuffer): void {
  const row = rowOf(count);
  buffer.count = count;
  buffer.words.set(numbers.subarray(0, row));
  buffer.tags.set(numbers.subarray(3 * row, 4 * row));
}
