import type { Match } from '../meaning.ts';
import type { Unit } from '../lexicon.ts';
import type { TimexMod } from '../types.ts';
import { shiftAfter } from './relative.ts';
import { amount, isDash, isWord, lower, ordinal, unit, type Tokens } from './words.ts';

/** Words that may stand between the amount and the unit. */
const between: ReadonlySet<string> = new Set([
  'full',
  'more',
  'long',
  'straight',
  'consecutive',
  'additional',
  'whole',
  'solid',
  'further',
  'business',
  'working',
  'calendar',
  'fiscal',
  'extra',
  'successive',
  'short',
  'bloody',
  'brutal',
  'entire',
  'tough',
  'difficult',
  'hard',
  'intense',
  'other',
  'or',
  'so',
  'tumultuous',
  'turbulent',
]);

/** "three days", "a 24-hour", "a few months", "two and a half years", "the past two years", and with a direction "two years ago", "three days later". */
export function measured(tokens: Tokens, at: number): Match | null {
  const lead = reachLead(tokens, at);
  const read = amount(tokens, lead.next);
  if (read === null) return null;
  let next = read.next;
  const hyphen = isDash(tokens, next);
  if (hyphen) next += 1;
  let skipped = 0;
  while (skipped < 2 && between.has(lower(tokens, next))) {
    next += 1;
    skipped += 1;
  }
  const found = unit(tokens, next);
  if (found === null) return null;
  if (!found.plural && !hyphen && read.value !== null && read.value > 1 && found.unit !== 'second') {
    if (!isDash(tokens, found.next)) return null;
  }
  if (isAge(tokens, found.next) || isWord(tokens, at - 1, 'aged')) return null;
  let value = read.value;
  if (lower(tokens, next) === 'fortnight') value = value === null ? null : value * 2;
  let to = found.next;
  if (isDash(tokens, to) && isWord(tokens, to + 1, 'long')) to += 2;
  if (isWord(tokens, to, 'and') && isWord(tokens, to + 1, 'a') && isWord(tokens, to + 2, 'half') && value !== null) {
    value += 0.5;
    to += 3;
  }
  if (found.unit === 'second' && value === 1 && !found.plural) return null;
  const shift = lead.reach === null && !hyphen ? shiftAfter(tokens, to) : null;
  if (shift !== null)
    return { from: at, to: shift.next, meaning: { kind: 'shift', amount: value, unit: found.unit, sign: shift.sign, base: shift.base } };
  if (isWord(tokens, to, "'") && isWord(tokens, to + 1, 'time') && isWord(tokens, at - 1, 'in'))
    return { from: at, to: to + 2, meaning: { kind: 'shift', amount: value, unit: found.unit, sign: 1, base: 'document' } };
  const tail = hyphen ? null : smallerPart(tokens, to, found.unit);
  if (tail !== null)
    return {
      from: at,
      to: tail.next,
      meaning: { kind: 'duration', amount: value, unit: found.unit, reach: lead.reach, and: { amount: tail.amount, unit: tail.unit } },
    };
  const match: Match = { from: at, to, meaning: { kind: 'duration', amount: value, unit: found.unit, reach: lead.reach } };
  if (hyphen) match.attributive = true;
  return match;
}

/** Units in which a smaller part is counted on: "an hour and 20 minutes". */
const smaller: Readonly<Partial<Record<Unit, Unit>>> = {
  year: 'month',
  hour: 'minute',
  minute: 'second',
  month: 'day',
  week: 'day',
  day: 'hour',
};

function smallerPart(tokens: Tokens, at: number, of: Unit): { amount: number; unit: Unit; next: number } | null {
  const from = isWord(tokens, at, 'and', ',') ? at + 1 : at;
  const read = amount(tokens, from);
  const found = read === null ? null : unit(tokens, read.next);
  if (found === null || read?.value == null || found.unit !== smaller[of] || isAge(tokens, found.next)) return null;
  return { amount: read.value, unit: found.unit, next: found.next };
}

/** "the past", "the last", "the next", "the first" before an amount: which way the stretch reaches, and where the amount begins. */
function reachLead(tokens: Tokens, at: number): { reach: 'past' | 'next' | null; next: number } {
  const from = isWord(tokens, at, 'the', 'these', 'those') ? at + 1 : at;
  if (isWord(tokens, from, 'past', 'last', 'previous', 'preceding', 'recent')) return { reach: 'past', next: from + 1 };
  if (isWord(tokens, from, 'next', 'coming', 'following', 'ensuing')) return { reach: 'next', next: from + 1 };
  if (isWord(tokens, from, 'first', 'final', 'opening', 'closing', 'other', 'intervening') && amount(tokens, from + 1) !== null)
    return { reach: null, next: from + 1 };
  return { reach: null, next: at };
}

const isAge = (tokens: Tokens, next: number): boolean =>
  isWord(tokens, next, 'old', 'older', 'younger') ||
  (isDash(tokens, next) && isWord(tokens, next + 1, 'old', 'olds')) ||
  (isWord(tokens, next, 'of') && isWord(tokens, next + 1, 'age'));

const vagueCues: ReadonlySet<string> = new Set([
  'for',
  'in',
  'within',
  'over',
  'after',
  'took',
  'take',
  'taken',
  'lasted',
  'last',
  'spent',
  'spend',
  'just',
  'only',
  'and',
  'or',
  'with',
  'of',
  'many',
  'several',
  'those',
  'recent',
  'previous',
  'past',
  'coming',
  'following',
  'next',
  'final',
  'last',
  'the',
  'more',
  'by',
  'following',
  'during',
  'mere',
  'to',
  'weeks',
  'hours',
  'some',
]);

/** "days", "for months", "the following days", "years of war", "weeks later", "months-long". */
export function vague(tokens: Tokens, at: number): Match | null {
  const lead = isWord(tokens, at, 'the')
    ? reachLead(tokens, at)
    : isWord(tokens, at, 'recent', 'coming', 'following', 'past', 'next', 'previous')
      ? reachLead(tokens, at)
      : { reach: null, next: at };
  const from = lead.next;
  const found = unit(tokens, from);
  if (found === null || !found.plural || found.unit === 'weekend') return null;
  if (isAge(tokens, found.next) || isWord(tokens, from, 'seconds', 'quarters', 'mins')) return null;
  const shift = shiftAfter(tokens, found.next);
  if (shift !== null)
    return { from: at, to: shift.next, meaning: { kind: 'shift', amount: null, unit: found.unit, sign: shift.sign, base: shift.base } };
  const long = isDash(tokens, found.next) && isWord(tokens, found.next + 1, 'long');
  if (from === at && !long && !vagueCues.has(lower(tokens, at - 1)) && !isWord(tokens, found.next, 'of', 'after', 'before')) return null;
  if (
    from === at &&
    isWord(tokens, at - 1, 'the', 'of', 'to', 'and', 'with', 'by', 'some') &&
    !isWord(tokens, found.next, 'of', 'after', 'before', 'following', 'leading', 'since')
  )
    return null;
  const match: Match = {
    from: at,
    to: long ? found.next + 2 : found.next,
    meaning: { kind: 'duration', amount: null, unit: found.unit, reach: lead.reach },
  };
  if (long) match.attributive = true;
  return match;
}

/** "year-long", "decade-long", "half-century". */
export function unitLong(tokens: Tokens, at: number): Match | null {
  if (isWord(tokens, at, 'half') && isDash(tokens, at + 1)) {
    const inner = unit(tokens, at + 2);
    return inner === null ? null : { from: at, to: inner.next, meaning: { kind: 'duration', amount: 0.5, unit: inner.unit, reach: null } };
  }
  const found = unit(tokens, at);
  if (found === null || found.plural) return null;
  const next = isDash(tokens, found.next) ? found.next + 1 : -1;
  return next > 0 && isWord(tokens, next, 'long')
    ? { from: at, to: next + 1, meaning: { kind: 'duration', amount: 1, unit: found.unit, reach: null }, attributive: true }
    : null;
}

const bounds: readonly { words: readonly string[]; mod: TimexMod }[] = [
  { words: ['more', 'than'], mod: 'MORE_THAN' },
  { words: ['less', 'than'], mod: 'LESS_THAN' },
  { words: ['fewer', 'than'], mod: 'LESS_THAN' },
  { words: ['at', 'least'], mod: 'EQUAL_OR_MORE' },
  { words: ['at', 'most'], mod: 'EQUAL_OR_LESS' },
  { words: ['up', 'to'], mod: 'EQUAL_OR_LESS' },
  { words: ['no', 'more', 'than'], mod: 'EQUAL_OR_LESS' },
  { words: ['over'], mod: 'MORE_THAN' },
  { words: ['under'], mod: 'LESS_THAN' },
  { words: ['nearly'], mod: 'APPROX' },
  { words: ['almost'], mod: 'APPROX' },
  { words: ['about'], mod: 'APPROX' },
  { words: ['around'], mod: 'APPROX' },
  { words: ['roughly'], mod: 'APPROX' },
  { words: ['approximately'], mod: 'APPROX' },
  { words: ['some'], mod: 'APPROX' },
];

/** Words of degree before an amount of time: "more than three years", "nearly a decade". */
export function bounded(tokens: Tokens, at: number): { mod: TimexMod; next: number } | null {
  for (const bound of bounds)
    if (bound.words.every((word, index) => lower(tokens, at + index) === word)) return { mod: bound.mod, next: at + bound.words.length };
  return null;
}

/** "the third day", "the second week of": a stretch counted inside another; the value is its length. */
export function countedUnit(tokens: Tokens, at: number): Match | null {
  const from = isWord(tokens, at, 'the') ? at + 1 : at;
  const which = isWord(tokens, from, 'last', 'final') ? { value: -1, next: from + 1 } : ordinal(tokens, from);
  if (which === null) return null;
  const found = unit(tokens, which.next);
  if (found === null || found.plural || !['day', 'week', 'month', 'year'].includes(found.unit) || !isWord(tokens, found.next, 'of'))
    return null;
  return { from: at, to: found.next, meaning: { kind: 'duration', amount: 1, unit: found.unit, reach: null } };
}
