import type { Clock, Match } from '../meaning.ts';
import { zones } from '../lexicon.ts';
import { digits, isWord, lower, tight, type Tokens } from './words.ts';

/** "7:16 am local time", "7.06am", "11 a.m.", "19:15", "1800 GMT", "03:00hrs", "5:57 pm EDT". */
export function clock(tokens: Tokens, at: number): Match | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number' || token.ordinal || token.plural) return null;
  if (isWord(tokens, at - 1, ':', '$', '£', '€', '/') && tight(tokens, at)) return null;
  let hour = token.value;
  let minute: number | null = null;
  let second: number | null = null;
  let next = at + 1;
  let written = false;
  if (isWord(tokens, next, ':') && tight(tokens, next) && tight(tokens, next + 1) && digits(tokens, next + 1, 2) < 60) {
    minute = digits(tokens, next + 1, 2);
    next += 2;
    written = true;
    if (isWord(tokens, next, ':') && tight(tokens, next) && digits(tokens, next + 1, 2) < 60) {
      second = digits(tokens, next + 1, 2);
      next += 2;
    }
  } else if (/^\d{1,2}\.[0-5]\d$/.test(token.lower)) {
    hour = Number(token.lower.split('.')[0]);
    minute = Number(token.lower.split('.')[1]);
  } else if (/^[0-2]\d[0-5]\d$/.test(token.lower)) {
    hour = Math.floor(token.value / 100);
    minute = token.value % 100;
  } else if (!/^\d{1,2}$/.test(token.lower)) return null;
  const half = lower(tokens, next);
  const marked = half === 'am' || half === 'pm';
  if (marked) {
    if (hour < 1 || hour > 12 || /^\d{4}$/.test(token.lower)) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    next += 1;
  }
  if (!marked && minute === null && isWord(tokens, next, '-', '–', 'to') && hour >= 1 && hour <= 12) {
    // "from 9 to 11 a.m.": the first hour has the half of the second.
    const end = clock(tokens, next + 1);
    if (end !== null && end.meaning.kind === 'clock' && isWord(tokens, end.to - 1, 'am', 'pm')) {
      const later = end.meaning.clock;
      const same = (hour % 12) + (later.hour >= 12 ? 12 : 0);
      return {
        from: at,
        to: next,
        range: 'begin',
        meaning: { kind: 'clock', clock: { hour: same > later.hour ? hour % 12 : same, minute: null, second: null, zone: later.zone } },
      };
    }
  }
  const hours = isWord(tokens, next, 'hrs', 'h', 'hours') && (minute !== null || tight(tokens, next));
  if (hours && !marked && minute !== null) next += 1;
  const clockWord = isWord(tokens, next, "o'clock");
  if (clockWord) next += 1;
  const zone = zoneAt(tokens, next);
  if (!(marked || written || clockWord || (zone !== null && minute !== null) || (hours && minute !== null))) return null;
  if (!marked && written && zone === null && !hours && score(tokens, at)) return null;
  if (hour > 24 || (minute ?? 0) > 59) return null;
  return {
    from: at,
    to: zone?.next ?? next,
    meaning: { kind: 'clock', clock: { hour, minute, second, zone: zone?.offset ?? null } satisfies Clock },
  };
}

/** "3:25" after "a time of", "finished in" is a race time, "John 3:16" a verse: a bare h:mm needs a temporal word before it. */
function score(tokens: Tokens, at: number): boolean {
  return !isWord(
    tokens,
    at - 1,
    'at',
    'by',
    'from',
    'to',
    'until',
    'till',
    'around',
    'about',
    'before',
    'after',
    'since',
    'between',
    'and',
    'approximately',
    ',',
    '-',
    '–',
    '(',
    'on',
    'and',
    'past',
  );
}

/** "GMT", "ET", "local time", "Hawaii time", "(EDT)". */
function zoneAt(tokens: Tokens, at: number): { offset: string | null; next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'word' && token.text.length >= 2 && token.text === token.text.toUpperCase() && zones.has(token.lower))
    return { offset: zones.get(token.lower) ?? null, next: at + 1 };
  if (isWord(tokens, at + 1, 'time') && (token.lower === 'local' || (token.kind === 'word' && token.capital)))
    return { offset: null, next: at + 2 };
  if (isWord(tokens, at + 2, 'time') && isWord(tokens, at + 1, 'standard', 'daylight') && token.capital)
    return { offset: null, next: at + 3 };
  return null;
}

/** "noon", "midnight": a clock time when a preposition puts it at a point. */
export function namedHour(tokens: Tokens, at: number): Match | null {
  if (!isWord(tokens, at, 'noon', 'midnight', 'midday')) return null;
  if (!isWord(tokens, at - 1, 'at', 'by', 'until', 'before', 'after', 'around', 'about', 'from', 'since', 'near', 'of', 'past', 'local'))
    return null;
  const zone = zoneAt(tokens, at + 1);
  return {
    from: at,
    to: zone?.next ?? at + 1,
    meaning: {
      kind: 'clock',
      clock: { hour: isWord(tokens, at, 'midnight') ? 0 : 12, minute: 0, second: null, zone: zone?.offset ?? null },
    },
  };
}
