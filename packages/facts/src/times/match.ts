import { startable } from './gate.ts';
import type { TimeToken } from './lexer.ts';
import { dayParts, zones } from './lexicon.ts';
import type { Match, Pattern } from './meaning.ts';
import type { TimexMod } from './types.ts';
import { clock, namedHour } from './patterns/clock.ts';
import { dayFirst, deicticMonth, monthFirst, weekdayFirst } from './patterns/dates.ts';
import { dayAlone, numericDate } from './patterns/numeric-dates.ts';
import { bounded, countedUnit, measured, unitLong, vague } from './patterns/durations.ts';
import { fiscalYear, holiday, partOfYear, season, weekOf } from './patterns/periods.ts';
import { daysThenMonth, monthThenDays, yearPair } from './patterns/ranges.ts';
import { reference } from './patterns/references.ts';
import { dayAfter, namedDay, partOfDay, plainUnit, pointedUnit, theWeekend, unitEnd } from './patterns/relative.ts';
import { set } from './patterns/sets.ts';
import { isDash, isWord, lower, type Tokens } from './patterns/words.ts';
import { bareYear, century, decade, shortYears } from './patterns/years.ts';

const datePatterns: readonly Pattern[] = [
  numericDate,
  dayAlone,
  weekdayFirst,
  dayFirst,
  monthFirst,
  deicticMonth,
  season,
  partOfYear,
  fiscalYear,
  century,
  decade,
  holiday,
  weekOf,
  namedDay,
  pointedUnit,
  theWeekend,
  dayAfter,
  shortYears,
  bareYear,
];
const otherPatterns: readonly Pattern[] = [clock, namedHour, set, measured, vague, unitLong, unitEnd, countedUnit, reference, partOfDay];

const longest = (patterns: readonly Pattern[], tokens: Tokens, at: number): Match | null => {
  let best: Match | null = null;
  for (const pattern of patterns) {
    const found = pattern(tokens, at);
    if (found !== null && (best === null || found.to > best.to)) best = found;
  }
  return best;
};

/** All time expressions of a token list, left to right, never overlapping. Each token is looked at by a fixed number of patterns of bounded reach. */
export function matchTimes(tokens: readonly TimeToken[]): Match[] {
  const found: Match[] = [];
  const may = startable(tokens);
  let at = 0;
  while (at < tokens.length) {
    if (may[at] !== 1) {
      at += 1;
      continue;
    }
    const pair = daysThenMonth(tokens, at) ?? monthThenDays(tokens, at) ?? yearPair(tokens, at);
    if (pair !== null) {
      found.push(...pair);
      at = pair.at(-1)?.to ?? at + 1;
      continue;
    }
    const match = wrapped(tokens, at) ?? single(tokens, at);
    if (match === null) {
      at += 1;
      continue;
    }
    found.push(match);
    at = Math.max(match.to, at + 1);
  }
  return inheritYears(tokens, found);
}

function single(tokens: Tokens, at: number): Match | null {
  const date = longest(datePatterns, tokens, at);
  const other = longest(otherPatterns, tokens, at);
  if (date === null || (other !== null && other.to > date.to)) return other;
  return withPart(tokens, date);
}

/** "Friday morning", "yesterday evening local time". */
function withPart(tokens: Tokens, match: Match): Match {
  if (match.part !== undefined || !isDay(match)) return match;
  let next = match.to;
  if (isWord(tokens, next, 'late', 'early')) next += 1;
  if (isWord(tokens, next, 'in') && isWord(tokens, next + 1, 'the')) next += 2;
  if (isWord(tokens, next, 'at') && isWord(tokens, next + 1, 'dawn', 'dusk', 'sunrise', 'sunset')) next += 1;
  const part = dayParts.get(lower(tokens, next));
  if (
    part === undefined ||
    tokens[next]?.capital === true ||
    isWord(tokens, next, 'noon', 'midnight') ||
    match.meaning.kind === 'named-day'
  ) {
    if (!(match.meaning.kind === 'named-day' && match.meaning.part === null && part !== undefined && next === match.to)) return match;
  }
  let to = next + 1;
  if (isWord(tokens, to + 1, 'time') && (isWord(tokens, to, 'local') || tokens[to]?.capital === true)) to += 2;
  else if (tokens[to]?.text.toUpperCase() === tokens[to]?.text && zones.has(lower(tokens, to))) to += 1;
  return { ...match, to, part: part ?? 'NI' };
}

const isDay = (match: Match): boolean =>
  (match.meaning.kind === 'date' && (match.meaning.day !== null || match.meaning.weekday !== null)) ||
  match.meaning.kind === 'named-day' ||
  (match.meaning.kind === 'unit' && match.meaning.unit === 'day') ||
  match.meaning.kind === 'holiday' ||
  (match.meaning.kind === 'shift' && match.meaning.unit === 'day');

const phases: Readonly<Record<string, TimexMod>> = {
  beginning: 'START',
  start: 'START',
  onset: 'START',
  outset: 'START',
  dawn: 'START',
  turn: 'START',
  end: 'END',
  close: 'END',
  middle: 'MID',
  midst: 'MID',
  midpoint: 'MID',
  rest: 'END',
  remainder: 'END',
  course: 'MID',
};

/** Modifiers before a date: "early 2025", "the end of May", "later that month", "the night of 4 July", "more than two years". */
function wrapped(tokens: Tokens, at: number): Match | null {
  const word = lower(tokens, at);
  if (
    word === 'early' ||
    word === 'late' ||
    word === 'mid' ||
    word === 'earlier' ||
    word === 'later' ||
    word === 'sometime' ||
    word === 'midway'
  ) {
    let next = at + 1;
    if (isDash(tokens, next) || isWord(tokens, next, 'on', 'in', 'through')) next += 1;
    if (isWord(tokens, next, '-', 'to') && isWord(tokens, next + 1, 'mid', 'late')) next += isDash(tokens, next + 2) ? 3 : 2;
    if (isWord(tokens, next, 'the') && word !== 'mid') {
      const inner = dateAt(tokens, next) ?? plainUnit(tokens, next);
      if (inner !== null) return modified(inner, at, phaseOf(word, inner));
      next += 1;
    }
    if (isWord(tokens, next, 'on') && word === 'later') next += 1;
    if (isWord(tokens, next, 'morning', 'afternoon', 'evening', 'night')) {
      const part = dayParts.get(lower(tokens, next)) ?? 'DT';
      const joint = isWord(tokens, next + 1, 'of', 'on') ? next + 2 : next + 1;
      const inner =
        isWord(tokens, next + 1, 'hours') && isWord(tokens, next + 2, 'of', 'on') ? dateAt(tokens, next + 3) : dateAt(tokens, joint);
      if (inner !== null && isDay(inner)) return { ...inner, from: at, part };
    }
    if (word === 'early' && isWord(tokens, next, 'hours') && isWord(tokens, next + 1, 'of', 'on')) {
      const inner = dateAt(tokens, next + 2);
      if (inner !== null && isDay(inner)) return { ...inner, from: at, part: 'MO', mod: 'START' };
    }
    const inner = dateAt(tokens, next);
    if (inner === null || (word === 'sometime' && inner.meaning.kind !== 'date')) return null;
    return modified(inner, at, phaseOf(word, inner));
  }
  const article = isWord(tokens, at, 'the') ? at + 1 : at;
  const noun = isWord(tokens, article, 'very', 'early', 'late') ? article + 1 : article;
  const phase =
    phases[lower(tokens, noun)] ??
    (isWord(tokens, noun, 'part') && noun > article ? (isWord(tokens, article, 'early') ? 'START' : 'END') : undefined);
  if (phase !== undefined && isWord(tokens, noun + 1, 'of', 'to')) {
    const inner = dateAt(tokens, noun + 2) ?? datePlain(tokens, noun + 2);
    if (inner !== null && inner.meaning.kind !== 'duration') return modified(inner, at, phase);
    return null;
  }
  if (
    isWord(tokens, article, 'latter', 'first', 'second', 'early', 'later') &&
    isWord(tokens, article + 1, 'half', 'part', 'days', 'weeks', 'months') &&
    isWord(tokens, article + 2, 'of')
  ) {
    const inner = dateAt(tokens, article + 3) ?? datePlain(tokens, article + 3);
    if (
      inner !== null &&
      inner.meaning.kind !== 'duration' &&
      !(inner.meaning.kind === 'date' && inner.meaning.month === null && isWord(tokens, article + 1, 'half'))
    )
      return modified(inner, at, isWord(tokens, article, 'first', 'early') ? 'START' : 'END');
  }
  const part = dayParts.get(lower(tokens, article));
  if (part !== undefined && isWord(tokens, article + 1, 'of', 'on')) {
    const inner = dateAt(tokens, article + 2);
    if (inner !== null && isDay(inner)) return { ...inner, from: at, part };
  }
  const bound = bounded(tokens, at);
  if (bound !== null) {
    const inner = single(tokens, bound.next);
    if (inner === null) return null;
    if (inner.meaning.kind === 'duration' && inner.meaning.reach !== null)
      return isWord(tokens, at, 'over', 'some') ? inner : { ...inner, from: at, mod: bound.mod };
    // "$5m over three years" is during them; "for over three years" is more than that.
    if (isWord(tokens, at, 'over') && !overIsMore.has(lower(tokens, at - 1))) return inner;
    if (inner.meaning.kind === 'duration' || inner.meaning.kind === 'shift') return { ...inner, from: at, mod: bound.mod };
    return bound.mod === 'APPROX' && inner.meaning.kind !== 'reference' ? { ...inner, from: at, mod: 'APPROX' } : null;
  }
  if (isWord(tokens, at, 'circa', 'c', 'ca')) {
    const inner = dateAt(tokens, isWord(tokens, at + 1, '.') ? at + 2 : at + 1);
    return inner === null ? null : { ...inner, from: at, mod: 'APPROX' };
  }
  return null;
}

const overIsMore: ReadonlySet<string> = new Set([
  'for',
  'after',
  'of',
  'well',
  'just',
  'lasted',
  'took',
  'taken',
  'in',
  'by',
  'to',
  'spent',
  'with',
  'is',
  'was',
  'than',
  'since',
  'had',
  'has',
  'been',
  'a',
  'the',
  '',
]);

const datePlain = (tokens: Tokens, at: number): Match | null => (isWord(tokens, at, 'the') ? plainUnit(tokens, at) : null);

function dateAt(tokens: Tokens, at: number): Match | null {
  const from =
    isWord(tokens, at, 'the') &&
    lower(tokens, at + 1) !== 'following' &&
    lower(tokens, at + 1) !== 'next' &&
    lower(tokens, at + 1) !== 'same'
      ? at + 1
      : at;
  const found = longest(datePatterns, tokens, at) ?? (from > at ? longest(datePatterns, tokens, from) : null);
  return found === null ? null : withPart(tokens, found);
}

function phaseOf(word: string, inner: Match): TimexMod {
  if (word === 'earlier') return 'BEFORE';
  if (word === 'later') return 'AFTER';
  if (word === 'sometime') return inner.mod ?? 'APPROX';
  return word === 'early' ? 'START' : word === 'late' ? 'END' : 'MID';
}

const modified = (inner: Match, from: number, mod: TimexMod): Match => ({ ...inner, from, mod });

/** "3 May and 7 June 1999", "January to March 2020": a date without a year takes that of the one it is joined to; over the turn of the year, the year before. */
function inheritYears(tokens: Tokens, found: Match[]): Match[] {
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [left, right] = [found[index], found[index + 1]];
    if (left === undefined || right === undefined || left.meaning.kind !== 'date' || right.meaning.kind !== 'date') continue;
    if (
      left.meaning.year !== null ||
      left.meaning.month === null ||
      left.meaning.deixis !== null ||
      right.meaning.year === null ||
      right.meaning.month === null
    )
      continue;
    const gap = right.from - left.to;
    if (
      gap < 1 ||
      gap > 2 ||
      !isJoint(tokens, left.to) ||
      (gap === 2 && !isJoint(tokens, left.to + 1) && !isWord(tokens, left.to + 1, 'on', 'in', 'the', 'of'))
    )
      continue;
    if ((left.meaning.day === null) !== (right.meaning.day === null) && gap > 1) continue;
    const year = left.meaning.month <= right.meaning.month ? right.meaning.year : right.meaning.year - 1;
    found[index] = { ...left, meaning: { ...left.meaning, year } };
  }
  return found;
}

const isJoint = (tokens: Tokens, at: number): boolean =>
  isDash(tokens, at) || isWord(tokens, at, 'to', 'and', 'or', 'through', 'until', ',');
