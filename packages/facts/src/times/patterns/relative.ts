import type { Match, Meaning } from '../meaning.ts';
import { dayParts, type Unit } from '../lexicon.ts';
import { isWord, lower, tight, unit, type Tokens } from './words.ts';

const day = (from: number, to: number, offset: number, part: string | null): Match => ({
  from,
  to,
  meaning: { kind: 'named-day', offset, part },
});

/** "today", "yesterday", "tomorrow", "tonight", "last night", "this morning", "the day before yesterday". */
export function namedDay(tokens: Tokens, at: number): Match | null {
  const word = lower(tokens, at);
  if (isWord(tokens, at - 1, '-')) return null;
  if (word === 'today') return tokens[at]?.text === 'Today' && isWord(tokens, at - 1, 'usa') ? null : day(at, at + 1, 0, null);
  if (word === 'yesterday') return day(at, at + 1, -1, null);
  if (word === 'tomorrow') return day(at, at + 1, 1, null);
  if (word === 'tonight') return day(at, at + 1, 0, 'NI');
  if (word === 'day' && isWord(tokens, at + 1, 'before', 'after') && isWord(tokens, at + 2, 'yesterday', 'tomorrow'))
    return day(at, at + 3, isWord(tokens, at + 1, 'before') ? -2 : 2, null);
  if (word === 'last' && isWord(tokens, at + 1, 'night', 'evening'))
    return day(at, at + 2, -1, isWord(tokens, at + 1, 'night') ? 'NI' : 'EV');
  if (word === 'this' && isWord(tokens, at + 1, 'morning', 'afternoon', 'evening'))
    return day(at, at + 2, 0, dayParts.get(lower(tokens, at + 1)) ?? null);
  return null;
}

const leads: Readonly<Record<string, { offset: number; base: 'document' | 'narrative' | 'either' }>> = {
  last: { offset: -1, base: 'document' },
  this: { offset: 0, base: 'document' },
  current: { offset: 0, base: 'document' },
  next: { offset: 1, base: 'document' },
  coming: { offset: 1, base: 'document' },
  past: { offset: -1, base: 'document' },
  that: { offset: 0, base: 'narrative' },
  same: { offset: 0, base: 'narrative' },
  previous: { offset: -1, base: 'either' },
  preceding: { offset: -1, base: 'narrative' },
  following: { offset: 1, base: 'narrative' },
  ensuing: { offset: 1, base: 'narrative' },
  subsequent: { offset: 1, base: 'narrative' },
};

/** "last year", "this week", "next month", "that day", "the following year", "the next day", "the same night", "this past weekend", "earlier this year". */
export function pointedUnit(tokens: Tokens, at: number): Match | null {
  let from = at;
  let article = false;
  if (isWord(tokens, from, 'the')) {
    from += 1;
    article = true;
  }
  if (isWord(tokens, from, 'this', 'that', 'very') && isWord(tokens, from + 1, 'past', 'same', 'coming', 'very', 'last', 'next')) from += 1;
  if (isWord(tokens, from, 'very') && isWord(tokens, from + 1, 'next', 'same')) from += 1;
  const lead = leads[lower(tokens, from)];
  if (lead === undefined) return null;
  const word = lower(tokens, from);
  const calendar = isWord(tokens, from + 1, 'calendar', 'fiscal', 'financial', 'school', 'academic') ? from + 2 : from + 1;
  const noun = lower(tokens, calendar);
  const part = dayParts.get(noun);
  if (part !== undefined && noun !== 'overnight' && noun !== 'noon' && noun !== 'midnight' && noun !== 'midday') {
    if (word === 'past' || word === 'current' || word === 'last') return null;
    const base = word === 'this' ? 'document' : 'narrative';
    return { from: at, to: calendar + 1, meaning: { kind: 'unit', unit: 'day', offset: lead.offset, base }, part };
  }
  const found = unit(tokens, calendar);
  if (found === null || found.plural || found.unit === 'second' || found.unit === 'minute' || found.unit === 'hour') return null;
  if (article && (word === 'past' || (word === 'last' && isWord(tokens, at - 1, 'in', 'over', 'during', 'for', 'within', 'of'))))
    return duration(at, found.next, found.unit, 'past');
  if (word === 'past' && !isWord(tokens, from - 1, 'this')) return null;
  if (
    article &&
    (word === 'next' || word === 'coming') &&
    isWord(tokens, at - 1, 'in', 'over', 'during', 'for', 'within') &&
    found.unit !== 'day'
  )
    return duration(at, found.next, found.unit, 'next');
  if (article && word === 'last' && isWord(tokens, found.next, 'of')) return duration(at, found.next, found.unit, null);
  if (isWord(tokens, found.next, "'s") && isWord(tokens, found.next + 1, 'time') && word === 'this') return null;
  const days = found.unit === 'day' && word === 'this' && !isWord(tokens, from - 1, 'on');
  if (days && article) return null;
  const base = (article && word === 'next') || (found.unit === 'day' && word !== 'this' && word !== 'last') ? 'narrative' : lead.base;
  return { from: at, to: found.next, meaning: { kind: 'unit', unit: found.unit, offset: lead.offset, base } };
}

const duration = (from: number, to: number, of: Unit, reach: 'past' | 'next' | null): Match => ({
  from,
  to,
  meaning: { kind: 'duration', amount: 1, unit: of, reach },
});

/** "at the weekend", "over the weekend". */
export function theWeekend(tokens: Tokens, at: number): Match | null {
  if (!isWord(tokens, at, 'the') || !isWord(tokens, at + 1, 'weekend') || isWord(tokens, at + 2, 'of')) return null;
  if (!isWord(tokens, at - 1, 'over', 'at', 'on', 'during', 'through', 'for', 'by', 'before', 'after', 'since', 'until')) return null;
  return { from: at, to: at + 2, meaning: { kind: 'unit', unit: 'weekend', offset: 0, base: 'document' } };
}

/** "the year", "the month", "the week" as in "the end of the year"; only read inside such a phrase. */
export function plainUnit(tokens: Tokens, at: number): Match | null {
  const from = isWord(tokens, at, 'the') ? at + 1 : at;
  const found = unit(tokens, from);
  if (found === null || found.plural || !['day', 'week', 'month', 'quarter', 'year', 'decade', 'century', 'weekend'].includes(found.unit))
    return null;
  return { from: at, to: found.next, meaning: { kind: 'unit', unit: found.unit, offset: 0, base: 'either' } };
}

/** "month's end", "year-end", "week's end". */
export function unitEnd(tokens: Tokens, at: number): Match | null {
  if (!isWord(tokens, at, 'year', 'month', 'week', 'quarter') || isWord(tokens, at - 1, 'the', 'a', 'this', 'last', 'next', 'that'))
    return null;
  const joined = isWord(tokens, at + 1, "'s") || (isWord(tokens, at + 1, '-') && tight(tokens, at + 2));
  if (!joined || !isWord(tokens, at + 2, 'end')) return null;
  const found = unit(tokens, at);
  return found === null
    ? null
    : { from: at, to: at + 3, meaning: { kind: 'unit', unit: found.unit, offset: 0, base: 'either' }, mod: 'END' };
}

/** The narrative words that move on from the last date: after an amount ("three days later") or a unit with an article ("the day after", "a year before"). */
export function shiftAfter(tokens: Tokens, at: number): { sign: 1 | -1; base: 'document' | 'narrative'; next: number } | null {
  const word = lower(tokens, at);
  if (isWord(tokens, at + 1, 'than')) return null;
  if (word === 'ago') return { sign: -1, base: 'document', next: at + 1 };
  if (word === 'earlier' || word === 'previously' || word === 'beforehand') return { sign: -1, base: 'narrative', next: at + 1 };
  if (word === 'later' || word === 'afterwards' || word === 'afterward' || word === 'thereafter')
    return { sign: 1, base: 'narrative', next: at + 1 };
  if (word === 'from' && isWord(tokens, at + 1, 'now')) return { sign: 1, base: 'document', next: at + 2 };
  const closes = tokens[at + 1] === undefined || isWord(tokens, at + 1, ',', '.', ';', ')', 'that');
  if (word === 'before' && closes) return { sign: -1, base: 'narrative', next: isWord(tokens, at + 1, 'that') ? at + 2 : at + 1 };
  if ((word === 'after' || word === 'on' || word === 'following') && closes)
    return { sign: 1, base: 'narrative', next: isWord(tokens, at + 1, 'that') ? at + 2 : at + 1 };
  return null;
}

/** "the day before", "the day after", "the day following": one unit from the narrative. */
export function dayAfter(tokens: Tokens, at: number): Match | null {
  const from = isWord(tokens, at, 'the') ? at + 1 : at;
  if (from === at || !isWord(tokens, from, 'day', 'week', 'month', 'year', 'night', 'morning')) return null;
  const shift = shiftAfter(tokens, from + 1);
  if (shift === null || shift.base === 'document') return null;
  const noun = lower(tokens, from);
  const part = dayParts.get(noun);
  const meaning: Meaning = {
    kind: 'unit',
    unit: part === undefined ? (unit(tokens, from)?.unit ?? 'day') : 'day',
    offset: shift.sign,
    base: 'narrative',
  };
  return part === undefined ? { from: at, to: shift.next, meaning } : { from: at, to: shift.next, meaning, part };
}

/** A part of a day on its own: "at night", "in the morning", "overnight". */
export function partOfDay(tokens: Tokens, at: number): Match | null {
  const word = lower(tokens, at);
  const part = dayParts.get(word);
  if (part === undefined || tokens[at]?.capital === true) return null;
  if (word === 'overnight' || word === 'daytime' || word === 'nighttime')
    return { from: at, to: at + 1, meaning: { kind: 'part-of-day', part } };
  const from = isWord(tokens, at - 1, 'the') ? at - 1 : at;
  if (
    !isWord(tokens, from - 1, 'at', 'in', 'by', 'during', 'until', 'before', 'after', 'since', 'through', 'throughout', 'that', 'around') ||
    isWord(tokens, at + 1, 'of')
  )
    return null;
  return { from: at, to: at + 1, meaning: { kind: 'part-of-day', part } };
}
