import type { NumberMention } from '@copydesk/text';
import type { Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';
import { isWord } from './counted.ts';
import type { WordQuantity } from './word-quantity.ts';

const possessives: ReadonlySet<string> = new Set(['its', 'his', 'her', 'their', "'s", '’s', 'our', 'my']);
const tails: ReadonlySet<string> = new Set(['this', 'since', 'so', 'in', 'of']);
/** Nouns that an ordinal places or names and does not count. */
const places: ReadonlySet<string> = new Set(
  (
    'century floor anniversary birthday street avenue grade district circuit amendment army fleet corps division brigade regiment battalion precinct parallel hole inning quarter minute hour day week month year place position seed pick ' +
    'spot rank row edition largest biggest highest lowest smallest most richest oldest youngest wedding congress republic'
  ).split(' '),
);

/**
 * An ordinal that counts what happened: "its sixth test", "the 15th strike this year", "the 9th round since May". Below the fourth it says an order more often than a count.
 * The unit is "ordinal".
 */
export function readCountingOrdinal(words: Words, number: NumberMention): WordQuantity | undefined {
  const { value, tokenStart, tokenEnd } = number;
  if (number.kind !== 'ordinal' || value === null || value < 4) return undefined;
  let end = tokenEnd;
  while (end < tokenEnd + 4 && isWord(words, end) && !tails.has(lowerAt(words, end))) {
    if (places.has(lowerAt(words, end))) return undefined;
    end += 1;
  }
  const before = lowerAt(words, tokenStart - 1);
  const counts = possessives.has(before) || (before === 'the' && isCounted(words, end));
  return end > tokenEnd && counts
    ? { tokenStart, tokenEnd: end, value, min: null, comparator: 'eq', unit: { symbol: 'ordinal', unitClass: 'ordinal' } }
    : undefined;
}

/** "… this year", "… since May", "… in a row", "… so far", "… of sanctions". */
function isCounted(words: Words, at: number): boolean {
  const word = lowerAt(words, at);
  const next = lowerAt(words, at + 1);
  if (word === 'this') return /^(?:year|month|week|season|century|decade)$/.test(next);
  if (word === 'so') return next === 'far';
  if (word === 'in') return /^(?:a|as|the|less|fewer|under)$/.test(next) && /^(?:row|many|past|last|than|a)$/.test(lowerAt(words, at + 2));
  return word === 'since' || (word === 'of' && next === 'the' && /^(?:year|season|month|war|campaign)$/.test(lowerAt(words, at + 2)));
}
