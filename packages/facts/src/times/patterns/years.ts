import type { Match } from '../meaning.ts';
import { shortYear } from './dates.ts';
import { digits, isDash, isWord, ordinal, temporalPrepositions, tight, unit, year, type Tokens } from './words.ts';

const yearMatch = (from: number, to: number, value: number): Match => ({
  from,
  to,
  meaning: { kind: 'date', year: value, month: null, day: null, weekday: null, deixis: null },
});

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Prepositions that take a year and hardly ever a count. */
const sure: ReadonlySet<string> = words(
  'in since during until till throughout circa early mid late year fiscal before after by dated into through',
);
/** Words that may follow a year inside its clause; any other lower-case word makes a number after a weak preposition a count. */
const afterYear: ReadonlySet<string> = words(
  'and or to when while where which with the a an as by at was were is are had has have in on of for from after before until it he she they we but if that through saw his her their its because under over during following onward onwards there this than would will did against due about alone who amid despite so also not levels level election elections campaign season census budget war',
);
const counted: ReadonlySet<string> = words(
  'people men women children troops soldiers cases deaths dead members votes points percent per jobs homes houses miles metres meters feet tons tonnes km dollars euros pounds acres hectares employees workers patients students seats shares units vehicles hours years days copies gmt utc hrs prisoners refugees others residents flights calories words pages million billion civilians horses ships aircraft tanks guns killed wounded casualties kilometres kilometers square',
);
const determiners: ReadonlySet<string> = words("the a his her its their 's our my this that failed landmark your '");

/** A year alone: after a temporal preposition, in brackets, beside another year, or before a noun it dates ("the 2016 election"). */
export function bareYear(tokens: Tokens, at: number): Match | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number') return null;
  const era = eraAfter(tokens, at + 1);
  if (era !== null && !token.plural && !token.ordinal && Number.isInteger(token.value) && token.value > 0 && token.value < 10000)
    return yearMatch(at, era.next, era.bc ? -token.value : token.value);
  if (isWord(tokens, at - 1, '$', '€', '£', '#', '+', '.', '/') && tight(tokens, at)) return null;
  if (isWord(tokens, at + 1, '%', '/', '$', '€', '°')) return null;
  const value = year(tokens, at);
  if (value === null) return null;
  // "RX1131-1231": part of a name of letters and digits.
  if (
    isDash(tokens, at - 1) &&
    tight(tokens, at) &&
    tokens[at - 2]?.kind === 'number' &&
    tight(tokens, at - 2) &&
    tokens[at - 3]?.kind === 'word'
  )
    return null;
  if (isDash(tokens, at + 1) && tight(tokens, at + 1) && tokens[at + 2]?.kind === 'word')
    return value >= 1700 && isWord(tokens, at + 2, 'era', 'vintage', 'style', 'model', 'present') ? yearMatch(at, at + 1, value) : null;
  const next = tokens[at + 1];
  if (next?.kind === 'word' && counted.has(next.lower)) return null;
  const before = tokens[at - 1]?.lower ?? '';
  if (sure.has(before)) return yearMatch(at, at + 1, value);
  const free = next === undefined || next.kind !== 'word' || next.capital || afterYear.has(next.lower);
  if (temporalPrepositions.has(before))
    return free && value >= 1400 && (value >= 1700 || before !== 'of' || isWord(tokens, at - 2, 'end', 'start', 'beginning', 'middle'))
      ? yearMatch(at, at + 1, value)
      : before === 'as' && isWord(tokens, at - 2, 'late', 'early', 'recently')
        ? yearMatch(at, at + 1, value)
        : null;
  if (value < 1700) return before === '(' && isWord(tokens, at + 1, ')', '-', '–') ? yearMatch(at, at + 1, value) : null;
  if (isDash(tokens, at - 1))
    return tokens[at - 2]?.kind === 'number' || tokens[at - 2]?.kind === 'word' ? yearMatch(at, at + 1, value) : null;
  if (before === '(' || before === ')' || before === ',' || before === ';' || before === ':' || before === '"' || before === '“')
    return free ? yearMatch(at, at + 1, value) : null;
  if (determiners.has(before))
    return value >= 1700 &&
      next !== undefined &&
      (next.kind === 'word'
        ? (!afterYear.has(next.lower) ||
            next.lower === 'election' ||
            next.lower === 'season' ||
            next.lower === 'campaign' ||
            next.lower === 'census' ||
            next.lower === 'budget' ||
            next.lower === 'war' ||
            next.lower === 'elections') &&
          (value >= 1800 || !next.lower.endsWith('s'))
        : next.lower === '"' || next.lower === '“')
      ? { ...yearMatch(at, at + 1, value), attributive: true }
      : null;
  if (at === 0 || before === '') return free ? yearMatch(at, at + 1, value) : null;
  // "former 2016 candidate", "London 2012", "spring 1918": a word before, nothing countable after.
  return value >= 1800 &&
    value < 2100 &&
    tokens[at - 1]?.kind === 'word' &&
    (free || (next?.kind === 'word' && !next.lower.endsWith('s'))) &&
    !isWord(tokens, at - 1, 'than', 'least', 'most', 'some', 'nearly', 'almost', 'only', 'was', 'were', 'is', 'are', 'reached', 'killed')
    ? yearMatch(at, at + 1, value)
    : null;
}

/** "BC", "B.C.", "BCE", "AD", "CE" after a number. */
export function eraAfter(tokens: Tokens, at: number): { bc: boolean; next: number } | null {
  const token = tokens[at];
  if (token === undefined || !token.capital) return null;
  if (token.lower === 'bc' || token.lower === 'bce') return { bc: true, next: at + 1 };
  return token.text === 'AD' || token.text === 'CE' || token.text === 'A.D.' || token.text === 'C.E.' ? { bc: false, next: at + 1 } : null;
}

/** "AD 70", and a two-digit year after an apostrophe: "'99", "class of '08". */
export function shortYears(tokens: Tokens, at: number): Match | null {
  if (tokens[at]?.text === 'AD' || tokens[at]?.text === 'A.D.') {
    const value = digits(tokens, at + 1);
    return value > 0 && value < 2200 ? yearMatch(at, at + 2, value) : null;
  }
  if (!isWord(tokens, at, "'") && tokens[at]?.text !== '‘') return null;
  if (!tight(tokens, at + 1)) return null;
  const plural = tokens[at + 1]?.plural === true && tokens[at + 1]?.lower.length === 2;
  if (plural) {
    const two = tokens[at + 1]?.value ?? 0;
    return { from: at, to: at + 2, meaning: { kind: 'decade', decade: Math.floor(shortYear(two) / 10), hasCentury: true, bc: false } };
  }
  const two = digits(tokens, at + 1, 2);
  return two >= 0 && !isWord(tokens, at + 2, '%') ? yearMatch(at, at + 2, shortYear(two)) : null;
}

const decadeWords: Readonly<Record<string, number>> = {
  twenties: 2,
  thirties: 3,
  forties: 4,
  fifties: 5,
  sixties: 6,
  seventies: 7,
  eighties: 8,
  nineties: 9,
};

/** "the 1990s", "the 470s BC", "the sixties", "mid-1990s"; "in his sixties" is an age. */
export function decade(tokens: Tokens, at: number): Match | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number' && token.plural && token.value % 10 === 0) {
    const era = eraAfter(tokens, at + 1);
    const length = token.lower.length;
    if (length === 4 ? token.value >= 1000 && token.value < 2200 : length === 3 && era !== null) {
      // "the 1900s" is a century when the tens are nought and it stands alone; corpora read it as the decade, and so does this.
      return {
        from: at,
        to: era?.next ?? at + 1,
        meaning: { kind: 'decade', decade: Math.floor(token.value / 10), hasCentury: true, bc: era?.bc ?? false },
      };
    }
    return null;
  }
  const named = decadeWords[token.lower];
  if (named === undefined || !isWord(tokens, at - 1, 'the', 'late', 'early', 'mid', '-')) return null;
  return { from: at, to: at + 1, meaning: { kind: 'decade', decade: named, hasCentury: false, bc: false } };
}

/** "the 19th century", "eighteenth-century", "the 4th century BC". */
export function century(tokens: Tokens, at: number): Match | null {
  const which = ordinal(tokens, at);
  if (which === null) return null;
  const next = isDash(tokens, which.next) ? which.next + 1 : which.next;
  if (unit(tokens, next)?.unit !== 'century' || which.value < 1 || which.value > 30) return null;
  const era = eraAfter(tokens, next + 1);
  return { from: at, to: era?.next ?? next + 1, meaning: { kind: 'century', century: which.value, bc: era?.bc ?? false } };
}
