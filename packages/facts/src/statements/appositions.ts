import type { NameMention, ParsedSentence, ParsedToken } from '@copydesk/language';
import type { Span } from '@copydesk/text';

/** A name and what the words between the commas behind it say it is. */
export interface Apposition {
  name: string;
  words: string;
  /** Offset of the name. */
  start: number;
  /** Where the words stand. */
  span: Span;
}

const LONGEST = 14;
const SHORTEST = 3;
const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD', 'VBG']);

/** Reads "Ann Lee, the head of the port authority," by its commas: a noun phrase with an article right behind a name says what the name stands for. */
export function appositionsOf(text: string, { tokens, names }: ParsedSentence): Apposition[] {
  return names.flatMap((name) => {
    const phrase = phraseBehind(tokens, name);
    const last = phrase.at(-1);
    const first = phrase[0];
    if (first === undefined || last === undefined) return [];
    return [
      {
        name: text.slice(name.start, name.end),
        words: text.slice(first.start, last.end).replaceAll(/\s+/g, ' '),
        start: name.start,
        span: { start: first.start, end: last.end },
      },
    ];
  });
}

function phraseBehind(tokens: readonly ParsedToken[], { type, tokenStart, tokenEnd }: NameMention): readonly ParsedToken[] {
  if (tokens[tokenEnd]?.text !== ',') return [];
  // "In Leeds, the mayor …" opens a sentence; the mayor is not what Leeds is.
  if (type === 'LOC' && tokenStart < 4 && tokens.slice(0, tokenStart).some(({ upos }) => upos === 'ADP')) return [];
  const rest = tokens.slice(tokenEnd + 1, tokenEnd + 2 + LONGEST);
  if (rest[0]?.upos !== 'DET' || !/^(?:an?|the|its|his|her|their)$/i.test(rest[0].text)) return [];
  const close = rest.findIndex(({ text: word }) => /^[,.;:)—–]$/.test(word));
  if (close < SHORTEST) return [];
  const phrase = rest.slice(0, close);
  const next = rest[close + 1];
  // A list goes on ("Oslo, the capital, and …") or a clause begins: then it is no apposition.
  if (
    phrase.some(
      ({ xpos, upos, relation, text: word }) => (finite.has(xpos) && relation !== 'amod') || upos === 'PRON' || /^["“”]$/.test(word),
    ) ||
    next?.upos === 'CCONJ'
  )
    return [];
  return phrase.some(({ upos }) => upos === 'NOUN') ? phrase : [];
}
