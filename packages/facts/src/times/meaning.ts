import type { TimeToken } from './lexer.ts';
import type { Unit } from './lexicon.ts';
import type { TimexMod } from './types.ts';

/** A clock reading in minutes of the day; `zone` is an offset such as "-04:00" or "Z", null where none is said or the name leaves it open. */
export interface Clock {
  hour: number;
  minute: number | null;
  second: number | null;
  zone: string | null;
}

/** How a period is pointed at: `last` and `next` count from the document (or, in history, the narrative), `that` from the narrative. */
export type Deixis = 'this' | 'last' | 'next' | 'that' | 'following' | 'previous' | 'last-year' | 'this-year' | 'next-year' | null;

/** What a pattern read, before it is set against a date. Years before Christ are negative. */
export type Meaning =
  | { kind: 'date'; year: number | null; month: number | null; day: number | null; weekday: number | null; deixis: Deixis }
  | { kind: 'season'; season: string; year: number | null; deixis: Deixis }
  | { kind: 'part'; part: 'Q' | 'H'; index: number; year: number | null; fiscal: boolean; deixis: Deixis }
  | { kind: 'fiscal-year'; year: number }
  | { kind: 'decade'; decade: number; hasCentury: boolean; bc: boolean }
  | { kind: 'century'; century: number; bc: boolean }
  | { kind: 'holiday'; name: string; year: number | null; deixis: Deixis }
  | { kind: 'named-day'; offset: number; part: string | null }
  | { kind: 'unit'; unit: Unit; offset: number; base: 'document' | 'narrative' | 'either' }
  | { kind: 'shift'; amount: number | null; unit: Unit; sign: 1 | -1; base: 'document' | 'narrative' }
  | { kind: 'duration'; amount: number | null; unit: Unit; reach: 'past' | 'next' | null; and?: { amount: number; unit: Unit } }
  | { kind: 'week-of'; month: number; day: number; year: number | null }
  | { kind: 'part-of-day'; part: string }
  | { kind: 'clock'; clock: Clock }
  | { kind: 'set'; value: string }
  | { kind: 'reference'; value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' };

/** One reading of tokens [from, to). `part` narrows a day to a part of it. */
export interface Match {
  from: number;
  to: number;
  meaning: Meaning;
  part?: string;
  mod?: TimexMod;
  attributive?: boolean;
  range?: 'begin' | 'end';
}

/** Reads a match that starts at token `at`, or nothing. Each pattern looks at a bounded number of tokens. */
export type Pattern = (tokens: readonly TimeToken[], at: number) => Match | null;
