import type { ParsedToken } from '@copydesk/language';

/** Words of a phrase looked back for its article, at most. */
const LONG_PHRASE = 9;
const inPhrase = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'SYM']);

/** A noun, or an abbreviation in capitals, which taggers take for anything. */
export function isNominal(token: ParsedToken | undefined): boolean {
  return token !== undefined && (token.upos === 'NOUN' || token.upos === 'PROPN' || /^\p{Lu}{2,}$/u.test(token.text));
}

/**
 * Index of the first token of the noun phrase that ends with a token. A phrase with prepositions inside goes back to its article ("the league of farmers"); where none is found it begins
 * behind the last preposition.
 */
export function phraseFrom(tokens: readonly ParsedToken[], last: number): number {
  let begin = last;
  let tied = false;
  for (let at = last; at >= 0 && at > last - LONG_PHRASE; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.upos === 'DET' || token.xpos === 'PRP$') return at;
    if (token.upos === 'ADP') tied = true;
    else if (!inPhrase.has(token.upos) && !isNominal(token) && token.text !== '-') break;
    else if (!tied) begin = at;
  }
  return begin;
}

/** Index behind the noun phrase that begins at a token, up to `limit`; articles, "of" phrases, possessives and coordination belong to it. */
export function phraseEnd(tokens: readonly ParsedToken[], from: number, limit: number): number {
  let end = from;
  for (; end < limit; end++) {
    const token = tokens[end];
    if (token === undefined) break;
    const joins = token.text.toLowerCase() === 'of' || /^(?:['’]s?|-)$/.test(token.text) || /^(?:DET|CCONJ|ADV)$/.test(token.upos);
    if (!inPhrase.has(token.upos) && !isNominal(token) && !joins && token.xpos !== 'PRP$') break;
  }
  while (end > from && end < limit && /^(?:CCONJ|ADV|DET)$/.test(tokens[end - 1]?.upos ?? '')) end--;
  return end;
}
