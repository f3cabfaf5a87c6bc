import type { Span } from '../span.ts';

/** A syntactic word or mark, as Universal Dependencies cuts English. */
export interface Token extends Span {
  /** The characters of the span, unchanged. */
  text: string;
}
