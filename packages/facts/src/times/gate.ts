import type { TimeToken } from './lexer.ts';
import {
  cardinals,
  dayParts,
  monthAbbreviations,
  monthNames,
  ordinals,
  seasonNames,
  unitNames,
  weekdayAbbreviations,
  weekdayNames,
} from './lexicon.ts';

const split = (list: string): string[] => list.split(' ');

/** Words that carry time themselves. */
const strong: ReadonlySet<string> = new Set([
  ...monthNames.keys(),
  ...monthAbbreviations.keys(),
  ...weekdayNames.keys(),
  ...weekdayAbbreviations.keys(),
  ...seasonNames.keys(),
  ...unitNames.keys(),
  ...dayParts.keys(),
  ...ordinals.keys(),
  ...cardinals.units.keys(),
  ...cardinals.tens.keys(),
  ...split(
    'today yesterday tomorrow tonight daily everyday nightly weekly biweekly fortnightly monthly quarterly yearly annually hourly mondays tuesdays wednesdays thursdays fridays saturdays sundays now currently nowadays presently recently current recent former future past present moment date point time being',
  ),
  ...split(
    'half quarter q h fy fiscal financial twenties thirties forties fifties sixties seventies eighties nineties christmas easter thanksgiving halloween new good valentine labor memorial veterans boxing ad bc bce hundred dozen couple q1 q2 q3 q4 h1 h2 am pm hrs hr gmt utc est edt et cet bst pst pdt local',
  ),
]);
/** Words that only open an expression whose core follows within a few tokens. */
const openers: ReadonlySet<string> = new Set(
  split(
    'the a an this that these those last next coming upcoming previous following same preceding ensuing subsequent very early late mid earlier later sometime midway beginning start onset outset dawn turn end close middle midst midpoint rest remainder course latter part more less fewer at up no over under nearly almost about around roughly approximately some circa c ca per every each another few several many numerous countless dozens first final opening closing other intervening right to modern',
  ),
);
const reach = 6;

/** Marks that join a number to others in a date or a clock time. */
const joints: ReadonlySet<string> = new Set([':', '/', '-', '–', '—', '.']);

/** For each token whether a time expression can begin there. One pass; spares nine tokens in ten the patterns. */
export function startable(tokens: readonly TimeToken[]): Uint8Array {
  const may = new Uint8Array(tokens.length);
  // Nearest token to the right that carries time by itself: a word, or a number of any sort.
  let word = Number.POSITIVE_INFINITY;
  let core = Number.POSITIVE_INFINITY;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.kind === 'number') {
      core = at;
      const year = token.lower.length === 4 || token.ordinal || token.plural;
      if (year || word - at <= reach || joints.has(tokens[at + 1]?.lower ?? '')) may[at] = 1;
    } else if (token.lower === "'" || token.text === '‘') may[at] = 1;
    else if (token.kind === 'word' && strong.has(token.lower)) {
      word = at;
      core = at;
      may[at] = 1;
    } else if (token.kind === 'word' && core - at <= reach && openers.has(token.lower)) may[at] = 1;
  }
  return may;
}
