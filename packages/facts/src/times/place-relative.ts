import { governing, lastAnchor, type Frame } from './anchors.ts';
import { addMonths, addYears, formatDay, formatMonth, formatYear, fromOrdinal, toOrdinal, type Day } from './calendar.ts';
import { clockUnits, unitCodes, type Unit } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { yearOfText } from './place-date.ts';
import type { TimeAnchor } from './types.ts';
import { ofDay, ofMonth, ofUnit, ofWeek, ofYear, open, openUnit, type Placed } from './values.ts';

/** "today", "yesterday": from the date of the document only. */
export function placeNamedDay(offset: number, frame: Frame): Placed {
  if (frame.document === null || frame.history) return open('XXXX-XX-XX');
  return ofDay(fromOrdinal(toOrdinal(frame.document) + offset), 'article-date');
}

const dayOf = (anchor: TimeAnchor): Day => ({ year: anchor.year, month: anchor.month ?? 1, day: anchor.day ?? 1 });
const neededFor = (unit: Unit): 'year' | 'month' | 'day' =>
  unit === 'day' || unit === 'week' || unit === 'weekend' || clockUnits.has(unit)
    ? 'day'
    : unit === 'month' || unit === 'quarter'
      ? 'month'
      : 'year';

/** "last year", "that month", "the following day", "the end of the year". */
export function placeUnit({ unit, offset, base }: Extract<Meaning, { kind: 'unit' }>, frame: Frame): Placed {
  const local = base === 'either' && !frame.history ? governing(frame) : null;
  const narrated =
    base === 'narrative' || local !== null || (frame.history && base === 'either') || (frame.history && !nearDocument(frame));
  if (!narrated) {
    if (frame.document !== null) return ofUnit(frame.document, unit, offset, 'article-date');
    const bound = yearOfText(frame);
    return bound === null || unit !== 'year' ? openUnit(unit) : ofYear(addYears(bound.year, offset), bound.basis);
  }
  const anchor = local ?? lastAnchor(frame, frame.history ? 'year' : neededFor(unit));
  if (anchor === null) return openUnit(unit);
  const need = neededFor(unit);
  if ((need !== 'year' && anchor.month === null) || (need === 'day' && anchor.day === null)) return known(anchor, unit);
  return ofUnit(dayOf(anchor), unit, offset, 'narrative');
}

/** In a history, "this year" is the year of writing only where the story has come close to it. */
const nearDocument = (frame: Frame): boolean => {
  const last = lastAnchor(frame);
  return frame.document !== null && (last === null || Math.abs(last.year - frame.document.year) <= 1);
};

/** The day or month is not known, but the year is: "1915-XX-XX". */
function known(anchor: TimeAnchor, unit: Unit): Placed {
  if (unit === 'week' || unit === 'weekend') return open(`${formatYear(anchor.year)}-WXX`);
  if (unit === 'month' || unit === 'quarter') return open(`${formatYear(anchor.year)}-XX`);
  return open(anchor.month === null ? `${formatYear(anchor.year)}-XX-XX` : `${formatMonth(anchor.year, anchor.month)}-XX`);
}

/** "two years ago", "three days later", "in two weeks". Without an amount only the direction is known. */
export function placeShift({ amount, unit, sign, base }: Extract<Meaning, { kind: 'shift' }>, frame: Frame): Placed {
  if (amount === null) return { ...open(sign < 0 ? 'PAST_REF' : 'FUTURE_REF'), basis: 'explicit' };
  const deictic = base === 'document' && !(frame.history && !nearDocument(frame));
  const scale = unit === 'decade' ? 10 : unit === 'century' ? 100 : 1;
  const by = sign * amount;
  if (deictic) {
    if (frame.document === null) {
      const bound = yearOfText(frame);
      return bound !== null && scale * Number(unit === 'year' || scale > 1) >= 1 && Number.isInteger(by)
        ? ofYear(addYears(bound.year, by * scale), bound.basis)
        : openUnit(unit);
    }
    return move(frame.document, unit, by, 'article-date');
  }
  const need = neededFor(unit);
  const anchor = lastAnchor(frame, frame.history ? 'year' : need);
  if (anchor === null) return openUnit(unit);
  if (clockUnits.has(unit)) return anchor.day === null ? openUnit(unit) : { ...open(`${formatDay(dayOf(anchor))}TXX`), basis: 'narrative' };
  if (unit === 'month' && anchor.month === null) return known(anchor, unit);
  if (need === 'day' && anchor.day === null) return known(anchor, unit);
  return move(dayOf(anchor), unit, by, 'narrative');
}

function move(from: Day, unit: Unit, by: number, basis: 'article-date' | 'narrative'): Placed {
  if (unit === 'year' && !Number.isInteger(by)) {
    const moved = addMonths(from.year, from.month, Math.round(by * 12));
    return ofYear(moved.year, basis);
  }
  if (!Number.isInteger(by) && unit !== 'decade' && unit !== 'century') return openUnit(unit);
  if (Math.abs(by) > 100000) return openUnit(unit);
  if (unit === 'day') return ofDay(fromOrdinal(toOrdinal(from) + by), basis);
  if (unit === 'week' || unit === 'weekend') return ofWeek(fromOrdinal(toOrdinal(from) + 7 * by), basis, unit === 'weekend');
  if (unit === 'month' || unit === 'quarter') {
    const moved = addMonths(from.year, from.month, by * (unit === 'quarter' ? 3 : 1));
    return ofMonth(moved.year, moved.month, basis);
  }
  if (unit === 'year') return ofYear(addYears(from.year, by), basis);
  if (unit === 'decade' || unit === 'century') return ofYear(addYears(from.year, Math.round(by * (unit === 'decade' ? 10 : 100))), basis);
  return openUnit(unit);
}

/** The value of a length of time: "P3D", "PT24H", "P0.5Y" as "P6M", "PXM" where the amount is vague. */
function durationValue(amount: number | null, unit: Unit): string {
  if (amount === 0.5 && unit === 'year') return 'P6M';
  if (amount === 0.5 && unit === 'hour') return 'PT30M';
  if (amount === 0.5 && unit === 'century') return 'P50Y';
  if (amount === 0.5 && unit === 'day') return 'PT12H';
  if (unit === 'quarter') return amount === null ? 'PXM' : `P${amount * 3}M`;
  const size = amount === null ? 'X' : String(amount);
  return `P${clockUnits.has(unit) ? 'T' : ''}${size}${unitCodes[unit]}`;
}

/** "PT1H" and "PT30M" make "PT1H30M"; "P1D" and "PT6H" make "P1DT6H". */
const joined = (whole: string, part: string): string =>
  whole + (whole.startsWith('PT') && part.startsWith('PT') ? part.slice(2) : part.slice(1));

/** "the past week", "the next two years": the days covered, counted from the date of the document. */
export function placeDuration({ amount, unit, reach, and }: Extract<Meaning, { kind: 'duration' }>, frame: Frame): Placed {
  const placed = open(
    and === undefined ? durationValue(amount, unit) : joined(durationValue(amount, unit), durationValue(and.amount, and.unit)),
  );
  const { document } = frame;
  if (
    reach === null ||
    amount === null ||
    document === null ||
    frame.history ||
    clockUnits.has(unit) ||
    !Number.isInteger(amount) ||
    amount > 2000
  )
    return { ...placed, basis: 'explicit' };
  const by = reach === 'past' ? -amount : amount;
  const days = unit === 'day' ? 1 : unit === 'week' || unit === 'weekend' ? 7 : 0;
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'year' ? 12 : unit === 'decade' ? 120 : 1200;
  const moved = addMonths(document.year, document.month, by * months);
  if (moved.year < 1) return { ...placed, basis: 'explicit' };
  const other =
    days > 0
      ? fromOrdinal(toOrdinal(document) + by * days)
      : fromOrdinal(
          Math.min(toOrdinal({ ...moved, day: document.day }), toOrdinal({ ...moved, day: 28 }) + Math.max(0, document.day - 28)),
        );
  const [from, to] = reach === 'past' ? [other, document] : [document, other];
  return { ...placed, interval: { from: formatDay(from), to: formatDay(to) }, basis: 'article-date' };
}
