import type { NameType } from './names/name-classes.ts';

/** A token of a parsed sentence. Offsets are UTF-16 code units into the text given, end exclusive. */
export interface ParsedToken {
  start: number;
  end: number;
  text: string;
  /** Universal part of speech. */
  upos: string;
  /** Penn Treebank tag. */
  xpos: string;
  lemma: string;
  /** Index of the head within the sentence; −1 for the root. */
  head: number;
  /** Universal Dependencies relation to the head, with subtype ("nsubj:pass"). */
  relation: string;
  /** How sure the attachment is, 0…1. */
  confidence: number;
}

/** A name found in a sentence; token indexes are within the sentence, end exclusive. */
export interface NameMention {
  start: number;
  end: number;
  tokenStart: number;
  tokenEnd: number;
  type: NameType;
  /** How sure the recogniser is of the span and type, 0…1. */
  confidence: number;
}

export interface ParsedSentence {
  start: number;
  end: number;
  tokens: ParsedToken[];
  names: NameMention[];
  /** Mean confidence of the attachments, 0…1; 0 for an empty sentence. */
  confidence: number;
}
