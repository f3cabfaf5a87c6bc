import type { Span } from './lexer.ts';

/** TIMEX3 types (TimeML 1.2.1). */
export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** TIMEX3 modifiers (attribute `mod`), as far as news uses them. */
export type TimexMod =
  'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'LESS_THAN' | 'MORE_THAN' | 'EQUAL_OR_LESS' | 'EQUAL_OR_MORE';

/**
 * What a resolved value rests on: the phrase itself; an explicit date standing before it (`narrative`); the latest explicit year of a text without a date
 * (`document`); the date of the document (`article-date`); null: not resolved.
 */
export type TimeBasis = 'explicit' | 'narrative' | 'document' | 'article-date' | null;

/** Which way a bare weekday or month is looked for from the date of the document. */
export type Direction = 'past' | 'future';

/** The word that ties a time to its clause: "since 2014", "by the end of May". */
export type TimeRelation = 'at' | 'since' | 'until' | 'by' | 'before' | 'after' | 'from' | 'to' | 'during' | 'within' | null;

/** One temporal expression of a text. Offsets are UTF-16 code units, end exclusive, into the text given. */
export interface TimeMention extends Span {
  surface: string;
  type: TimexType;
  /** TIMEX3 value: "2025-09-12", "XXXX-WXX-2", "P3D", "2025-Q2", "PRESENT_REF", … */
  value: string;
  mod: TimexMod | null;
  /** First and last calendar day (or minute, for clock times) covered, inclusive, local time of the text; null where the value cannot be placed. */
  interval: { from: string; to: string } | null;
  basis: TimeBasis;
  /** The preposition before the expression, classed. */
  relation: TimeRelation;
  /** Part of a range such as "from 3 to 5 May": this mention opens or closes it. */
  range: 'begin' | 'end' | null;
  /** True when the expression only modifies a noun ("former minister", "a three-day visit"): it does not date the clause it stands in. */
  attributive: boolean;
}

/** An explicit or resolved date standing earlier in the text. Years before Christ are negative. */
export interface TimeAnchor {
  year: number;
  month: number | null;
  day: number | null;
  /** Sentences back from the sentence being read (0: the same sentence). */
  age: number;
  /** False once a paragraph break lies between. */
  sameParagraph: boolean;
  /** True where the year stands in the phrase itself. */
  explicit: boolean;
  /** The phrase opens its sentence ("In 2019, ..."), and so dates what follows. */
  opening: boolean;
  /** The phrase tells of what is to come ("until May 2026", "will … in 2030"). */
  future: boolean;
  /** A year in passing ("formed in 2014", "the 2016 election"): it dates its own words only. */
  passing: boolean;
}

/** What a sentence is read against. */
export interface TimeContext {
  /** "YYYY-MM-DD" (longer ISO strings are cut), or null. */
  documentDate: string | null;
  /** Dates read before this sentence, oldest first. */
  earlier: readonly TimeAnchor[];
  /** `history`: the text tells of years long before its own date, and dates without a year follow the narrative. Default `news`. */
  style?: 'news' | 'history';
  /** The latest year named anywhere in the text. It dates a day and month only where a printed weekday agrees with it. */
  latestYear?: number | null;
  /** The text speaks of the weekday after its date as of its own day (it was dated west of the event): that weekday is then tomorrow, not six days ago. */
  tomorrowReached?: boolean;
}
