import type { Span } from '../span.ts';

/**
 * What kind of number a mention is:
 * `cardinal` ("1,200", "two hundred"), `ordinal` ("third", "21st"), `fraction` ("two-thirds", "one in three", "half"), `vague` ("thousands", "several hundred").
 */
export type NumberKind = 'cardinal' | 'ordinal' | 'fraction' | 'vague';

/** A number in a sentence. */
export interface NumberMention extends Span {
  kind: NumberKind;
  /** The value; null for a vague number. */
  value: number | null;
  /** Bounds of a vague number: "thousands" is at least 1,000; the upper bound is the next order of magnitude. */
  min: number | null;
  max: number | null;
  /** For vague numbers, the order of magnitude named: 1,000 for "thousands" and "several thousand". */
  order?: number;
  form: 'digits' | 'words';
  /** Factor of the scale word or letter ("million", "bn", "k") that is part of the number; 1 without one. */
  scale: number;
  /** A letter written on the number that is a scale or a unit, depending on what is counted: the m of "$5m" and "5m wide". Not part of the span, not in the value. */
  suffix?: { text: string; factor: number; end: number };
  /** First token, and the token after the last one. */
  tokenStart: number;
  tokenEnd: number;
}
