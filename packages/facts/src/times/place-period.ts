import { governing, lastAnchor, type Frame } from './anchors.ts';
import { addYears, easter, fromOrdinal, isValidDay, nthWeekday, toOrdinal, type Day } from './calendar.ts';
import type { Deixis, Meaning } from './meaning.ts';
import { yearOfText } from './place-date.ts';
import type { Direction, TimeBasis } from './types.ts';
import { ofDay, ofPart, ofSeason, ofUnit, ofWeek, open, type Placed } from './values.ts';

interface YearChoice {
  year: number;
  basis: TimeBasis;
}

/** The year of a season, quarter or holiday that starts at `month` of its year: said, pointed at, told, or the nearest one from the document. */
function periodYear(year: number | null, deixis: Deixis, month: number, frame: Frame, direction: Direction): YearChoice | null {
  if (year !== null) return { year, basis: 'explicit' };
  const narrative = lastAnchor(frame);
  if (deixis === 'that' || deixis === 'following' || deixis === 'previous') {
    if (narrative === null) return null;
    const later = narrative.month !== null && month > narrative.month;
    return { year: addYears(narrative.year, deixis === 'that' ? 0 : deixis === 'following' ? (later ? 0 : 1) : -1), basis: 'narrative' };
  }
  if (deixis === 'last-year' || deixis === 'next-year' || deixis === 'this-year') {
    const base = yearOfText(frame);
    return base === null
      ? null
      : { year: addYears(base.year, deixis === 'last-year' ? -1 : deixis === 'next-year' ? 1 : 0), basis: base.basis };
  }
  const governs = deixis === null || frame.history ? governing(frame) : null;
  if (governs !== null) {
    const next = deixis === 'next' || (frame.history && governs.month !== null && governs.month >= 9 && month <= 3);
    return { year: addYears(governs.year, next ? 1 : 0), basis: 'narrative' };
  }
  const { document } = frame;
  if (document === null) return null;
  if (deixis === 'this') return { year: document.year, basis: 'article-date' };
  const begun = month <= document.month;
  if (deixis === 'last') return { year: month < document.month - 2 ? document.year : document.year - 1, basis: 'article-date' };
  if (deixis === 'next') return { year: month > document.month ? document.year : document.year + 1, basis: 'article-date' };
  if (direction === 'past') return { year: begun ? document.year : document.year - 1, basis: 'article-date' };
  return { year: month >= document.month - 1 ? document.year : document.year + 1, basis: 'article-date' };
}

const seasonMonths: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

export function placeSeason(meaning: Extract<Meaning, { kind: 'season' }>, frame: Frame, direction: Direction): Placed {
  // A winter without a year begins in December and is named, as its snow is, in January: the narrative keeps its own year.
  const month =
    meaning.season === 'WI' && (frame.history || frame.document === null || frame.document.month < 11)
      ? 1
      : (seasonMonths[meaning.season] ?? 1);
  const chosen = periodYear(meaning.year, meaning.deixis, month, frame, direction);
  return chosen === null ? open(`XXXX-${meaning.season}`) : ofSeason(chosen.year, meaning.season, chosen.basis);
}

export function placePart(meaning: Extract<Meaning, { kind: 'part' }>, frame: Frame, direction: Direction): Placed {
  const { part, index, fiscal } = meaning;
  if (index === 0) {
    // "last quarter": the one before the document's own.
    if (frame.document === null || frame.history) return open('XXXX-QX');
    return ofUnit(frame.document, 'quarter', meaning.deixis === 'next' ? 1 : meaning.deixis === 'this' ? 0 : -1, 'article-date');
  }
  const chosen = periodYear(meaning.year, meaning.deixis, (index - 1) * (part === 'Q' ? 3 : 6) + 1, frame, direction);
  // Fiscal years begin where each firm or state lets them: named, not placed.
  if (fiscal) return { ...open(`FY${chosen === null ? 'XXXX' : String(chosen.year)}-${part}${index}`), basis: chosen?.basis ?? null };
  return chosen === null ? open(`XXXX-${part}${index}`) : ofPart(chosen.year, part, index, chosen.basis);
}

/** Days of holidays by Gregorian year. */
function holidayDay(name: string, year: number): Day | null {
  const fixed: Readonly<Record<string, readonly [number, number]>> = {
    christmas: [12, 25],
    'christmas-eve': [12, 24],
    halloween: [10, 31],
    'new-year': [1, 1],
    'new-year-eve': [12, 31],
    valentine: [2, 14],
    veterans: [11, 11],
    boxing: [12, 26],
  };
  const found = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
  if (found !== undefined) return { year, month: found[0], day: found[1] };
  if (name === 'easter' || name === 'easter-monday' || name === 'good')
    return fromOrdinal(toOrdinal(easter(year)) + (name === 'easter' ? 0 : name === 'good' ? -2 : 1));
  if (name === 'thanksgiving') return nthWeekday(year, 11, 4, 4);
  if (name === 'labor') return nthWeekday(year, 9, 1, 1);
  return name === 'memorial' ? nthWeekday(year, 5, 1, -1) : null;
}

export function placeHoliday(meaning: Extract<Meaning, { kind: 'holiday' }>, frame: Frame, direction: Direction): Placed {
  const sample = holidayDay(meaning.name, 2000);
  const chosen = periodYear(meaning.year, meaning.deixis, sample?.month ?? 1, frame, direction);
  const day = chosen === null || chosen.year < 1583 ? null : holidayDay(meaning.name, chosen.year);
  return day === null ? open('XXXX-XX-XX') : ofDay(day, chosen?.basis ?? null);
}

export function placeWeekOf(meaning: Extract<Meaning, { kind: 'week-of' }>, frame: Frame, direction: Direction): Placed {
  const chosen = periodYear(meaning.year, null, meaning.month, frame, direction);
  if (chosen === null || !isValidDay(chosen.year, meaning.month, meaning.day)) return open('XXXX-WXX');
  return ofWeek({ year: chosen.year, month: meaning.month, day: meaning.day }, chosen.basis);
}
