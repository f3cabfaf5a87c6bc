import { governing, lastAnchor, lowerBound, type Frame } from './anchors.ts';
import { addMonths, addYears, formatYear, fromOrdinal, isValidDay, toOrdinal, weekday, type Day } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import type { Direction, TimeAnchor, TimeBasis } from './types.ts';
import { ofDay, ofMonth, ofYear, open, type Placed } from './values.ts';

type DateMeaning = Extract<Meaning, { kind: 'date' }>;
const two = (n: number): string => String(n).padStart(2, '0');

/** Places a date: its own year, else the narrative that governs the passage, else the nearest one from the date of the document, else left partial. */
export function placeDate(meaning: DateMeaning, frame: Frame, direction: Direction): Placed {
  const { year, month, day } = meaning;
  if (year !== null) return ofParts(year, month, day, 'explicit');
  if (month !== null) {
    const chosen = chooseYear(meaning, month, frame, direction);
    return chosen === null ? partial(month, day) : ofParts(chosen.year, month, day, chosen.basis);
  }
  if (meaning.weekday === null && day !== null) return placeDayAlone(day, frame, direction);
  return meaning.weekday === null ? open('XXXX-XX-XX') : placeWeekday(meaning.weekday, meaning, frame, direction);
}

const partial = (month: number, day: number | null): Placed => open(day === null ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`);

function ofParts(year: number, month: number | null, day: number | null, basis: TimeBasis): Placed {
  if (month === null) return ofYear(year, basis);
  if (day === null) return ofMonth(year, month, basis);
  return isValidDay(year, month, day)
    ? ofDay({ year, month, day }, basis)
    : { ...open(`${formatYear(year)}-${two(month)}-${two(day)}`), basis };
}

function chooseYear(meaning: DateMeaning, month: number, frame: Frame, direction: Direction): { year: number; basis: TimeBasis } | null {
  const { deixis, day } = meaning;
  const narrative = lastAnchor(frame);
  if (deixis === 'that' || deixis === 'following' || deixis === 'previous') {
    if (narrative === null) return null;
    const moved =
      deixis === 'that'
        ? 0
        : deixis === 'following'
          ? narrative.month !== null && month > narrative.month
            ? 0
            : 1
          : narrative.month !== null && month < narrative.month
            ? 0
            : -1;
    return { year: addYears(narrative.year, moved), basis: 'narrative' };
  }
  const yearOffset = deixis === 'last-year' ? -1 : deixis === 'next-year' ? 1 : deixis === 'this-year' ? 0 : null;
  if (yearOffset !== null) {
    const base = yearOfText(frame);
    return base === null ? null : { year: addYears(base.year, yearOffset), basis: base.basis };
  }
  const governs = deixis === null ? governing(frame) : null;
  if (governs !== null) return agree(meaning, { year: narrativeYear(governs, month, frame.history), basis: 'narrative' });
  if (frame.document !== null)
    return agree(meaning, { year: yearFrom(frame.document, month, day, deixis, direction), basis: 'article-date' });
  const bound = lowerBound(frame.anchors);
  if (deixis !== null) return null;
  if (bound !== null) return agree(meaning, { year: bound.year, basis: 'document' });
  const { latestYear } = frame;
  const confirmed =
    latestYear !== null &&
    meaning.weekday !== null &&
    day !== null &&
    isValidDay(latestYear, month, day) &&
    weekday({ year: latestYear, month, day }) === meaning.weekday;
  return confirmed ? { year: latestYear, basis: 'document' } : null;
}

/** The year of the text itself: its date, or the latest explicit past year in it. */
export function yearOfText(frame: Frame): { year: number; basis: TimeBasis } | null {
  if (frame.document !== null && !frame.history) return { year: frame.document.year, basis: 'article-date' };
  if (frame.history) {
    const last = lastAnchor(frame);
    if (last !== null) return { year: last.year, basis: 'narrative' };
  }
  const bound = lowerBound(frame.anchors);
  return bound === null ? null : { year: bound.year, basis: 'document' };
}

/** A story keeps to its year; it steps over New Year when an early month follows a late one. */
function narrativeYear(anchor: TimeAnchor, month: number, history: boolean): number {
  if (anchor.month === null || anchor.passing) return anchor.year;
  if (anchor.month - month >= (history ? 9 : 8)) return addYears(anchor.year, 1);
  return anchor.year;
}

/** A printed weekday picks the year in which it falls on that day, within two years of the first choice; where none agrees, the choice stands. */
function agree(meaning: DateMeaning, choice: { year: number; basis: TimeBasis }): { year: number; basis: TimeBasis } {
  const { weekday: printed, month, day } = meaning;
  if (printed === null || month === null || day === null) return choice;
  for (const offset of [0, -1, 1, -2, 2]) {
    const year = addYears(choice.year, offset);
    if (isValidDay(year, month, day) && weekday({ year, month, day }) === printed) return { ...choice, year };
  }
  return choice;
}

function yearFrom(document: Day, month: number, day: number | null, deixis: DateMeaning['deixis'], direction: Direction): number {
  const here = document.month * 100 + (day === null ? 0 : document.day);
  const there = month * 100 + (day ?? 0);
  if (deixis === 'last') return there < here ? document.year : document.year - 1;
  if (deixis === 'next') return there > here ? document.year : document.year + 1;
  if (deixis === 'this') return document.year;
  if (direction === 'past') return there <= here || isComing(document, month, day) ? document.year : document.year - 1;
  return there >= here ? document.year : document.year + 1;
}

/** Days that a day and month without a year may lie ahead of the article whatever the tense: one ten months back would be told with its year or as "last March". */
const NEAR_AHEAD = 60;

function isComing(document: Day, month: number, day: number | null): boolean {
  if (day === null || !isValidDay(document.year, month, day)) return false;
  const ahead = toOrdinal({ year: document.year, month, day }) - toOrdinal(document);
  return ahead > 0 && ahead <= NEAR_AHEAD;
}

function placeWeekday(target: number, { deixis }: DateMeaning, frame: Frame, direction: Direction): Placed {
  if (deixis === 'that' || ((deixis === 'following' || deixis === 'previous') && frame.history)) {
    const anchor = lastAnchor(frame, 'day');
    if (anchor === null || anchor.month === null || anchor.day === null) return open(`XXXX-WXX-${target}`);
    const base = toOrdinal({ year: anchor.year, month: anchor.month, day: anchor.day });
    return ofDay(fromOrdinal(nearest(base, target, deixis === 'previous' ? 'past' : 'future', deixis !== 'that')), 'narrative');
  }
  if (frame.document === null || frame.history) return open(`XXXX-WXX-${target}`);
  const base = toOrdinal(frame.document);
  const monday = base - weekday(frame.document) + 1;
  if (deixis === 'previous') return ofDay(fromOrdinal(monday - 7 + target - 1), 'article-date');
  if (deixis === 'following') return ofDay(fromOrdinal(monday + 7 + target - 1), 'article-date');
  if (deixis === 'last') return ofDay(fromOrdinal(nearest(base, target, 'past', true)), 'article-date');
  if (deixis === 'next') return ofDay(fromOrdinal(nearest(base, target, 'future', true)), 'article-date');
  return ofDay(fromOrdinal(nearest(base, target, direction, false)), 'article-date');
}

/** The day with that weekday nearest to `base` on one side; `base` itself counts unless `strictly`. */
function nearest(base: number, target: number, direction: Direction, strictly: boolean): number {
  const here = weekday(fromOrdinal(base));
  const back = (here - target + 7) % 7;
  if (back === 0) return strictly ? base + (direction === 'past' ? -7 : 7) : base;
  return direction === 'past' ? base - back : base + 7 - back;
}

/** "the 29th": of the month told last in the passage, else the nearest such day from the date of the document. */
function placeDayAlone(day: number, frame: Frame, direction: Direction): Placed {
  const told = lastAnchor(frame, 'month');
  if (told !== null && told.month !== null && (frame.history || (told.age <= 2 && told.sameParagraph)))
    return ofParts(told.year, told.month, day, 'narrative');
  const { document } = frame;
  if (document === null || frame.history) return open(`XXXX-XX-${two(day)}`);
  const step = direction === 'past' ? -1 : 1;
  let month = addMonths(document.year, document.month, (direction === 'past' ? day <= document.day : day >= document.day) ? 0 : step);
  if (!isValidDay(month.year, month.month, day)) month = addMonths(month.year, month.month, step);
  return ofParts(month.year, month.month, day, 'article-date');
}
