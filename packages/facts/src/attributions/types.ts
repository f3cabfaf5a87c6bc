import type { Entity, ParsedSentence } from '@copydesk/language';
import type { Span } from '@copydesk/text';

export type Directness = 'direct' | 'mixed' | 'indirect';

/** What a cue does with the words it reports. */
export type CueClass =
  | 'say'
  | 'announce'
  | 'confirm'
  | 'deny'
  | 'warn'
  | 'claim'
  | 'predict'
  | 'promise'
  | 'demand'
  | 'accuse'
  | 'praise'
  | 'oppose'
  | 'describe'
  | 'report'
  | 'ask'
  | 'decline'
  | 'quote'
  | 'think'
  | 'want'
  | 'agree';

/**
 * Classes whose content somebody said or wrote. The others tell of a stance or an act towards it (wanting, agreeing, declining, praising, opposing, attacking): what stands in their
 * content is not thereby reported.
 */
export const speechClasses: ReadonlySet<CueClass> = new Set([
  'say',
  'announce',
  'confirm',
  'deny',
  'warn',
  'claim',
  'predict',
  'promise',
  'report',
  'ask',
  'quote',
  'think',
  'describe',
]);

/** The sort of a source; the names are those of the fact model. */
type SpeakerKind = 'named' | 'anonymous' | 'organisation' | 'document' | 'outlet';

export interface Speaker {
  /** Full name as the article gives it earliest, or null for anonymous sources and bare roles. */
  name: string | null;
  /** "interior minister", "spokesman for the city"; null where none is said. */
  role: string | null;
  organisation: string | null;
  anonymous: boolean;
  number: 'one' | 'many';
  kind: SpeakerKind;
}

/** One report of what somebody said, wrote, thinks or wants. Offsets are UTF-16 code units into the article's text. */
export interface Attribution {
  /** From the first to the last character of what is reported; a cue that interrupts a quotation lies inside. */
  content: Span;
  source: Span | null;
  cue: Span | null;
  /** Lemma of the cue ("say", "according to"); null where the layout alone attributes. */
  cueLemma: string | null;
  cueClass: CueClass | null;
  direct: Directness;
  /** null: unattributed, or nobody in the text that a pronoun could stand for. */
  speaker: Speaker | null;
  /** Agencies, newspapers, broadcasters and platforms the words came through, apart from the speaker. */
  via: string[];
  /** The quotations inside the content, with their marks. */
  quoteSpans: Span[];
  /** Index of the attribution whose content holds this one (a report of a report), else null. */
  within: number | null;
}

/** What attributions are read from. Without parses, only cues that need none are used. */
export interface AttributionInput {
  text: string;
  sentences: readonly Span[];
  parses?: readonly ParsedSentence[];
  /** Names of the article with their genders, as the language package links them; they tell "he" from "she". */
  entities?: readonly Entity[];
  /** Agency the article is credited to; left out, it is read off the text; null where it has none. */
  credit?: string | null;
}
