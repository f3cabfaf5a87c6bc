import type { ParsedToken } from '../parsed-sentence.ts';
import { nameTypes } from './name-classes.ts';
import type { NameLine, TokenSpan } from './name-line.ts';
import { bodyKinds, peoples, stateBodies } from './organisation-words.ts';

/** What the gazetteers say of a token: that it is a country's name, or a people's. */
export interface Nationality {
  isCountry: (token: number) => boolean;
  isPeople: (token: number) => boolean;
}

const place = nameTypes.indexOf('LOC');
const capital = /^\p{Lu}/u;
/** Words between a people and its institution ("Iraqi interim federal security forces"). */
const mostKinds = 3;

/**
 * An institution in lower case that its people or country names: "Iraqi security forces", "the U.S. military", "the government of Iraq", "the
 * Kurdistan regional government", "the Saudi-led coalition".
 * @param head token that may be the institution
 */
export function stateBodySpan(tokens: readonly ParsedToken[], line: NameLine, head: number, nation: Nationality): TokenSpan | undefined {
  const { text } = tokens[head] as ParsedToken;
  if (text === 'coalition') return ledSpan(tokens, line, head, nation);
  if (!stateBodies.has(text)) return undefined;
  if (text === 'government' && tokens[head + 1]?.text === 'of') {
    const country = line.at(head + 2);
    const whole = country?.start === head + 2 && country.type === place && nation.isCountry(head + 2);
    return whole ? { start: head, end: country.end } : undefined;
  }
  // "the Iraqi government officials" are not the government.
  if (tokens[head + 1]?.upos === 'NOUN') return undefined;
  let at = head - 1;
  while (at > 0 && head - at <= mostKinds && bodyKinds.has(tokens[at]?.text ?? '')) at--;
  const start = nationStart(tokens, line, at, nation);
  if (start !== undefined) return { start, end: head + 1 };
  const region = tokens[head - 1]?.text === 'regional' ? line.at(head - 2) : undefined;
  return region?.type === place ? { start: region.start, end: head + 1 } : undefined;
}

/** "The U.S.-led coalition": of whoever leads it. */
function ledSpan(tokens: readonly ParsedToken[], line: NameLine, head: number, nation: Nationality): TokenSpan | undefined {
  if (tokens[head - 1]?.text !== 'led' || !/^[-–]$/.test(tokens[head - 2]?.text ?? '')) return undefined;
  const start = nationStart(tokens, line, head - 3, nation) ?? line.at(head - 3)?.start;
  return start === undefined ? undefined : { start, end: head + 1 };
}

/** Where a people ("Iraqi", "Syrian Arab") or a country's name that ends at a token begins. */
function nationStart(tokens: readonly ParsedToken[], line: NameLine, last: number, nation: Nationality): number | undefined {
  if (last < 0) return undefined;
  const isNation = (i: number): boolean => {
    const text = tokens[i]?.text ?? '';
    return capital.test(text) && (nation.isPeople(i) || peoples.has(text.toLowerCase()));
  };
  if (isNation(last)) return last > 0 && isNation(last - 1) ? last - 1 : last;
  const country = line.at(last);
  return country?.type === place && country.end === last + 1 && nation.isCountry(country.start) ? country.start : undefined;
}
