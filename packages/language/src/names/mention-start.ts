import type { NameMention, ParsedSentence } from '../parsed-sentence.ts';

/**
 * Where the mention of a name begins, in offsets of the text: an organisation's mention holds the article that the name is used with ("the Red
 * Cross", but not that of "the Red Cross report", which is the report's). A name itself (`start`) never holds one, so that names compare.
 * Persons' and places' mentions begin with the name.
 */
export function mentionStart({ tokens }: ParsedSentence, name: NameMention): number {
  const article = tokens[name.tokenStart - 1];
  if (name.type !== 'ORG' || article === undefined || article.text.toLowerCase() !== 'the') return name.start;
  return article.head >= name.tokenStart && article.head < name.tokenEnd ? article.start : name.start;
}
