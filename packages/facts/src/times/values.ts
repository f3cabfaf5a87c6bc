import {
  addMonths,
  addYears,
  daysInMonth,
  formatDay,
  formatMonth,
  formatYear,
  fromOrdinal,
  isoWeek,
  toOrdinal,
  weekday,
  type Day,
} from './calendar.ts';
import type { Unit } from './lexicon.ts';
import type { TimeBasis } from './types.ts';

/** A placed expression: the TIMEX3 value, its days, and what of it may anchor later expressions. */
export interface Placed {
  value: string;
  interval: { from: string; to: string } | null;
  basis: TimeBasis;
  year: number | null;
  month: number | null;
  day: number | null;
}

const unplacedValues: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XXTXX',
  minute: 'XXXX-XX-XXTXX',
  hour: 'XXXX-XX-XXTXX',
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
  millennium: 'X',
};

/** A value that stays open. */
export const open = (value: string): Placed => ({ value, interval: null, basis: null, year: null, month: null, day: null });
export const openUnit = (unit: Unit): Placed => open(unplacedValues[unit]);

/** Intervals of years before Christ are left out: ISO days cannot write them plainly. */
const span = (from: Day, to: Day): { from: string; to: string } | null =>
  from.year < 1 || to.year < 1 ? null : { from: formatDay(from), to: formatDay(to) };

export const ofYear = (year: number, basis: TimeBasis): Placed => ({
  value: formatYear(year),
  interval: span({ year, month: 1, day: 1 }, { year, month: 12, day: 31 }),
  basis,
  year,
  month: null,
  day: null,
});

export const ofMonth = (year: number, month: number, basis: TimeBasis): Placed => ({
  value: formatMonth(year, month),
  interval: span({ year, month, day: 1 }, { year, month, day: daysInMonth(year, month) }),
  basis,
  year,
  month,
  day: null,
});

export const ofDay = (day: Day, basis: TimeBasis): Placed => ({
  value: formatDay(day),
  interval: span(day, day),
  basis,
  year: day.year,
  month: day.month,
  day: day.day,
});

/** The ISO week (or its Saturday and Sunday) that holds a day. */
export function ofWeek(day: Day, basis: TimeBasis, weekend = false): Placed {
  const monday = fromOrdinal(toOrdinal(day) - weekday(day) + 1);
  const { year, week } = isoWeek(day);
  const from = weekend ? fromOrdinal(toOrdinal(monday) + 5) : monday;
  const to = fromOrdinal(toOrdinal(monday) + 6);
  return {
    value: `${formatYear(year)}-W${String(week).padStart(2, '0')}${weekend ? '-WE' : ''}`,
    interval: span(from, to),
    basis,
    year: from.year,
    month: null,
    day: null,
  };
}

export function ofPart(year: number, part: 'Q' | 'H', index: number, basis: TimeBasis): Placed {
  const months = part === 'Q' ? 3 : 6;
  const last = index * months;
  return {
    value: `${formatYear(year)}-${part}${index}`,
    interval: span({ year, month: last - months + 1, day: 1 }, { year, month: last, day: daysInMonth(year, last) }),
    basis,
    year,
    month: null,
    day: null,
  };
}

const seasonStart: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9 };

/** Seasons in the northern, meteorological sense; a winter lies in two years, and which is not said: no interval. */
export function ofSeason(year: number, season: string, basis: TimeBasis): Placed {
  const start = seasonStart[season];
  const interval =
    start === undefined ? null : span({ year, month: start, day: 1 }, { year, month: start + 2, day: daysInMonth(year, start + 2) });
  return { value: `${formatYear(year)}-${season}`, interval, basis, year, month: null, day: null };
}

/** "199" for the 1990s, "BC047" for the 470s BC. */
export function ofDecade(decade: number, bc: boolean, basis: TimeBasis): Placed {
  const interval = bc ? null : span({ year: decade * 10, month: 1, day: 1 }, { year: decade * 10 + 9, month: 12, day: 31 });
  return { value: `${bc ? 'BC' : ''}${String(decade).padStart(3, '0')}`, interval, basis, year: null, month: null, day: null };
}

/** TIMEX3 names a century by its first two digits: the 19th is "18". */
export function ofCentury(century: number, bc: boolean, basis: TimeBasis): Placed {
  const first = (century - 1) * 100;
  const interval = bc || first === 0 ? null : span({ year: first, month: 1, day: 1 }, { year: first + 99, month: 12, day: 31 });
  return { value: `${bc ? 'BC' : ''}${String(century - 1).padStart(2, '0')}`, interval, basis, year: null, month: null, day: null };
}

/** The calendar unit that lies `offset` units from the one holding `day`. */
export function ofUnit(day: Day, unit: Unit, offset: number, basis: TimeBasis): Placed {
  if (unit === 'day') return ofDay(fromOrdinal(toOrdinal(day) + offset), basis);
  if (unit === 'week' || unit === 'weekend') return ofWeek(fromOrdinal(toOrdinal(day) + 7 * offset), basis, unit === 'weekend');
  if (unit === 'month') {
    const moved = addMonths(day.year, day.month, offset);
    return ofMonth(moved.year, moved.month, basis);
  }
  if (unit === 'quarter') {
    const moved = addMonths(day.year, day.month, 3 * offset);
    return ofPart(moved.year, 'Q', Math.ceil(moved.month / 3), basis);
  }
  if (unit === 'year') return ofYear(addYears(day.year, offset), basis);
  if (unit === 'decade') {
    const bc = day.year < 0;
    return ofDecade(Math.floor(Math.abs(day.year) / 10) + (bc ? -offset : offset), bc, basis);
  }
  if (unit === 'century') {
    const bc = day.year < 0;
    return ofCentury(Math.floor(Math.abs(day.year) / 100) + 1 + (bc ? -offset : offset), bc, basis);
  }
  return openUnit(unit);
}
