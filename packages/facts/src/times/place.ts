import { lastAnchor, type Frame } from './anchors.ts';
import { weekday } from './calendar.ts';
import type { Clock, Match, Meaning } from './meaning.ts';
import { placeDate } from './place-date.ts';
import { placeHoliday, placePart, placeSeason, placeWeekOf } from './place-period.ts';
import { placeDuration, placeNamedDay, placeShift, placeUnit } from './place-relative.ts';
import type { Direction, TimexType } from './types.ts';
import { ofCentury, ofDecade, ofYear, open, openUnit, type Placed } from './values.ts';

/** A match set against the dates around it. */
export function place(match: Match, frame: Frame, direction: Direction): Placed {
  const { meaning } = match;
  switch (meaning.kind) {
    case 'date':
      return placeDate(meaning, frame, direction);
    case 'season':
      return placeSeason(meaning, frame, direction);
    case 'part':
      return placePart(meaning, frame, direction);
    case 'fiscal-year':
      return { ...open(`FY${meaning.year}`), basis: 'explicit', year: meaning.year };
    case 'decade': {
      if (meaning.hasCentury) return ofDecade(meaning.decade, meaning.bc, 'explicit');
      // "the sixties": of the century of the story, else the last such decade before the document.
      const year = lastAnchor(frame)?.year ?? frame.document?.year ?? null;
      if (year === null || year < 1000) return open(`XX${meaning.decade}`);
      const candidate = Math.floor(year / 100) * 10 + meaning.decade;
      return ofDecade(candidate * 10 > year ? candidate - 10 : candidate, false, frame.history ? 'narrative' : 'article-date');
    }
    case 'century':
      return ofCentury(meaning.century, meaning.bc, 'explicit');
    case 'holiday':
      return placeHoliday(meaning, frame, direction);
    case 'week-of':
      return placeWeekOf(meaning, frame, direction);
    case 'named-day':
      return placeNamedDay(meaning.offset, frame);
    case 'unit':
      return placeUnit(
        meaning.unit === 'weekend' && meaning.base === 'document' && meaning.offset === 0
          ? weekendTold(meaning, frame, direction)
          : meaning,
        frame,
      );
    case 'shift':
      return reached(placeShift(meaning, frame), frame, direction) ?? openUnit(meaning.unit);
    case 'duration':
      return placeDuration(meaning, frame);
    case 'part-of-day':
    case 'clock':
      return open('XXXX-XX-XX');
    case 'set':
      return { ...open(meaning.value), basis: 'explicit' };
    case 'reference':
      return { ...open(meaning.value), basis: 'explicit' };
  }
  return ofYear(0, null);
}

/** "Sixteen years later" in the past tense cannot lie beyond the date of the text: it went on from another date than the last one told. */
function reached(placed: Placed, frame: Frame, direction: Direction): Placed | null {
  const ahead =
    direction === 'past' &&
    placed.basis === 'narrative' &&
    !frame.history &&
    frame.document !== null &&
    placed.year !== null &&
    placed.year > frame.document.year;
  return ahead ? null : placed;
}

/** "The weekend" of a report is the last one that has begun. */
function weekendTold(meaning: Extract<Meaning, { kind: 'unit' }>, frame: Frame, direction: Direction): Extract<Meaning, { kind: 'unit' }> {
  return direction === 'past' && frame.document !== null && weekday(frame.document) < 6 ? { ...meaning, offset: -1 } : meaning;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** "T07:16", "T21:34-05:00", "T11:00"; hours alone keep their minutes as noughts. */
export function clockValue(clock: Clock): string {
  return `T${two(clock.hour)}:${two(clock.minute ?? 0)}${clock.second === null ? '' : `:${two(clock.second)}`}${clock.zone ?? ''}`;
}

/** Puts a part of the day or a clock reading onto a placed (or open) day. */
export function withTime(day: Placed, suffix: string, clock: Clock | null): Placed {
  const value = `${day.value}${suffix}`;
  if (clock === null || day.interval === null || day.interval.from !== day.interval.to) return { ...day, value };
  const minute = `${day.interval.from}T${two(Math.min(clock.hour, 23))}:${two(clock.minute ?? 0)}`;
  return { ...day, value, interval: { from: minute, to: minute } };
}

/** TIMEX3 type of a match. */
export function typeOf(match: Match): TimexType {
  const { kind } = match.meaning;
  if (kind === 'set') return 'SET';
  if (kind === 'duration') return 'DURATION';
  if (kind === 'clock' || kind === 'part-of-day' || match.part !== undefined) return 'TIME';
  return kind === 'named-day' && match.meaning.part !== null ? 'TIME' : 'DATE';
}
