import type { Mention, Quantity } from '@copydesk/contracts';
import type { Span } from '@copydesk/text';

/** A statement on its way to become a mention: everything but its ids and its evidence, which follow from the span. */
export type Candidate = Omit<Mention, 'id' | 'articleId' | 'revision' | 'evidence' | 'extractor'> & {
  /** The words it is read from, in the article's text. */
  span: Span;
  /** Offset of the word that carries it (the predicate's head, the number): says whose words it stands in. */
  anchor: number;
  /** Says nothing but that somebody says something: its object is a clause, or it has none. */
  reports: boolean;
  /** Tells in the past tense what happened to others than the speaker: told though a quotation says it word for word. */
  happened: boolean;
  /** Of a number: it only modifies or stands beside what its phrase is about ("the 12-member board", "into the sea 200 km off the coast"). */
  beside: boolean;
  /** Offset of the head of the clause it stands in; null outside any. */
  clause: number | null;
  /** How many it is told of, of an event that is no statement of a number: published as its quantity. */
  tally?: Quantity | null;
  /** Which rule made it, and which of the rule's results it is: part of the mention's id. */
  rule: string;
  slot: string;
};

/** A candidate that was not published, and why: counted and listed, never silently lost. */
export interface Refusal {
  span: Span;
  /** Index of the sentence it was read from. */
  sentence: number;
  rule: string;
  reason: RefusalReason;
  detail: string;
}

/**
 * `quoted`: a quotation says the same word for word; `reports-only`: it only says that somebody speaks; `counts-the-speaker`: its number counts who speaks; `repeats-another`:
 * another mention says it; `heading`, `embedded-post`: the article shows it and does not tell it; `own-voice`: the writer
 * speaks in person, or to the reader; the others are faults that the verifier found.
 */
export type RefusalReason =
  | 'number-not-in-evidence'
  | 'quote-not-in-evidence'
  | 'speaker-not-in-text'
  | 'empty'
  | 'repeats-another'
  | 'quoted'
  | 'reports-only'
  | 'counts-the-speaker'
  | 'heading'
  | 'embedded-post'
  | 'own-voice';
