import type { Words } from '../lexicon/words.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';

/**
 * What was decided about a sentence. When a part of it is analysed by itself, a decision on the same grounds is taken over: the answers
 * are those of an analysis from scratch, without their cost. The grounds are worked out again when they are asked for (replay.ts).
 */
export interface Trace {
  /** The word table, and its state, in which the words hold. */
  words: Words;
  generation: number;
  count: number;
  /**
   * Word ids, tags of the first pass, their margins and final tags, each laid out as in the buffer; labels by token, doubled, with one
   * added where the classifier decided; and transitions in order: the action in two bits, one bit for a decision of the classifier, the
   * margin above. The sentences of a text stand in one array.
   */
  numbers: Int32Array;
  /** Where the sentence begins in it. */
  begin: number;
}

/** Numbers of one padded row of a sentence. */
export const rowOf = (count: number): number => count + 2 * pad;
/** Where the labels begin. */
export const labelsAt = ({ begin, count }: Trace): number => begin + 4 * rowOf(count);
/** Where the transitions begin, two for each token. */
export const movesAt = (trace: Trace): number => labelsAt(trace) + trace.count;
/** Numbers of the trace of a sentence. */
const sizeOf = (count: number): number => 4 * rowOf(count) + 3 * count;

/** Room for the traces of sentences with so many tokens each. */
export function createTraces(words: Words, counts: readonly number[]): Trace[] {
  const { generation } = words;
  const numbers = new Int32Array(counts.reduce((sum, count) => sum + sizeOf(count), 0));
  let end = 0;
  return counts.map((count) => {
    const begin = end;
    end += sizeOf(count);
    return { words, generation, count, numbers, begin };
  });
}

/** Writes the trace of the sentence that is being analysed. */
export class TraceRecorder {
  private numbers: Int32Array = new Int32Array(0);
  private begin = 0;
  private row = 0;
  private labels = 0;
  private next = 0;

  /** Goes on with the trace of a sentence, whose transitions are next. */
  resume(trace: Trace): void {
    this.numbers = trace.numbers;
    this.begin = trace.begin;
    this.row = rowOf(trace.count);
    this.labels = labelsAt(trace);
    this.next = movesAt(trace);
  }

  words({ words }: SentenceBuffer): void {
    this.write(words, 0);
  }

  firstTags({ tags, tagMargins, count }: SentenceBuffer): void {
    const { numbers, begin, row } = this;
    this.write(tags, 1);
    const margins = begin + 2 * row + pad;
    for (let i = 0; i < count; i++) numbers[margins + i] = tagMargins[i] as number;
  }

  tags({ tags }: SentenceBuffer): void {
    this.write(tags, 3);
  }

  /** @param decided by the classifier, not by what is possible or by the memo */
  move(action: number, margin: number, decided: boolean): void {
    this.numbers[this.next++] = (margin << 3) | (decided ? 4 : 0) | action;
  }

  label(token: number, label: number, decided: boolean): void {
    this.numbers[this.labels + token] = (label << 1) | (decided ? 1 : 0);
  }

  private write(values: Int32Array, index: number): void {
    const { numbers, row } = this;
    const at = this.begin + index * row;
    for (let i = 0; i < row; i++) numbers[at + i] = values[i] as number;
  }
}

/** Word ids of some tokens of the sentence, by index. */
export const wordsOf = ({ numbers, begin }: Trace, part: readonly number[]): number[] =>
  part.map((index) => numbers[begin + pad + index] as number);

/** Puts words and tags of a trace back into a buffer. */
export function restore({ numbers, count, begin }: Trace, buffer: SentenceBuffer): void {
  const row = rowOf(count);
  const { words, tags } = buffer;
  buffer.count = count;
  for (let i = 0; i < row; i++) {
    words[i] = numbers[begin + i] as number;
    tags[i] = numbers[begin + 3 * row + i] as number;
  }
}
