import type { NameMention, ParsedSentence } from '../parsed-sentence.ts';
import { unitHeads } from './organisation-words.ts';

/**
 * Where the mention of a name begins, in offsets of the text: the mention of an organisation that is named by what it is ("the Ministry of Defence", "the Syrian
 * army") holds its article, but not that of "the army report", which is the report's. A name itself (`start`) never holds one, so that names compare; names of
 * other words ("the Guardian") and of persons and places begin with the name.
 */
export function mentionStart({ tokens }: ParsedSentence, name: NameMention): number {
  const article = tokens[name.tokenStart - 1];
  if (name.type !== 'ORG' || article === undefined || article.text.toLowerCase() !== 'the') return name.start;
  const isOwn = article.head >= name.tokenStart && article.head < name.tokenEnd;
  return isOwn && unitHeads.has(tokens[article.head]?.text.toLowerCase() ?? '') ? article.start : name.start;
}
