/** Proleptic Gregorian calendar, without Date: days are counted from 1970-01-01. Years before Christ are negative here (1 BC is -1). */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** Days since 1970-01-01 (Howard Hinnant's civil-from-days arithmetic). */
export function toOrdinal({ year, month, day }: Day): number {
  const y = (year < 0 ? year + 1 : year) - (month <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The inverse of {@link toOrdinal}. */
export function fromOrdinal(ordinal: number): Day {
  const shifted = ordinal + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part + (part < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year: year <= 0 ? year - 1 : year, month, day: dayOfYear - Math.floor((153 * part + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: addYears(year, 1), month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return toOrdinal(next) - toOrdinal({ year, month, day: 1 });
}

/** Moves a year, stepping over the year nought that the calendar does not have. */
export function addYears(year: number, by: number): number {
  const moved = year + by;
  if (year > 0 && moved <= 0) return moved - 1;
  if (year < 0 && moved >= 0) return moved + 1;
  return moved;
}

export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const index = month - 1 + by;
  return { year: addYears(year, Math.floor(index / 12)), month: (((index % 12) + 12) % 12) + 1 };
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function weekday(day: Day): number {
  return ((((toOrdinal(day) + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 week and the year it belongs to. */
export function isoWeek(day: Day): { year: number; week: number } {
  const ordinal = toOrdinal(day);
  const thursday = fromOrdinal(ordinal - weekday(day) + 4);
  return { year: thursday.year, week: Math.floor((toOrdinal(thursday) - toOrdinal({ year: thursday.year, month: 1, day: 1 })) / 7) + 1 };
}

/** Western Easter Sunday (anonymous Gregorian computus). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}

/** The n-th given weekday of a month; n = -1: the last one. */
export function nthWeekday(year: number, month: number, isoDay: number, n: number): Day {
  if (n > 0) {
    const first = weekday({ year, month, day: 1 });
    return { year, month, day: 1 + ((isoDay - first + 7) % 7) + (n - 1) * 7 };
  }
  const length = daysInMonth(year, month);
  const last = weekday({ year, month, day: length });
  return { year, month, day: length - ((last - isoDay + 7) % 7) };
}

export const isValidDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** "YYYY" or "BC0490", the form TIMEX3 corpora use for years before Christ. */
export const formatYear = (year: number): string => (year < 0 ? `BC${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));
const two = (n: number): string => String(n).padStart(2, '0');
export const formatMonth = (year: number, month: number): string => `${formatYear(year)}-${two(month)}`;
export const formatDay = ({ year, month, day }: Day): string => `${formatMonth(year, month)}-${two(day)}`;

/** Reads the day of an ISO date; null for anything else. */
export function parseDay(iso: string | null): Day | null {
  if (iso === null || !/^\d{4}-\d\d-\d\d/.test(iso)) return null;
  const day = { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
  return day.year > 0 && isValidDay(day.year, day.month, day.day) ? day : null;
}
