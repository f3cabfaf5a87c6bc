import { readLenient } from './lenient.ts';
import { readStrict } from './strict.ts';

/** A moment of a feed, with how much of it the feed really said. */
export interface FeedDate {
  /** ISO 8601 in UTC, to the second: `2003-12-31T10:14:55Z`. What the precision leaves open stands at its start. */
  iso: string;
  precision: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
  /** `assumed-utc`: a time without a zone. Always so for a day or less. */
  zone: 'given' | 'assumed-utc';
  /** Not in a form that RFC 822 or RFC 3339 know, or contradicting itself in its weekday. */
  lenient: boolean;
}

const maxLength = 120;

/**
 * Reads a date as feeds write them: first the forms of RFC 822/2822/5322 and of RFC 3339 / W3CDTF / ISO 8601, then looser ones: month names of many
 * languages, numeric dates whose order is beyond doubt, `14h30`, am/pm, epoch seconds. Depends on no clock and no local zone.
 * @returns undefined for what cannot be read without guessing: `03/04/2020`, 31 June, 25:99, a zone that names no
 * single offset (`IST`), placeholders such as year 1 or the epoch itself.
 */
export function readFeedDate(raw: string): FeedDate | undefined {
  const trimmed = raw.trim();
  if (trimmed === '' || trimmed.length > maxLength) return undefined;
  const strict = readStrict(trimmed);
  if (strict !== undefined) return strict;
  const text = trimmed
    .normalize('NFKC')
    .replace(/[\s\u200E\u200F]+/g, ' ')
    .trim();
  return readStrict(text) ?? readLenient(text);
}
