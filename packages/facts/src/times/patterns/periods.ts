import type { Deixis, Match } from '../meaning.ts';
import { monthNames, seasonNames } from '../lexicon.ts';
import { deicticLead } from './dates.ts';
import { dayNumber, digits, isDash, isWord, lower, month, ordinal, temporalPrepositions, tight, year, type Tokens } from './words.ts';

/** A year, "of that year", "last year" after a season, quarter or half: the year or how it is pointed at, and the token after. */
function periodYear(tokens: Tokens, at: number): { year: number | null; deixis: Deixis; next: number } {
  let from = at;
  if (isWord(tokens, from, 'of', ',', 'in')) from += 1;
  if (isWord(tokens, from, 'the', 'that', 'this', 'last', 'next')) {
    const word = lower(tokens, from);
    let noun = from + 1;
    let deixis: Deixis = word === 'last' || word === 'next' || word === 'this' || word === 'that' ? word : 'this';
    if (isWord(tokens, noun, 'same', 'following', 'previous', 'next')) {
      deixis = isWord(tokens, noun, 'same') ? 'that' : isWord(tokens, noun, 'previous') ? 'previous' : 'following';
      noun += 1;
    } else if (deixis !== 'that') deixis = `${deixis === 'last' ? 'last' : deixis === 'next' ? 'next' : 'this'}-year`;
    if (isWord(tokens, noun, 'year')) return { year: null, deixis, next: noun + 1 };
    if (isWord(tokens, noun, 'fiscal') && isWord(tokens, noun + 1, 'year')) return { year: null, deixis, next: noun + 2 };
  }
  if (isWord(tokens, from, 'fiscal')) from += isWord(tokens, from + 1, 'year') ? 2 : 1;
  const written = year(tokens, from);
  if (written !== null) return { year: written, deixis: null, next: from + 1 };
  const era = digits(tokens, from);
  if (era > 0 && era < 1000 && isWord(tokens, from + 1, 'bc', 'bce')) return { year: -era, deixis: null, next: from + 2 };
  return { year: null, deixis: null, next: at };
}

const hurt: ReadonlySet<string> = new Set('hurt injured killed died dead wounded broke broken damaged survived bruised'.split(' '));

/** "summer 2007", "the spring of 1794", "last winter", "in the fall", "1982 summer". "Spring" and "fall" alone need a cue. */
export function season(tokens: Tokens, at: number): Match | null {
  const lead = deicticLead(tokens, at);
  let from = lead.next;
  const yearBefore = lead.next === at ? year(tokens, at) : null;
  if (yearBefore !== null) from += 1;
  const name = seasonNames.get(lower(tokens, from));
  if (name === undefined) return null;
  const after = periodYear(tokens, from + 1);
  if (yearBefore !== null) return { from: at, to: from + 1, meaning: { kind: 'season', season: name, year: yearBefore, deixis: null } };
  if (after.year !== null || after.deixis !== null)
    return { from: at, to: after.next, meaning: { kind: 'season', season: name, year: after.year, deixis: after.deixis } };
  if (lead.deixis !== null)
    return isWord(tokens, from + 1, 'of')
      ? null
      : { from: at, to: from + 1, meaning: { kind: 'season', season: name, year: null, deixis: lead.deixis } };
  const before = lower(tokens, at - 1) === 'the' ? lower(tokens, at - 2) : lower(tokens, at - 1);
  const cued = temporalPrepositions.has(before) && !['of', 'to', 'and', 'or', 'as', 'than', 'about', 'on'].includes(before);
  if (isWord(tokens, at - 1, 'one', 'a', 'an', 'every', 'each')) return null;
  // "was hurt in the fall"
  if (name === 'FA' && tokens.slice(Math.max(0, at - 4), at).some(({ lower: word }) => hurt.has(word))) return null;
  if (name === 'WI' || lower(tokens, from) === 'summer' || lower(tokens, from) === 'autumn') {
    if (tokens[from]?.capital === true && !cued) return null;
    if (isWord(tokens, from + 1, 'olympics', 'olympic', 'games')) return null;
  } else if (!cued || isWord(tokens, from + 1, 'of') || isWord(tokens, from - 1, 'a')) return null;
  return { from: at, to: from + 1, meaning: { kind: 'season', season: name, year: null, deixis: null } };
}

/** "the third quarter of 2024", "Q3 2024", "2024 Q3", "fourth-quarter", "the second half of 2008", "H1 2020", "fiscal second quarter". */
export function partOfYear(tokens: Tokens, at: number): Match | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const led = year(tokens, at);
  if (led !== null && (isWord(tokens, at + 1, 'q') || (isDash(tokens, at + 1) && tight(tokens, at + 1) && isWord(tokens, at + 2, 'q')))) {
    const inner = partOfYear(tokens, isWord(tokens, at + 1, 'q') ? at + 1 : at + 2);
    if (inner !== null && inner.meaning.kind === 'part' && inner.meaning.year === null)
      return { ...inner, from: at, meaning: { ...inner.meaning, year: led } };
  }
  const code = /^([qh])([1-4])$/.exec(token.lower);
  // "Q3" is cut into a word and a number by the lexer.
  const letter = code?.[1] ?? (/^[qh]$/.test(token.lower) && token.capital ? token.lower : undefined);
  if (letter !== undefined) {
    const index = code !== null ? Number(code[2]) : digits(tokens, at + 1, 1);
    const next = code !== null ? at + 1 : at + 2;
    if (!(index >= 1 && index <= (letter === 'q' ? 4 : 2)) || (code === null && tokens[at + 1]?.spaced === true)) return null;
    const after = periodYear(tokens, next);
    return part(at, after.next, letter === 'q' ? 'Q' : 'H', index, after.year, isWord(tokens, at - 1, 'fiscal'), after.deixis);
  }
  const lead = deicticLead(tokens, at);
  if (lead.deixis === 'last' || lead.deixis === 'this' || lead.deixis === 'next' || lead.deixis === 'previous') {
    if (isWord(tokens, lead.next, 'quarter') && !isWord(tokens, lead.next + 1, 'of', 'century'))
      return part(at, lead.next + 1, 'Q', 0, null, false, lead.deixis);
  }
  const fiscal = isWord(tokens, at, 'fiscal');
  const which = isWord(tokens, fiscal ? at + 1 : at, 'latter')
    ? { value: 2, next: (fiscal ? at + 1 : at) + 1 }
    : ordinal(tokens, fiscal ? at + 1 : at);
  if (which === null) return null;
  let noun = isDash(tokens, which.next) ? which.next + 1 : which.next;
  if (isWord(tokens, noun, 'fiscal')) noun += 1;
  if (isWord(tokens, noun, 'quarter') && which.value <= 4) {
    const after = periodYear(tokens, noun + 1);
    const sport =
      after.year === null &&
      after.deixis === null &&
      isWord(tokens, noun + 1, 'touchdown', 'lead', 'goal', 'deficit', 'run', 'when', 'against');
    if (sport) return null;
    return part(at, after.next, 'Q', which.value, after.year, fiscal || isWord(tokens, at - 1, 'fiscal'), after.deixis);
  }
  if (isWord(tokens, noun, 'half') && which.value <= 2) {
    const after = periodYear(tokens, noun + 1);
    return after.year !== null || after.deixis !== null ? part(at, after.next, 'H', which.value, after.year, false, after.deixis) : null;
  }
  return null;
}

const part = (
  from: number,
  to: number,
  kind: 'Q' | 'H',
  index: number,
  yearRead: number | null,
  fiscal: boolean,
  deixis: Deixis,
): Match => ({
  from,
  to,
  meaning: { kind: 'part', part: kind, index, year: yearRead, fiscal, deixis },
});

/** "fiscal 2024", "fiscal year 2024", "FY2024", "FY 2023-24" (the later year names it). */
export function fiscalYear(tokens: Tokens, at: number): Match | null {
  if (isWord(tokens, at, 'fiscal', 'financial')) {
    const next = isWord(tokens, at + 1, 'year') ? at + 2 : at + 1;
    const written = year(tokens, next);
    return written === null ? null : { from: at, to: next + 1, meaning: { kind: 'fiscal-year', year: written } };
  }
  if (tokens[at]?.text !== 'FY') return null;
  const written = year(tokens, at + 1) ?? (digits(tokens, at + 1, 2) >= 0 ? 2000 + digits(tokens, at + 1, 2) : null);
  return written === null ? null : { from: at, to: at + 2, meaning: { kind: 'fiscal-year', year: written } };
}

const holidays: Readonly<Record<string, readonly string[]>> = {
  christmas: ['eve', 'day'],
  easter: ['sunday', 'monday'],
  thanksgiving: ['day'],
  halloween: [],
  new: ["year's"],
  good: ['friday'],
  independence: ['day'],
  valentine: ["'s"],
  labor: ['day'],
  memorial: ['day'],
  veterans: ['day'],
  boxing: ['day'],
};

/** Holidays with a computed day; "the Christmas holidays" and the like keep the day of the feast. */
export function holiday(tokens: Tokens, at: number): Match | null {
  const led = year(tokens, at);
  if (led !== null) {
    // "the 2015 New Year's Eve assaults"
    const inner = tokens[at + 1]?.kind === 'word' ? holiday(tokens, at + 1) : null;
    return inner?.meaning.kind === 'holiday' && inner.meaning.year === null
      ? { ...inner, from: at, meaning: { ...inner.meaning, year: led } }
      : null;
  }
  const lead = deicticLead(tokens, at);
  const token = tokens[lead.next];
  if (token === undefined || !token.capital || !Object.hasOwn(holidays, token.lower)) return null;
  let name = token.lower;
  let next = lead.next + 1;
  if (name === 'new') {
    if (!(
      isWord(tokens, next, 'year') &&
      isWord(tokens, next + 1, "'s") &&
      isWord(tokens, next + 2, 'day', 'eve') &&
      tokens[next]?.capital === true
    ))
      return null;
    name = isWord(tokens, next + 2, 'eve') ? 'new-year-eve' : 'new-year';
    next += 3;
  } else if (name === 'valentine') {
    if (!(isWord(tokens, next, "'s") && isWord(tokens, next + 1, 'day'))) return null;
    next += 2;
  } else if (name === 'good') {
    if (!(isWord(tokens, next, 'friday') && tokens[next]?.capital === true)) return null;
    next += 1;
  } else if (['independence', 'labor', 'memorial', 'veterans', 'boxing'].includes(name)) {
    if (!isWord(tokens, next, 'day') || tokens[next]?.capital !== true || name === 'independence') return null;
    next += 1;
  } else if (holidays[name]?.includes(lower(tokens, next)) === true && tokens[next]?.capital === true) {
    name = isWord(tokens, next, 'day', 'sunday') ? name : `${name}-${lower(tokens, next)}`;
    next += 1;
  } else if (tokens[next]?.capital === true && tokens[next]?.kind === 'word') return null;
  const after = periodYear(tokens, next);
  const ofYear =
    after.year !== null && !isWord(tokens, next, 'of', 'in', ',') ? after : after.deixis !== null || after.year !== null ? after : null;
  const modified = tokens[ofYear?.next ?? next];
  const attributive =
    modified?.kind === 'word' &&
    !modified.capital &&
    ![
      'in',
      'on',
      'at',
      'and',
      'or',
      'but',
      'when',
      'as',
      'after',
      'before',
      'with',
      'to',
      'for',
      'was',
      'is',
      'by',
      'this',
      'last',
      'next',
      'that',
      'the',
      'a',
      'he',
      'she',
      'it',
      'they',
      'we',
      'will',
      'has',
      'had',
      'would',
      'of',
      'from',
      'until',
      'because',
      'so',
      'i',
      'you',
      'morning',
      'night',
      'afternoon',
      'evening',
    ].includes(modified.lower);
  return {
    ...(attributive ? { attributive } : {}),
    from: at,
    to: ofYear?.next ?? next,
    meaning: { kind: 'holiday', name, year: ofYear?.year ?? null, deixis: lead.deixis ?? ofYear?.deixis ?? null },
  };
}

/** "the week of Oct. 5", "the week ending 5 October". */
export function weekOf(tokens: Tokens, at: number): Match | null {
  if (!isWord(tokens, at, 'week') || !isWord(tokens, at + 1, 'of', 'beginning', 'ending', 'starting')) return null;
  const name = month(tokens, at + 2);
  if (name !== null) {
    const day = dayNumber(tokens, name.next);
    if (day === null) return null;
    const written = year(tokens, isWord(tokens, name.next + 1, ',') ? name.next + 2 : name.next + 1);
    return { from: at, to: name.next + 1, meaning: { kind: 'week-of', month: name.month, day, year: written } };
  }
  const day = dayNumber(tokens, at + 2);
  const after = day === null ? undefined : monthNames.get(lower(tokens, at + 3));
  return day === null || after === undefined
    ? null
    : { from: at, to: at + 4, meaning: { kind: 'week-of', month: after, day, year: year(tokens, at + 4) } };
}
