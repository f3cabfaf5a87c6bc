import type { ParsedToken } from '@copydesk/language';

export const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** A finite verb begins at a token, perhaps after adverbs: so a clause goes on there. */
export function verbBeginsAt(tokens: readonly ParsedToken[], index: number): boolean {
  let at = index;
  while (tokens[at]?.upos === 'ADV') at++;
  const token = tokens[at];
  return token !== undefined && finite.has(token.xpos) && (token.upos === 'VERB' || token.upos === 'AUX');
}

export const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'PART', 'SYM']);

/** The noun phrase that ends before a token, "of" phrases included. */
export function phraseBefore(tokens: readonly ParsedToken[], end: number): number[] {
  let at = end - 1;
  while (at >= 0) {
    const token = tokens[at];
    if (token === undefined) break;
    const of = token.text.toLowerCase() === 'of' || token.text === '-' || token.text === "'s" || token.text === '’s';
    if (!nominal.has(token.upos) && !of) break;
    at--;
    if (token.upos === 'DET' && tokens[at]?.text.toLowerCase() !== 'of') break;
  }
  return Array.from({ length: end - at - 1 }, (_, index) => at + 1 + index);
}

/** The tokens from one to before another, without those left out. */
export function runOf(from: number, to: number, without: ReadonlySet<number>): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step).filter((index) => !without.has(index));
}
