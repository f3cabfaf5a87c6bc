import { lowerBound } from './anchors.ts';
import { formatDay, formatMonth, formatYear, parseDay, weekday } from './calendar.ts';
import { readSentence } from './find.ts';
import { lexTimes, type Span } from './lexer.ts';
import { matchTimes } from './match.ts';
import type { Match } from './meaning.ts';
import type { TimeAnchor, TimeMention } from './types.ts';

/** What a reader needs to know of a text before it walks it. */
export interface TimeDocument {
  text: string;
  /** Date of the document, "YYYY-MM-DD…", or null. */
  date: string | null;
}

export interface TimeReader {
  /** `history` where the text mostly tells of years before its own. */
  style: 'news' | 'history';
  /** Reads the next sentence of the text; offsets of the mentions are into the whole text. Sentences are given in order. */
  read: (sentence: Span) => TimeMention[];
  /** The latest explicit past date read so far ("YYYY", "YYYY-MM" or "YYYY-MM-DD"): the text was written on or after it. Null where none stands in it. */
  lowerBound: () => string | null;
}

/** Anchors kept; older ones no longer place anything but the year of the text, which {@link keep} preserves. */
const kept = 24;

/** Walks the sentences of one text, carrying the dates told so far from sentence to sentence and from paragraph to paragraph. */
export function createTimeReader(document: TimeDocument): TimeReader {
  const { text, date } = document;
  const sample = text.slice(0, sampled);
  // Read ahead for the years that the text names: where it can name none, there is nothing to read.
  const tokens = (date === null ? !yearLike.test(sample) : fewYears(text)) ? [] : lexTimes(sample);
  const matches = matchTimes(tokens);
  const opensAsNews = date !== null && matches.some((match) => (tokens[match.from]?.start ?? 0) < LEAD && isOfItsDay(match));
  const style = opensAsNews ? 'news' : styleOf(matches, date);
  const latestYear = latestYearOf(matches);
  const tomorrowReached = speaksOfTomorrow(text, date);
  let anchors: TimeAnchor[] = [];
  let last = 0;
  return {
    style,
    read(sentence) {
      const paragraph = text.slice(last, Math.max(last, sentence.start)).includes('\n');
      last = sentence.end;
      for (const anchor of anchors) {
        anchor.age += 1;
        anchor.sameParagraph &&= !paragraph;
      }
      const reading = readSentence(text.slice(sentence.start, sentence.end), {
        documentDate: date,
        earlier: anchors,
        style,
        latestYear,
        tomorrowReached,
      });
      anchors = keep([...anchors, ...reading.anchors]);
      return reading.mentions.map((mention) => ({ ...mention, start: mention.start + sentence.start, end: mention.end + sentence.start }));
    },
    lowerBound() {
      const bound = lowerBound(anchors);
      if (bound === null) return null;
      if (bound.month === null) return formatYear(bound.year);
      return bound.day === null
        ? formatMonth(bound.year, bound.month)
        : formatDay({ year: bound.year, month: bound.month, day: bound.day });
    },
  };
}

function keep(anchors: TimeAnchor[]): TimeAnchor[] {
  if (anchors.length <= kept) return anchors;
  const recent = anchors.slice(-kept);
  const bound = lowerBound(anchors);
  return bound === null || recent.includes(bound) ? recent : [bound, ...recent];
}

const sampled = 20_000;
/** Characters at the head of a text that tell its news. */
const LEAD = 400;

/** "Saturday", "yesterday": no history opens so. */
function isOfItsDay({ meaning }: Match): boolean {
  if (meaning.kind === 'named-day') return true;
  return meaning.kind === 'date' && meaning.weekday !== null && meaning.month === null && meaning.deixis === null;
}

/** Four digits, two behind an apostrophe, "9/11", an era: no year is read from anything else. */
const yearLike = /[12]\d{3}|['’‘]\d|\d ?\/ ?\d|\b(?:AD|CE|A\.D|C\.E|[Bb]\.?[Cc]\.?[Ee]?)\b/;

/** Fewer than four numbers that look like years: no history, whatever they are. */
function fewYears(text: string): boolean {
  const looksLikeYear = /\b(?:1[0-9]|20)[0-9]{2}\b/gu;
  for (let count = 0; count < 4; count += 1) {
    const found = looksLikeYear.exec(text);
    if (found === null || found.index > sampled) return true;
  }
  return false;
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * News names a weekday of the last six days, and hardly ever the one six days ago. Where the weekday after its date is named at least three times and more often than any other, the event
 * lies east of the newsroom.
 */
function speaksOfTomorrow(text: string, date: string | null): boolean {
  const document = parseDay(date);
  if (document === null) return false;
  const sample = text.slice(0, sampled);
  const counts = dayNames.map((name) => sample.split(name).length - 1);
  const tomorrow = counts[weekday(document) % 7] ?? 0;
  return tomorrow >= 3 && counts.every((count, index) => index === weekday(document) % 7 || count < tomorrow);
}

/** The latest year named in the text, past or future; a printed weekday may confirm it for a day and month that stand before it. */
function latestYearOf(matches: readonly Match[]): number | null {
  let latest: number | null = null;
  for (const { meaning } of matches)
    if (meaning.kind === 'date' && meaning.year !== null && (latest === null || meaning.year > latest)) latest = meaning.year;
  return latest;
}

/**
 * A text is a history when most of the years it names lie more than a year before its date; without a date, when they spread over more than five years. News looks back too, but
 * speaks of "Tuesday" and "last year", and mostly of its own year.
 */
function styleOf(matches: readonly Match[], date: string | null): 'news' | 'history' {
  const years: number[] = [];
  let deictic = 0;
  for (const { meaning } of matches) {
    if (meaning.kind === 'date' && meaning.year !== null) years.push(meaning.year);
    else if (
      meaning.kind === 'named-day' ||
      (meaning.kind === 'date' && (meaning.month === null || meaning.deixis === 'last-year')) ||
      (meaning.kind === 'unit' && meaning.base === 'document')
    )
      deictic += 1;
  }
  if (years.length < 4 || deictic > 0.2 * years.length) return 'news';
  const own = parseDay(date)?.year ?? null;
  if (own !== null) return years.filter((year) => year < own - 1).length >= 0.7 * years.length ? 'history' : 'news';
  if (years.length < 6) return 'news';
  years.sort((a, b) => a - b);
  const [low, high] = [years[Math.floor(years.length * 0.1)] ?? 0, years[Math.floor(years.length * 0.9)] ?? 0];
  return high - low > 5 ? 'history' : 'news';
}
