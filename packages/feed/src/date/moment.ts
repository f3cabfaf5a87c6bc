import type { FeedDate } from './feed-date.ts';
import { offsetOf, type Zone } from './zone.ts';

export interface Parts {
  year: number;
  /** 1–12; absent: only the year is known. */
  month?: number | undefined;
  day?: number | undefined;
  hour?: number | undefined;
  minute?: number | undefined;
  second?: number | undefined;
  /** Undefined: not said. */
  zone?: Zone | undefined;
  lenient: boolean;
}

/** Offsets in use reach from −12:00 to +14:00. */
const minOffset = -12 * 60;
const maxOffset = 14 * 60;

/** Builds the date when each part is in its range and the day exists; undefined otherwise. 24:00 and a leap second are the next moment. */
export function moment(parts: Parts): FeedDate | undefined {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, zone } = parts;
  if (year < 1000 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = zone === undefined ? 0 : offsetOf(zone, local);
  if (offset === undefined || offset < minOffset || offset > maxOffset) return undefined;
  const at = local - offset * 60_000;
  // The zero of Unix time is what a missing date looks like in many systems, never a real one.
  if (at === 0 && parts.hour !== undefined) return undefined;
  return {
    iso: `${new Date(at).toISOString().slice(0, 19)}Z`,
    precision: precisionOf(parts),
    zone: zone === undefined || parts.hour === undefined ? 'assumed-utc' : 'given',
    lenient: parts.lenient,
  };
}

function precisionOf(parts: Parts): FeedDate['precision'] {
  if (parts.month === undefined) return 'year';
  if (parts.day === undefined) return 'month';
  if (parts.hour === undefined) return 'day';
  if (parts.minute === undefined) return 'hour';
  return parts.second === undefined ? 'minute' : 'second';
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 = Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** RFC 2822, 4.3: 00–49 are this century, 50–99 the last; three digits count from 1900. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}
