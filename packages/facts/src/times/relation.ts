import type { TimeToken } from './lexer.ts';
import type { TimeRelation } from './types.ts';

const relations: Readonly<Record<string, TimeRelation>> = {
  in: 'at',
  on: 'at',
  at: 'at',
  since: 'since',
  until: 'until',
  till: 'until',
  through: 'until',
  by: 'by',
  before: 'before',
  after: 'after',
  following: 'after',
  from: 'from',
  to: 'to',
  during: 'during',
  throughout: 'during',
  over: 'during',
  for: 'during',
  within: 'within',
  between: 'from',
  of: null,
  starting: 'from',
  beginning: 'from',
};

/** The preposition before token `from`, classed; articles and "around" are stepped over. */
export function relationBefore(tokens: readonly TimeToken[], from: number): TimeRelation {
  let at = from - 1;
  while (
    at >= 0 &&
    at >= from - 3 &&
    ['the', 'a', 'an', 'around', 'about', 'this', 'that', 'just', 'shortly', 'only', 'as'].includes(tokens[at]?.lower ?? '')
  )
    at -= 1;
  const word = tokens[at]?.lower ?? '';
  if (word === 'of' && tokens[at - 1]?.lower === 'as') return 'at';
  return (Object.hasOwn(relations, word) ? relations[word] : null) ?? null;
}
