import type { FeedDate } from './feed-date.ts';
import { fullYear, moment, weekdayOf } from './moment.ts';
import { monthOf, weekdayNamed } from './names.ts';
import { readZone, type Zone } from './zone.ts';

interface Clock {
  hour: number;
  minute: number;
  second: number | undefined;
  zone: Zone | undefined;
}

interface Day {
  year: number;
  month: number;
  day: number | undefined;
}

const clockPattern =
  /(오전|오후|上午|下午|午前|午後)?\s?(?<![\d:.])(\d{1,2})(?:[:\uFF1A](\d{2})(?:[:\uFF1A](\d{2})(?:[.,]\d{1,9})?)?|\s?h\s?(\d{2}))(?!\d)\s?((?:am|pm)\b|a\.m\.|p\.m\.)?(?:\s?(?:uhr|hrs|h)\b)?/i;
const zonePattern =
  /^[\s,]{0,3}\(?(?:etc\/)?((?:gmt|utc|ut)?\s?[+\u2212-]\s?\d{1,2}(?::?\d{2})?|[a-z]{3,20}\/[a-z_]{3,20}(?:\/[a-z_]{3,20})?|[a-z]{1,5})\b\)?/i;
const afternoon = new Set(['pm', 'p.m.', '오후', '下午', '午後']);

/** Reads dates in looser forms; undefined as soon as a part is left over that could change the meaning, or two readings are possible. */
export function readLenient(text: string): FeedDate | undefined {
  // Seconds or milliseconds since 1970, from 2001 to 2030: later ones could be a date's own digits.
  if (/^1[0-8]\d{8}(?:\d{3})?$/.test(text)) return epoch(Number(text.slice(0, 10)));
  const stamp = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (stamp) {
    const [year = 0, month = 0, day = 0, hour, minute, second] = stamp.slice(1).map(Number);
    return moment({ year, month, day, hour, minute, second, lenient: true });
  }
  const split = splitClock(text);
  if (split === undefined) return undefined;
  const day = readDay(split.rest);
  if (day === undefined || (split.clock !== undefined && day.day === undefined)) return undefined;
  return moment({ ...day, ...split.clock, lenient: true });
}

function epoch(seconds: number): FeedDate | undefined {
  const date = new Date(seconds * 1000);
  return moment({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    zone: 0,
    lenient: true,
  });
}

/** Takes the time of day and its zone out; undefined when there is a time that makes no sense. */
function splitClock(text: string): { clock: Clock | undefined; rest: string } | undefined {
  const found = clockPattern.exec(text);
  if (!found) return { clock: undefined, rest: text };
  const half = (found[1] ?? found[6])?.toLowerCase();
  let hour = Number(found[2]);
  if (half !== undefined) {
    if (hour > 12 || hour === 0) return undefined;
    hour = (hour % 12) + (afternoon.has(half) ? 12 : 0);
  }
  const before = text.slice(0, found.index).replace(/[Tt,]\s?$/, '');
  let after = text.slice(found.index + found[0].length);
  let zone: Zone | undefined;
  const word = zonePattern.exec(after);
  const read = word?.[1] === undefined ? undefined : readZone(word[1].replace(/\s/g, ''));
  // `CST` outside RFC 822's own form is as often China's.
  if (read === 'unknown' || word?.[1]?.toLowerCase() === 'cst') return undefined;
  if (word && read !== undefined) {
    zone = read;
    after = after.slice(word[0].length).replace(/^\s?\([^()]{0,40}\)/, '');
    // `GMT+0200 (…)` and `GMT +2`: the number refines the name.
    const more = read === 0 ? /^\s?([+-]\d{2}:?\d{2})\b/.exec(after) : null;
    const refined = more?.[1] === undefined ? undefined : readZone(more[1]);
    if (more && typeof refined === 'number') {
      zone = refined;
      after = after.slice(more[0].length).replace(/^\s?\([^()]{0,40}\)/, '');
    }
  }
  const second = found[4] === undefined ? undefined : Number(found[4]);
  return { clock: { hour, minute: Number(found[3] ?? found[5]), second, zone }, rest: `${before} ${after}` };
}

/** Small words between the parts of a date: they carry nothing. */
const fillers = new Set([
  'de',
  'del',
  'di',
  'of',
  'the',
  'at',
  'um',
  'le',
  'den',
  'der',
  'am',
  'd',
  'a',
  'à',
  'alle',
  'ore',
  'om',
  'kl',
  'klo',
  'at.',
  'г',
  'года',
  'года,',
  'в',
  'st',
  'nd',
  'rd',
  'th',
  'ο',
  'er',
  'las',
  'on',
  'r',
  'en',
]);

function readDay(rest: string): Day | undefined {
  const text = rest
    .toLowerCase()
    .replace(/(\d)\s?[년年]\s?/g, '$1-')
    .replace(/(\d)\s?[월月]\s?/g, '$1-')
    .replace(/(\d)\s?[일日]/g, '$1 ')
    .replace(/\([^()]{0,20}\)/g, ' ')
    .trim();
  const numeric = /^(?:(\p{L}{1,12})[.,]{0,2}\s)?(\d{1,4})([-/.])\s?(\d{1,2})\3\s?(\d{1,4})\.?(?:\s?,?\s?(\p{L}{1,12})\.?)?$/u.exec(text);
  if (numeric) return numericDay(numeric);
  return wordDay(text.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? []);
}

function numericDay(found: RegExpExecArray): Day | undefined {
  const [, before, first = '', separator, second = '', third = '', after] = found;
  const weekdayWord = before ?? after;
  const weekday = weekdayWord === undefined ? undefined : weekdayNamed(weekdayWord);
  if (weekdayWord !== undefined && weekday === undefined) return undefined;
  if (first.length === 4) return third.length <= 2 ? { year: Number(first), month: Number(second), day: Number(third) } : undefined;
  if (first.length > 2 || third.length !== 4) return undefined;
  const year = Number(third);
  const [a, b] = [Number(first), Number(second)];
  const dayFirst: Day = { year, month: b, day: a };
  const monthFirst: Day = { year, month: a, day: b };
  // Dots are written day first wherever they are used for dates.
  if (separator === '.' || a === b) return dayFirst;
  if (a > 12) return dayFirst;
  if (b > 12) return monthFirst;
  if (weekday === undefined) return undefined;
  const fits = [dayFirst, monthFirst].filter((day) => weekdayOf(year, day.month, day.day ?? 1) === weekday);
  return fits.length === 1 ? fits[0] : undefined;
}

/** Words and numbers, one of them a month's name. */
function wordDay(tokens: readonly string[]): Day | undefined {
  if (tokens.length > 10) return undefined;
  let words = tokens.filter((token) => !/^\d/.test(token) && !fillers.has(token));
  let months = words.filter((word) => monthOf(word) !== undefined);
  // `mar 12 déc`: a first word that can be a weekday is one when another month follows.
  if (months.length > 1 && weekdayNamed(words[0] ?? '') !== undefined) {
    words = words.slice(1);
    months = words.filter((word) => monthOf(word) !== undefined);
  }
  const month = monthOf(months[0] ?? '');
  if (months.length !== 1 || month === undefined) return undefined;
  if (words.some((word) => monthOf(word) === undefined && weekdayNamed(word) === undefined)) return undefined;
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  const years = numbers.filter((digits) => digits.length === 4);
  const days = numbers.filter((digits) => digits.length <= 2);
  if (years.length + days.length !== numbers.length) return undefined;
  if (years.length === 1 && days.length <= 1)
    return { year: Number(years[0]), month, day: days[0] === undefined ? undefined : Number(days[0]) };
  // `31 Dec 03`: day before the month, two-digit year after it; otherwise which is which is a guess.
  const at = tokens.indexOf(months[0] ?? '');
  if (years.length === 0 && days.length === 2 && tokens[at - 1] === days[0] && tokens[at + 1] === days[1]) {
    return { year: fullYear(days[1] ?? ''), month, day: Number(days[0]) };
  }
  return undefined;
}
