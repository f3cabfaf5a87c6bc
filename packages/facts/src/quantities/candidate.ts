import type { NumberMention, Token, Unit } from '@copydesk/text';

/** A counted thing: the noun phrase after the number. */
export interface Counted {
  tokenStart: number;
  tokenEnd: number;
  /** Head noun in the singular, lower case. */
  head: string;
  /** The phrase with its head in the singular. */
  singular: string;
  /** The phrase as written. */
  phrase: string;
}

/** A number on its way to a quantity: what it measures or counts, and the tokens that belong to it. */
export interface Candidate {
  number: NumberMention;
  value: number | null;
  min: number | null;
  max: number | null;
  scale: number;
  /** First token, sign and currency included; token after the last one, unit included. */
  tokenStart: number;
  tokenEnd: number;
  unit?: Unit;
  /** Unit or noun after "per", "a", "/". */
  per?: { symbol: string; name: string };
  unitTokens?: { from: number; to: number };
  counted?: Counted;
  /** The two ends of a range or score, in the order of the text. */
  pair?: { from: Candidate; to: Candidate; kind: 'range' | 'score' | 'from-to' };
  inherited?: boolean;
}

/** A sentence's tokens with their lower-case forms. */
export interface Words {
  text: string;
  tokens: readonly Token[];
  lower: readonly string[];
}

/** Lower-case text of a token; "" outside the sentence. */
export function lowerAt(words: Words, at: number): string {
  return words.lower[at] ?? '';
}

/** Text of a token as written; "" outside the sentence. */
export function textAt(words: Words, at: number): string {
  return words.tokens[at]?.text ?? '';
}

/** True when nothing stands between the token and the one before it. */
export function gluedAt(words: Words, at: number): boolean {
  return words.tokens[at] !== undefined && words.tokens[at]?.start === words.tokens[at - 1]?.end;
}

/** True for a hyphen with no space on its left. */
export function hyphenAt(words: Words, at: number): boolean {
  const text = textAt(words, at);
  return (text === '-' || text === '‑' || text === '–') && gluedAt(words, at);
}
