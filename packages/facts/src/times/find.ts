import { frameOf, type Frame } from './anchors.ts';
import { fromOrdinal, parseDay, toOrdinal, weekday } from './calendar.ts';
import { lexTimes, type TimeToken } from './lexer.ts';
import { matchTimes } from './match.ts';
import type { Match, Meaning } from './meaning.ts';
import { clockValue, place, typeOf, withTime } from './place.ts';
import { relationBefore } from './relation.ts';
import { direction, isPresent } from './tense.ts';
import type { TimeAnchor, TimeContext, TimeMention } from './types.ts';
import { open, type Placed } from './values.ts';

/** Longest stretch read at once; what lies beyond is not read. A sentence is far shorter, so this only bounds hostile input. */
const longest = 200_000;

/** The mentions of a sentence together with the anchors they leave for what follows. */
export interface SentenceReading {
  mentions: TimeMention[];
  anchors: TimeAnchor[];
}

/**
 * Temporal expressions of one sentence, in order, never overlapping, with TIMEX3 values (TimeML 1.2.1).
 * @param text the sentence; offsets are UTF-16 code units into it.
 * @param context the date of the document ("YYYY-MM-DD…" or null) and the dates read earlier in the same text.
 * @returns values that cannot be placed stay partial ("XXXX-WXX-2"), with a null interval; nothing is guessed. Never throws.
 */
export function findTimes(text: string, context: TimeContext): TimeMention[] {
  return readSentence(text, context).mentions;
}

/** As {@link findTimes}, with the anchors. Linear in the length of the text. */
export function readSentence(text: string, context: TimeContext): SentenceReading {
  const tokens = lexTimes(text.length > longest ? text.slice(0, longest) : text);
  const matches = matchTimes(tokens);
  const frame = frameOf(context, parseDay(context.documentDate));
  const carried = frame.anchors.length;
  const placed = matches.map((match) => {
    const result = placeMatch(match, tokens, frame);
    const anchor = anchorOf(match, result, tokens);
    // "a year earlier" said twice is twice the same year.
    const { meaning } = match;
    const backward = !frame.history && meaning.kind === 'shift' && meaning.base === 'narrative' && meaning.sign < 0;
    if (anchor !== null && !backward) frame.anchors.push(anchor);
    return result;
  });
  return {
    mentions: matches.map((match, index) => mentionOf(text, match, placeClock(match, index, matches, placed, frame, carried), tokens)),
    anchors: frame.anchors.slice(carried),
  };
}

function placeMatch(match: Match, tokens: readonly TimeToken[], frame: Frame): Placed {
  const told = direction(tokens, match.from, match.to);
  const way = told === 'past' && isNextMonth(match, frame) && isPresent(tokens, match.from, match.to) ? 'future' : told;
  const asDate = inAmount(match, tokens, way) ?? match;
  const local = tokens.slice(match.from, match.to).some((token) => token.lower === 'local');
  const placed = place(asDate, local || frame.tomorrowReached ? eastward(asDate, frame) : frame, way);
  const part = match.part ?? (match.meaning.kind === 'named-day' ? match.meaning.part : null);
  return part === null || part === undefined ? placed : withTime(placed, `T${part}`, null);
}

/** "January is dry" in an article of December: the month that comes next, without a year. */
function isNextMonth({ meaning }: Match, { document }: Frame): boolean {
  if (document === null || meaning.kind !== 'date' || meaning.month === null) return false;
  return meaning.year === null && meaning.day === null && meaning.deixis === null && meaning.month === (document.month % 12) + 1;
}

/** "Friday morning local time" may be the day after the date of a document written elsewhere: the day after counts as reached. */
function eastward(match: Match, frame: Frame): Frame {
  const { meaning } = match;
  if (frame.document === null || meaning.kind !== 'date' || meaning.weekday === null || meaning.month !== null || meaning.deixis !== null)
    return frame;
  const tomorrow = fromOrdinal(toOrdinal(frame.document) + 1);
  return weekday(tomorrow) === meaning.weekday ? { ...frame, document: tomorrow } : frame;
}

/** "the first time in ten years", "the biggest fall in a decade" look back, whatever the verb. */
const records: ReadonlySet<string> = new Set(
  'biggest largest highest lowest worst best strongest weakest fastest slowest longest deadliest hottest coldest smallest steepest'.split(
    ' ',
  ),
);
/** Tokens between a superlative and the span that it holds for, at most. */
const RECORD = 7;

/** "in two weeks" under a verb that looks ahead is a date, else a length of time. */
function inAmount(match: Match, tokens: readonly TimeToken[], way: 'past' | 'future'): Match | null {
  const { meaning } = match;
  if (
    meaning.kind !== 'duration' ||
    meaning.reach !== null ||
    way !== 'future' ||
    match.attributive === true ||
    meaning.amount === null ||
    tokens[match.from - 1]?.lower !== 'in' ||
    tokens[match.from - 2]?.lower === 'time' ||
    tokens.slice(Math.max(0, match.from - RECORD), match.from).some(({ lower }) => records.has(lower))
  )
    return null;
  return { ...match, meaning: { kind: 'shift', amount: meaning.amount, unit: meaning.unit, sign: 1, base: 'document' } };
}

/** A clock time or part of a day takes its day from the same sentence, else from the last day told in the paragraph. */
function placeClock(
  match: Match,
  index: number,
  matches: readonly Match[],
  placed: readonly Placed[],
  frame: Frame,
  carried: number,
): Placed {
  const own = placed[index] ?? open('XXXX-XX-XX');
  const { meaning } = match;
  if (meaning.kind !== 'clock' && meaning.kind !== 'part-of-day') return own;
  const suffix = meaning.kind === 'clock' ? clockValue(meaning.clock) : `T${meaning.part}`;
  const clock = meaning.kind === 'clock' ? meaning.clock : null;
  let best: Placed | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let other = Math.max(0, index - 4); other < Math.min(matches.length, index + 5); other += 1) {
    const [day, its] = [placed[other], matches[other]];
    if (day === undefined || its === undefined || day.day === null) continue;
    const gap = other > index ? its.from - match.to : match.from - its.to + 2;
    if (gap < distance) [best, distance] = [day, gap];
  }
  if (best !== null)
    return withTime(
      { ...best, value: best.value.slice(0, best.value.indexOf('T') < 0 ? undefined : best.value.indexOf('T')) },
      suffix,
      clock,
    );
  if (meaning.kind === 'clock')
    for (let at = carried - 1; at >= 0 && at >= carried - 6; at -= 1) {
      const anchor = frame.anchors[at];
      if (anchor === undefined || anchor.age > (frame.history ? 2 : 4)) break;
      if (anchor.month === null || anchor.day === null) continue;
      return withTime(
        place(
          { ...match, meaning: { kind: 'date', year: anchor.year, month: anchor.month, day: anchor.day, weekday: null, deixis: null } },
          frame,
          'past',
        ),
        suffix,
        clock,
      );
    }
  return open(`XXXX-XX-XX${suffix}`);
}

function anchorOf(match: Match, placed: Placed, tokens: readonly TimeToken[]): TimeAnchor | null {
  if (placed.year === null || match.meaning.kind === 'fiscal-year') return null;
  const explicit = placed.basis === 'explicit';
  const relation = relationBefore(tokens, match.from);
  const opening = match.from <= 2 && !tokens.slice(0, match.from).some((token) => token.kind === 'mark');
  const ahead = relation === 'until' || direction(tokens, match.from, match.to) === 'future';
  const yearOnly = placed.month === null;
  const passing = match.attributive === true || (yearOnly && isPlainYear(match.meaning) && !opening && match.mod === undefined);
  return {
    year: placed.year,
    month: placed.month,
    day: placed.day,
    age: 0,
    sameParagraph: true,
    explicit,
    opening,
    future: explicit && ahead,
    passing,
  };
}

const isPlainYear = (meaning: Meaning): boolean => meaning.kind === 'date' && meaning.month === null;

function mentionOf(text: string, match: Match, placed: Placed, tokens: readonly TimeToken[]): TimeMention {
  const start = tokens[match.from]?.start ?? 0;
  const end = tokens[match.to - 1]?.end ?? start;
  return {
    start,
    end,
    surface: text.slice(start, end),
    type: typeOf(match),
    value: placed.value,
    mod: match.mod ?? null,
    interval: placed.interval,
    basis: placed.interval === null && placed.basis !== 'explicit' && placed.value.includes('X') ? null : placed.basis,
    relation: relationBefore(tokens, match.from),
    range: match.range ?? null,
    attributive: match.attributive ?? false,
  };
}
