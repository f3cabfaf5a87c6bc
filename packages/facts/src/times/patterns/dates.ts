import type { Deixis, Match } from '../meaning.ts';
import { dayNumber, digits, isDash, isWord, month, tight, weekdayName, year, type Tokens } from './words.ts';

export const date = (
  from: number,
  to: number,
  parts: { year?: number | null; month?: number | null; day?: number | null; weekday?: number | null; deixis?: Deixis },
): Match => ({
  from,
  to,
  meaning: {
    kind: 'date',
    year: parts.year ?? null,
    month: parts.month ?? null,
    day: parts.day ?? null,
    weekday: parts.weekday ?? null,
    deixis: parts.deixis ?? null,
  },
});

/** ", 2017", " 2017", " of 2017", " of that year" after a month or a day: the year and the token after it. */
function trailingYear(tokens: Tokens, at: number): { year: number; next: number } | null {
  for (const from of [at, isWord(tokens, at, ',', 'of', 'in') ? at + 1 : at]) {
    const found = year(tokens, from);
    if (found !== null && !isDash(tokens, from - 1)) return { year: found, next: from + 1 };
    const old = digits(tokens, from);
    if (old > 0 && old < 10000 && isWord(tokens, from + 1, 'bc', 'bce')) return { year: -old, next: from + 2 };
  }
  return null;
}

/** "… of that year", "… last year", "… this year": narrative or deictic year after a month. */
function trailingDeixis(tokens: Tokens, at: number): { deixis: Deixis; next: number } | null {
  if (isWord(tokens, at, 'of', 'in') && isWord(tokens, at + 1, 'that') && isWord(tokens, at + 2, 'year'))
    return { deixis: 'that', next: at + 3 };
  if (isWord(tokens, at, 'of', 'in') && isWord(tokens, at + 1, 'the') && isWord(tokens, at + 2, 'same') && isWord(tokens, at + 3, 'year'))
    return { deixis: 'that', next: at + 4 };
  if (
    isWord(tokens, at, 'of', 'in') &&
    isWord(tokens, at + 1, 'the') &&
    isWord(tokens, at + 2, 'following') &&
    isWord(tokens, at + 3, 'year')
  )
    return { deixis: 'following', next: at + 4 };
  const from = isWord(tokens, at, 'of', ',') ? at + 1 : at;
  if (isWord(tokens, from + 1, 'year') && isWord(tokens, from, 'last', 'this', 'next'))
    return {
      deixis: isWord(tokens, from, 'last') ? 'last-year' : isWord(tokens, from, 'this') ? 'this-year' : 'next-year',
      next: from + 2,
    };
  return null;
}

/** "September 1, 1939", "Sept. 1", "September 1939", "September of that year", "September". */
export function monthFirst(tokens: Tokens, at: number): Match | null {
  const name = month(tokens, at);
  if (name === null) return null;
  const theDay = isWord(tokens, name.next, 'the') && tokens[name.next + 1]?.ordinal === true ? name.next + 1 : name.next;
  const day = dayNumber(tokens, theDay);
  const clock = isWord(tokens, theDay + 1, ':') || isWord(tokens, theDay + 1, 'am', 'pm', '%');
  if (day !== null && !clock && !(tight(tokens, theDay) && !isWord(tokens, at + 1, '.'))) {
    const after = trailingYear(tokens, theDay + 1);
    if (after !== null) return date(at, after.next, { year: after.year, month: name.month, day });
    const deixis = trailingDeixis(tokens, theDay + 1);
    return deixis === null
      ? date(at, theDay + 1, { month: name.month, day })
      : date(at, deixis.next, { month: name.month, day, deixis: deixis.deixis });
  }
  const after = trailingYear(tokens, name.next);
  if (after !== null) return date(at, after.next, { year: after.year, month: name.month });
  const short = name.next;
  if (isWord(tokens, short, "'") && digits(tokens, short + 1, 2) >= 0 && tight(tokens, short + 1))
    return date(at, short + 2, { year: shortYear(digits(tokens, short + 1, 2)), month: name.month });
  const deixis = trailingDeixis(tokens, name.next);
  if (deixis !== null) return date(at, deixis.next, { month: name.month, deixis: deixis.deixis });
  return bareMonth(tokens, at, name.sure, name.month, name.next);
}

const monthCues: ReadonlySet<string> = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'during',
  'from',
  'before',
  'after',
  'through',
  'throughout',
  'between',
  'of',
  'to',
  'and',
  'or',
  'into',
  'last',
  'next',
  'this',
  'late',
  'early',
  'mid',
  'previous',
  'following',
  'for',
  'on',
  'that',
  'every',
  'each',
  'around',
  'past',
  'coming',
  'is',
  'was',
  'than',
  'starting',
  'beginning',
  'earlier',
  'later',
  '-',
  '–',
  'the',
  'as',
  'about',
  '(',
  'with',
  "'s",
  'a',
]);

/** A month alone. "May" and "March" are words of their own, so they need a cue before them; the others need none unless they look like a name. */
function bareMonth(tokens: Tokens, at: number, sure: boolean, number: number, next: number): Match | null {
  const cued = monthCues.has(tokens[at - 1]?.lower ?? '');
  const nameLike = tokens[next]?.capital === true && tokens[next]?.kind === 'word' && next === at + 1;
  if (!sure && !cued) return null;
  if (!sure && nameLike) return null;
  if (isWord(tokens, at, 'may', 'march', 'april', 'june', 'august') && !cued) return null;
  if (
    isWord(tokens, at, 'may', 'march') &&
    isWord(tokens, at - 1, 'the', 'and', 'that', 'as', 'is', 'was', 'a', "'s") &&
    !isWord(tokens, at + 1, ',', '.', 'and', 'in')
  )
    return null;
  if (nameLike && isWord(tokens, at, 'april', 'june', 'august', 'may', 'march') && !isWord(tokens, at - 1, 'in', 'since', 'last', 'next'))
    return null;
  return date(at, next, { month: number });
}

/** "1 September 1939", "1st of September", "the 25th of August last year". */
export function dayFirst(tokens: Tokens, at: number): Match | null {
  const day = dayNumber(tokens, at);
  if (day === null || (isDash(tokens, at - 1) && tight(tokens, at) && tokens[at - 2]?.kind !== 'number' && month(tokens, at - 2) === null))
    return null;
  let next = at + 1;
  if (isWord(tokens, next, 'of') && (tokens[at]?.ordinal === true || isWord(tokens, at - 1, 'the', 'on'))) next += 1;
  else if (isDash(tokens, next) && tight(tokens, next)) next += 1;
  const name = month(tokens, next);
  if (name === null || (name.month === 5 && isWord(tokens, name.next, 'be', 'have'))) return null;
  const dashed = isDash(tokens, name.next) && tight(tokens, name.next) ? name.next + 1 : name.next;
  const after =
    trailingYear(tokens, name.next) ?? (year(tokens, dashed) !== null ? { year: year(tokens, dashed) ?? 0, next: dashed + 1 } : null);
  if (after !== null) return date(at, after.next, { year: after.year, month: name.month, day });
  const deixis = trailingDeixis(tokens, name.next);
  return deixis === null
    ? date(at, name.next, { month: name.month, day })
    : date(at, deixis.next, { month: name.month, day, deixis: deixis.deixis });
}

const deicticWords: Readonly<Record<string, Deixis>> = {
  last: 'last',
  next: 'next',
  this: 'this',
  past: 'last',
  coming: 'next',
  upcoming: 'next',
  that: 'that',
  previous: 'previous',
  following: 'following',
  same: 'that',
};

/** "Tuesday", "Tuesday, October 2 2025", "Tuesday (2 October)", "last Tuesday", "Tuesday last week", "this past Friday". */
export function weekdayFirst(tokens: Tokens, at: number): Match | null {
  const lead = deicticLead(tokens, at);
  const name = weekdayName(tokens, lead.next);
  if (name === null) return null;
  if (lead.next > at && !name.sure) return null;
  let open = name.next;
  if (isWord(tokens, open, ',')) open += 1;
  else if (isWord(tokens, open, '(')) open += 1;
  else if (isWord(tokens, open, 'the')) open += 1;
  const inner = monthFirst(tokens, open) ?? dayFirst(tokens, open);
  if (inner !== null && inner.meaning.kind === 'date' && inner.meaning.day !== null) {
    const closed = isWord(tokens, name.next, '(') && isWord(tokens, inner.to, ')') ? inner.to + 1 : inner.to;
    return { from: at, to: closed, meaning: { ...inner.meaning, weekday: name.weekday } };
  }
  if (!name.sure) return null;
  if (isWord(tokens, name.next + 1, 'week') && isWord(tokens, name.next, 'last', 'next', 'this'))
    return date(at, name.next + 2, {
      weekday: name.weekday,
      deixis: isWord(tokens, name.next, 'last') ? 'previous' : isWord(tokens, name.next, 'next') ? 'following' : 'this',
    });
  if (lead.next === at && partOfName(tokens, at, name.next)) return null;
  return date(at, name.next, { weekday: name.weekday, deixis: lead.deixis });
}

/** "Black Friday", "Sheffield Wednesday", "Friday Night Lights" are names. */
function partOfName(tokens: Tokens, at: number, next: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind === 'word' && ['black', 'bloody', 'ash', 'good', 'cyber', 'super', 'palm', 'giving'].includes(before.lower))
    return before.capital;
  const after = tokens[next];
  return (
    after?.kind === 'word' && after.capital && ['times', 'telegraph', 'mirror', 'herald', 'mail', 'express', 'post'].includes(after.lower)
  );
}

/** "last", "this past", "the following" before a weekday or month; `next` stays at `at` where there is none. */
export function deicticLead(tokens: Tokens, at: number): { deixis: Deixis; next: number } {
  let from = at;
  if (isWord(tokens, from, 'the') && isWord(tokens, from + 1, 'following', 'previous', 'same', 'next', 'coming', 'past')) from += 1;
  if (isWord(tokens, from, 'this', 'that') && isWord(tokens, from + 1, 'past', 'coming', 'same')) from += 1;
  const deixis = deicticWords[tokens[from]?.lower ?? ''];
  return deixis === undefined ? { deixis: null, next: at } : { deixis, next: from + 1 };
}

/** "last September", "next May", "that July", "the previous April". */
export function deicticMonth(tokens: Tokens, at: number): Match | null {
  const lead = deicticLead(tokens, at);
  if (lead.next === at) return null;
  const name = month(tokens, lead.next);
  if (name === null || !name.sure) return null;
  const day = dayNumber(tokens, name.next);
  if (day !== null) return date(at, name.next + 1, { month: name.month, day, deixis: lead.deixis });
  return date(at, name.next, { month: name.month, deixis: lead.deixis });
}

/** Two-digit years up to 40 are of this century. */
export const shortYear = (two: number): number => (two <= 40 ? 2000 + two : 1900 + two);
