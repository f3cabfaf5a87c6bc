import type { Token } from '../tokens/token.ts';
import type { ComparatorMention } from './comparator.ts';
import { after, before, longestPhrase } from './vocabulary.ts';

const joined = (tokens: readonly Token[], from: number, to: number): string => {
  let text = '';
  for (let at = from; at < to; at += 1) text += (at === from ? '' : ' ') + (tokens[at]?.text.toLowerCase() ?? '');
  return text;
};

/** Words after which "over", "past", "under" and their like are prepositions of place or time and compare nothing. */
const phrasalBefore: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['over', new Set('spread taken took take takes handed hand turned carried voted won win lead'.split(' '))],
  ['past', new Set('the'.split(' '))],
]);

/** The longest comparator that ends right before token `at`; undefined when there is none. */
export function comparatorBefore(tokens: readonly Token[], at: number): ComparatorMention | undefined {
  for (let length = Math.min(longestPhrase, at); length > 0; length -= 1) {
    const tokenStart = at - length;
    const phrase = joined(tokens, tokenStart, at);
    const comparator = before.get(phrase);
    if (comparator === undefined) continue;
    if (phrasalBefore.get(phrase)?.has(tokens[tokenStart - 1]?.text.toLowerCase() ?? '') === true) return undefined;
    return { comparator: negated(tokens, tokenStart, phrase) ?? comparator, tokenStart, tokenEnd: at };
  }
  return undefined;
}

/** "not more than" is listed; this catches "does not exceed 5", "no more and no less than". */
function negated(tokens: readonly Token[], at: number, phrase: string): 'lte' | 'gte' | undefined {
  const previous = tokens[at - 1]?.text.toLowerCase();
  if (previous !== 'not' && previous !== "n't" && previous !== 'n’t') return undefined;
  if (/^(?:exceed|surpass|over|more than|above|beyond)/.test(phrase)) return 'lte';
  return /^(?:less than|fewer than|under|below)/.test(phrase) ? 'gte' : undefined;
}

/** The longest comparator that starts at token `at`, right after a number or its unit. */
export function comparatorAfter(tokens: readonly Token[], at: number): ComparatorMention | undefined {
  for (let length = Math.min(4, tokens.length - at); length > 0; length -= 1) {
    const comparator = after.get(joined(tokens, at, at + length));
    if (comparator !== undefined) return { comparator, tokenStart: at, tokenEnd: at + length };
  }
  return undefined;
}
