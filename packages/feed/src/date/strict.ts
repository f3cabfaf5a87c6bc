import type { FeedDate } from './feed-date.ts';
import { fullYear, moment, weekdayOf } from './moment.ts';
import { readZone } from './zone.ts';

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const englishDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,12})?)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]{1,40}\])?)?$/;
const isoBasic = /^(\d{4})(\d\d)(\d\d)(?:[Tt](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,12})?)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;
const isoOrdinal = /^(\d{4})-(\d{3})$/;
const rfc =
  /^(?:([a-z]{3}),\s?)?(\d{1,2}) ([a-z]{3}) (\d{4}|\d\d) (\d\d):(\d\d)(?::(\d\d))?\s?([+-]\d{4}|[a-z]{1,5})(?:\s?\([^()]{0,40}\)|\s[a-z]{2,5})?$/i;

/** The forms of ISO 8601 (as far as RFC 3339 and W3CDTF use it) and of RFC 822, 2822 and 5322. */
export function readStrict(text: string): FeedDate | undefined {
  return readIso(text) ?? readRfc(text);
}

function readIso(text: string): FeedDate | undefined {
  const found = iso.exec(text) ?? isoBasic.exec(text);
  if (found) {
    const [, year, month, day, hour, minute, second, zone] = found;
    // A time on a month or a year alone is none of ISO's forms.
    if (hour !== undefined && day === undefined) return undefined;
    const offset = zone === undefined ? undefined : readZone(zone);
    if (offset === 'unknown' || (zone !== undefined && offset === undefined)) return undefined;
    return moment({
      year: Number(year),
      month: number(month),
      day: number(day),
      hour: number(hour),
      minute: number(minute),
      second: number(second),
      zone: offset,
      lenient: false,
    });
  }
  const ordinal = isoOrdinal.exec(text);
  if (!ordinal) return undefined;
  const date = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
  if (ordinal[2] === '000' || date.getUTCFullYear() !== Number(ordinal[1])) return undefined;
  return moment({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), lenient: false });
}

function readRfc(text: string): FeedDate | undefined {
  const found = rfc.exec(text);
  if (!found) return undefined;
  const [, weekday, day, monthName, yearDigits, hour, minute, second, zone] = found;
  const month = englishMonths.indexOf((monthName ?? '').toLowerCase()) + 1;
  const offset = readZone(zone ?? '');
  if (month === 0 || offset === undefined || offset === 'unknown') return undefined;
  const year = fullYear(yearDigits ?? '');
  const named = weekday === undefined ? -1 : englishDays.indexOf(weekday.toLowerCase());
  const contradicts = weekday !== undefined && named !== weekdayOf(year, month, Number(day));
  return moment({
    year,
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: number(second),
    zone: offset,
    lenient: contradicts,
  });
}

function number(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
