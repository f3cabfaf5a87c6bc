import type { Counted, Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';
import { isWord, phrase } from './counted.ts';
import { isPlural } from './singular.ts';

/** How far before the number its noun is looked for. */
const reach = 25;
const numberNouns: ReadonlySet<string> = new Set(['number', 'numbers', 'count', 'total', 'tally']);
/** What may stand right before a number that completes "the number of … is". */
const links: ReadonlySet<string> = new Set(
  'is are was were be been to at from than of by stands stood about around under over nearly almost roughly approximately least most only just reached reach hit exceeded exceed totaled totalled now'.split(
    ' ',
  ),
);

/**
 * The counted thing named before a bare number: "the number of jobs fell to 300", "the total count of forces will be less than 2,000", "troop numbers are down from 2,000",
 * "the death toll rose to 54", "Attendance: 12,836".
 */
export function countedBefore(words: Words, at: number): Counted | undefined {
  if (lowerAt(words, at - 1) === ':' && at === 2 && isWord(words, at - 2)) return phrase(words, at - 2, at - 1);
  if (!links.has(lowerAt(words, at - 1)) && lowerAt(words, at - 1) !== '“') return undefined;
  for (let from = at - 1; from >= 0 && from > at - reach; from -= 1) {
    const word = lowerAt(words, from);
    if (word === ';') return undefined;
    if (word === 'toll' && /^(?:death|casualty)$/.test(lowerAt(words, from - 1)))
      return { ...phrase(words, from - 1, from + 1), head: 'death', singular: 'death' };
    if (!numberNouns.has(word)) continue;
    if (lowerAt(words, from + 1) === 'of') return nounAfter(words, from + 2);
    if (word === 'numbers' && isWord(words, from - 1)) return phrase(words, from - 1, from);
  }
  return undefined;
}

function nounAfter(words: Words, start: number): Counted | undefined {
  const from = /^(?:the|its|their|his|her)$/.test(lowerAt(words, start)) ? start + 1 : start;
  for (let at = from; at < from + 6 && isWord(words, at); at += 1) if (isPlural(lowerAt(words, at))) return phrase(words, from, at + 1);
  return undefined;
}
