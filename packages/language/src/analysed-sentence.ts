import type { NameMention, ParsedSentence, ParsedToken } from './parsed-sentence.ts';
import type { Trace } from './syntax/trace.ts';

/**
 * A parsed sentence with its trace, which a copy of it does not have. (In a WeakMap the trace would live until the next collection of the
 * whole memory.)
 */
export class AnalysedSentence implements ParsedSentence {
  start: number;
  end: number;
  tokens: ParsedToken[];
  names: NameMention[];
  confidence: number;
  readonly #trace: Trace;

  constructor({ start, end }: { start: number; end: number }, tokens: ParsedToken[], confidence: number, trace: Trace) {
    this.start = start;
    this.end = end;
    this.tokens = tokens;
    this.names = [];
    this.confidence = confidence;
    this.#trace = trace;
  }

  /** The trace of a sentence, if it has one. */
  static traceOf(sentence: ParsedSentence): Trace | undefined {
    return #trace in sentence ? sentence.#trace : undefined;
  }
}
