import type { Words } from './candidate.ts';
import { hyphenAt, lowerAt } from './candidate.ts';
import { isPlural } from './singular.ts';
import { ratio } from './word-quantity.ts';
import type { WordQuantity } from './word-quantity.ts';

const fewWords: ReadonlySet<string> = new Set(['several', 'multiple', 'numerous']);

/** Words that `readShareOrFew` may start at. */
export const shareAndFewWords: readonly string[] = [...fewWords, 'majority', 'most', 'a'];

/** A share or a small amount told without a number: "most of them", "a majority", "several", "a few", "a single". */
export function readShareOrFew(words: Words, at: number): WordQuantity | undefined {
  if (fewWords.has(lowerAt(words, at))) return { tokenStart: at, tokenEnd: at + 1, value: null, min: 2, comparator: 'vague' };
  return isMajority(words, at) || isMost(words, at)
    ? { tokenStart: at, tokenEnd: at + 1, value: 0.5, min: null, comparator: 'gt', unit: ratio }
    : afterArticle(words, at);
}

function isMajority(words: Words, at: number): boolean {
  const next = lowerAt(words, at + 1);
  return lowerAt(words, at) === 'majority' && (next === 'of' || /^[,.;]?$/.test(next) || lowerAt(words, at - 2) === 'with');
}

/** "most of them", "most Americans", "with most stationed abroad"; not "the most votes", "most popular songs". */
function isMost(words: Words, at: number): boolean {
  if (lowerAt(words, at) !== 'most') return false;
  const next = lowerAt(words, at + 1);
  const before = lowerAt(words, at - 1);
  if (next === 'of') return lowerAt(words, at + 2) !== 'all' && before !== 'the';
  if (before === 'with' && /ed$|^(?:in|at|from|being|living|held|left|paid|sent|built|born|kept|made|taken|lost)$/.test(next)) return true;
  return before !== 'the' && before !== 'at' && isPlural(next) && !hyphenAt(words, at + 2);
}

/** "a few people", "a handful of", "a couple of", "a pair of", "a single shot". */
function afterArticle(words: Words, at: number): WordQuantity | undefined {
  if (lowerAt(words, at) !== 'a') return undefined;
  const word = lowerAt(words, at + 1);
  const of = lowerAt(words, at + 2) === 'of';
  const few = { tokenStart: at, tokenEnd: at + 2, value: null, min: 2, comparator: 'vague' } as const;
  if (word === 'few' && lowerAt(words, at - 1) !== 'quite') return few;
  if ((word === 'handful' || word === 'couple') && of) return few;
  if (word === 'pair' && of) return { ...few, value: 2, min: null, comparator: 'eq' };
  return word === 'single' && !hyphenAt(words, at + 2) ? { ...few, value: 1, min: null, comparator: 'eq', one: true } : undefined;
}
