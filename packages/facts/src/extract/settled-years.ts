import type { TimeValue } from '@copydesk/contracts';
import type { Span } from '@copydesk/text';
import type { Candidate } from './candidate.ts';
import { sentenceAt } from './sentences.ts';

const yearsAgo = /^(?:(?:about|some|nearly|almost|over) )?[\p{L}\d-]+ years ago$/iu;
const day = /^(\d{4})-\d{2}-\d{2}$/;
const harm = new Set(['ASSAULT', 'HARM']);
/** Says of an event that it is not the one told before. */
const further = /\b(?:another|also|separate|other|others|again|since then)\b/i;

const isAlike = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || (harm.has(one) && harm.has(other)));

/**
 * "Four years ago" counts whole years, and may be one off as a year. Where the sentence beside it gives the day of a deed of the same kind in the year before or behind, that year is
 * meant: "the murder of the mayor four years ago. Ann Lund was shot on 3 December 2020".
 */
export function withSettledYears(candidates: readonly Candidate[], sentences: readonly Span[], text: string): Candidate[] {
  const rounded = candidates.filter(({ time }) => isRounded(time));
  if (rounded.length === 0) return [...candidates];
  const bySentence = Map.groupBy(candidates, ({ span }) => sentenceAt(sentences, span.start));
  const settled = new Map<Candidate, TimeValue>();
  for (const candidate of rounded) {
    const index = sentenceAt(sentences, candidate.span.start);
    const own = (bySentence.get(index) ?? []).filter(({ time }) => time?.surface === candidate.time?.surface);
    const year = Number(candidate.time?.timex);
    const dated = [index + 1, index - 1].flatMap((beside) => {
      const { start = 0, end = 0 } = sentences[beside] ?? {};
      return further.test(text.slice(start, Math.min(end, start + LONG))) ? [] : (bySentence.get(beside) ?? []);
    });
    const same = dated.find(
      ({ time, eventClass, modality }) =>
        modality === 'done' &&
        time?.basis === 'explicit' &&
        time.mod === undefined &&
        Math.abs(Number(day.exec(time.timex)?.[1] ?? NaN) - year) === 1 &&
        own.some((each) => isAlike(each.eventClass, eventClass)),
    );
    if (same?.time === undefined || same.time === null || candidate.time === null) continue;
    const known = same.time.timex.slice(0, 4);
    const interval: TimeValue['interval'] = candidate.time.interval === null ? null : [`${known}-01-01`, `${known}-12-31`];
    settled.set(candidate, { ...candidate.time, timex: known, interval, basis: 'narrative' });
  }
  return candidates.map((candidate) => {
    const time = settled.get(candidate);
    return time === undefined ? candidate : { ...candidate, time };
  });
}

/** Characters at the beginning of a sentence, which say whether it goes on to another event. */
const LONG = 60;

const isRounded = (time: Candidate['time']): boolean => time !== null && /^\d{4}$/.test(time.timex) && yearsAgo.test(time.surface);
