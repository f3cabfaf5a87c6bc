import { readFileSync } from 'node:fs';

/** A date as a page gives it, in ISO 8601 as far as it is known. A time has an offset only when the page gives one. */
export interface DateReading {
  value: string;
  precision: 'day' | 'minute' | 'second';
}

/** How to read `3/4/2021` when nothing in it decides: `none` leaves such a date unread. */
export type SlashOrder = 'day-first' | 'month-first' | 'none';

interface Day {
  year: number;
  month: number;
  day: number;
  end: number;
}

const months = new Map<string, number>();
for (const [index, names] of (
  JSON.parse(readFileSync(new URL('../data/month-names.json', import.meta.url), 'utf8')) as string[][]
).entries())
  for (const name of names) months.set(name, index + 1);

const longest = 300;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const plausible = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** Whether two readings name the same calendar day, each where it was written. */
export function sameDay(a: DateReading, b: DateReading): boolean {
  return a.value.slice(0, 10) === b.value.slice(0, 10);
}

/** The number of a month's name in any of the languages of `data/month-names.json`, or undefined. */
export function monthNumber(name: string): number | undefined {
  return months.get(name.toLowerCase().normalize('NFC').replace(/\.$/, ''));
}

/**
 * Reads the first full calendar date in a short text (at most 300 characters are looked at), with the time that follows it.
 * Understands ISO 8601, RFC 5322 style, year-month-day characters of Chinese, Japanese and Korean, and day, month name and year in some forty languages.
 */
export function readDate(source: string, order: SlashOrder = 'none'): DateReading | null {
  const text = source.slice(0, longest);
  if (!mayHoldDate(text)) return null;
  const day = isoDay(text) ?? cjkDay(text) ?? namedDay(text) ?? numericDay(text, order);
  if (day === null) return null;
  return withTime(text, day);
}

/** Whether there is a digit, or a character that may stand for one in Chinese, Japanese or Korean: no date can be read without. */
export function mayHoldDate(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || code >= firstWide) return true;
  }
  return false;
}

/** General punctuation and the alphabets of Europe, Africa and western Asia stand before it. */
const firstWide = 0x2070;

function isoDay(text: string): Day | null {
  const match =
    /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)((?:19|20)\d\d)()(\d\d)(\d\d)(?=T?\d{4,6}Z?(?!\d)|(?!\d))/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  return plausible(year, month, day) ? { year, month, day, end: match.index + match[0].length } : null;
}

function cjkDay(text: string): Day | null {
  if (!/[\u2070-\uffff]/.test(text)) return null;
  const match = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(text.normalize('NFKC'));
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return plausible(year, month, day) ? { year, month, day, end: match.index + match[0].length } : null;
}

function namedDay(text: string): Day | null {
  for (const match of text.matchAll(
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/,]{1,3}(?:(?:de|of|da|d)\s|d['’])?([\p{L}\p{M}]{2,14})[.,]?[\s\-/]{1,3}(?:de\s|del\s|of\s)?((?:19|20)\d\d)(?:(?!\d)|(?=\d\d:\d\d))/gu,
  )) {
    const found = named(match[3], match[2], match[1], match);
    if (found !== null) return found;
  }
  for (const match of text.matchAll(
    /(?<!\p{L})([\p{L}\p{M}]{2,14})\.?\s{1,3}(\d\d|\d(?!\d))(?:st|nd|rd|th)?,?\s{0,3}((?:19|20)\d\d)(?:(?!\d)|(?=\d\d:\d\d))/gu,
  )) {
    const found = named(match[3], match[1], match[2], match);
    if (found !== null) return found;
  }
  return null;
}

function named(year: string | undefined, name: string | undefined, day: string | undefined, match: RegExpExecArray): Day | null {
  const month = monthNumber(name ?? '');
  if (month === undefined || !plausible(Number(year), month, Number(day))) return null;
  return { year: Number(year), month, day: Number(day), end: match.index + match[0].length };
}

function numericDay(text: string, order: SlashOrder): Day | null {
  const match = /(?<![\d.])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?:(?![\d.]\d|[\d:])|(?=\d\d:\d\d))/.exec(text);
  if (match === null) return null;
  const [first, second, shortYear] = [Number(match[1]), Number(match[3]), Number(match[4])];
  // Two spaced numbers behind a day and a month are seldom a year ("28.01. - 05.02. 10 %").
  if (shortYear < 100 && (match[2] !== '.' || /\s/.test(match[0]))) return null;
  const year = shortYear < 100 ? shortYear + (shortYear > 69 ? 1900 : 2000) : shortYear;
  const end = match.index + match[0].length;
  const dayFirst: Day | null = plausible(year, second, first) ? { year, month: second, day: first, end } : null;
  const monthFirst: Day | null = plausible(year, first, second) ? { year, month: first, day: second, end } : null;
  if (match[2] === '.' || monthFirst === null || first === second) return dayFirst ?? null;
  if (dayFirst === null) return monthFirst;
  return order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

function withTime(text: string, { year, month, day, end }: Day): DateReading {
  const date = `${year}-${two(month)}-${two(day)}`;
  const after = text.slice(end, end + 40);
  const match =
    /^(?:T|[^\d\p{L}]{0,6}(?:um|at|às|as|a las|à|ore|kl|klo|alle|об?|в)?\.?[^\d\p{L}]{1,4}|\s*)(\d{1,2})(?::|h|\.|時|시\s?)(\d\d)(?:(?::|\.|分)(\d\d))?(?:[.,]\d{1,9})?\s?([ap])?\.?(m)?/iu.exec(
      after,
    );
  if (match === null) return { value: date, precision: 'day' };
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = match[3] === undefined ? undefined : Number(match[3]);
  if (match[4] !== undefined && match[5] !== undefined) {
    if (hour > 12) return { value: date, precision: 'day' };
    hour = (hour % 12) + (match[4].toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return { value: date, precision: 'day' };
  const zone = readZone(after.slice(match[0].length));
  // Midnight sharp without a place's own offset is how systems write a day.
  if (hour === 0 && minute === 0 && (second ?? 0) === 0 && (zone === '' || zone === 'Z' || zone === '+00:00'))
    return { value: date, precision: 'day' };
  const clock = `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`;
  return { value: `${date}T${clock}${zone}`, precision: second === undefined ? 'minute' : 'second' };
}

function readZone(text: string): string {
  const match = /^\s?(?:(Z|UTC|GMT)(?![a-z+-])|(?:UTC|GMT)?([+-])(\d\d):?(\d\d)?)/i.exec(text);
  if (match === null) return '';
  if (match[1] !== undefined) return 'Z';
  return `${match[2] ?? '+'}${match[3] ?? '00'}:${match[4] ?? '00'}`;
}
