import type { Lexicon } from '../lexicon/lexicon.ts';
import { isTitle } from '../names/titles.ts';
import type { NameMention, ParsedSentence } from '../parsed-sentence.ts';

/** A role or title that a sentence gives a person, as offsets into the text. */
export interface RoleSpan {
  start: number;
  end: number;
}

const longestRole = 10;

/** The words before a person's name that say what the person is ("French finance minister"), or the apposition after it (", a spokesman for the ministry,"). */
export function findRole(sentence: ParsedSentence, name: NameMention, lexicon: Lexicon): RoleSpan | undefined {
  return roleBefore(sentence, name, lexicon) ?? roleAfter(sentence, name, lexicon);
}

function isRoleWord(sentence: ParsedSentence, i: number, lexicon: Lexicon): boolean {
  const token = sentence.tokens[i];
  if (token === undefined) return false;
  return isTitle(token.text) || ((token.upos === 'NOUN' || token.upos === 'PROPN') && lexicon.isPersonNoun(token.lemma.toLowerCase()));
}

function roleBefore(sentence: ParsedSentence, name: NameMention, lexicon: Lexicon): RoleSpan | undefined {
  const { tokens, names } = sentence;
  // "the company's chief executive, Ada Brown,": a comma may stand between.
  const comma = tokens[name.tokenStart - 1]?.text === ',' && isRoleWord(sentence, name.tokenStart - 2, lexicon);
  const last = name.tokenStart - (comma ? 2 : 1);
  if (!isRoleWord(sentence, last, lexicon)) return undefined;
  let first = last;
  for (let i = last - 1; i >= 0 && last - i < longestRole; i--) {
    const token = tokens[i];
    const inName = names.some((n) => n.type !== 'PER' && n.tokenStart <= i && i < n.tokenEnd);
    if (token === undefined || !(inName || ['NOUN', 'PROPN', 'ADJ'].includes(token.upos) || token.text === '-')) break;
    first = i;
  }
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function roleAfter(sentence: ParsedSentence, name: NameMention, lexicon: Lexicon): RoleSpan | undefined {
  const { tokens } = sentence;
  if (tokens[name.tokenEnd]?.text !== ',') return undefined;
  let first = name.tokenEnd + 1;
  while (['DET', 'PRON'].includes(tokens[first]?.upos ?? '') && first < name.tokenEnd + 3) first++;
  let head: number | undefined;
  let end = first;
  for (let i = first; i < tokens.length && i - first < longestRole * 2; i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      [',', ';', '.', '—', '–', '(', '"', '”'].includes(token.text) ||
      token.upos === 'VERB' ||
      token.upos === 'AUX'
    )
      break;
    if (token.xpos.startsWith('W')) break;
    if (head === undefined && isRoleWord(sentence, i, lexicon)) head = i;
    end = i + 1;
  }
  // The role's noun must come before any preposition: "…, in a letter to the minister" is no apposition.
  const preposition = tokens.findIndex((t, i) => i >= first && i < end && t.upos === 'ADP');
  if (head === undefined || (preposition >= 0 && preposition < head)) return undefined;
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
