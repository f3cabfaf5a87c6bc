import { isValidDay } from '../calendar.ts';
import type { Match } from '../meaning.ts';
import { date, shortYear } from './dates.ts';
import { digits, isDash, isWord, tight, year, type Tokens } from './words.ts';

/** "2017-09-14", "14/09/2017", "9/14/2017", "14.09.2017". A day and month that may be either way round are left open. */
export function numericDate(tokens: Tokens, at: number): Match | null {
  if (
    isWord(tokens, at, '9') &&
    isWord(tokens, at + 1, '/') &&
    isWord(tokens, at + 2, '11') &&
    tight(tokens, at + 2) &&
    !isWord(tokens, at + 3, '/') &&
    !isWord(tokens, at - 1, '/')
  )
    return { ...date(at, at + 3, { year: 2001, month: 9, day: 11 }), attributive: true };
  const first = tokens[at];
  if (first === undefined || first.kind !== 'number' || (isWord(tokens, at - 1, '/', '-') && tight(tokens, at))) return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})$/.exec(first.lower);
  if (dotted !== null && isWord(tokens, at + 1, '.') && tight(tokens, at + 1) && tight(tokens, at + 2)) {
    const written = year(tokens, at + 2);
    const [day, monthNumber] = [Number(dotted[1]), Number(dotted[2])];
    return written !== null && isValidDay(written, monthNumber, day) ? date(at, at + 3, { year: written, month: monthNumber, day }) : null;
  }
  const mark = tokens[at + 1]?.lower;
  if ((mark !== '/' && mark !== '-') || tokens[at + 3]?.lower !== mark || ![1, 2, 3, 4].every((step) => tight(tokens, at + step)))
    return null;
  const [a, b, c] = [digits(tokens, at), digits(tokens, at + 2), digits(tokens, at + 4)];
  if (Number.isNaN(a) || Number.isNaN(b) || Number.isNaN(c)) return null;
  if (year(tokens, at) !== null) return isValidDay(a, b, c) ? date(at, at + 5, { year: a, month: b, day: c }) : null;
  const written = year(tokens, at + 4) ?? (mark === '/' && tokens[at + 4]?.lower.length === 2 ? shortYear(c) : null);
  if (written === null) return null;
  const dayFirstFits = isValidDay(written, b, a);
  const monthFirstFits = isValidDay(written, a, b);
  if (dayFirstFits && monthFirstFits && a !== b) return date(at, at + 5, { year: written });
  if (dayFirstFits) return date(at, at + 5, { year: written, month: b, day: a });
  return monthFirstFits ? date(at, at + 5, { year: written, month: a, day: b }) : null;
}

/** "on the 29th": a day of a month told before. An ordinal before a noun is a rank. */
export function dayAlone(tokens: Tokens, at: number): Match | null {
  const token = tokens[at];
  if (token === undefined || !token.ordinal || token.value < 1 || token.value > 31 || !isWord(tokens, at - 1, 'the')) return null;
  if (!isWord(tokens, at - 2, 'on', 'until', 'till', 'by', 'since', 'from', 'before', 'after', 'of', 'through')) return null;
  const next = tokens[at + 1];
  const free =
    next === undefined ||
    next.kind === 'mark' ||
    [
      'and',
      'the',
      'a',
      'when',
      'in',
      'at',
      'by',
      'it',
      'he',
      'she',
      'they',
      'with',
      'to',
      'but',
      'after',
      'before',
      'for',
      'as',
      'was',
      'is',
      'because',
      'which',
    ].includes(next.lower);
  return free && !isDash(tokens, at + 1) ? date(at, at + 1, { day: token.value }) : null;
}
