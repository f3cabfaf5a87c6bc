import type { NameType } from '../names/name-classes.ts';

/** One place where an entity is mentioned. Offsets are UTF-16 code units into the text, token indexes within the sentence, ends exclusive. */
export interface EntityMention {
  sentence: number;
  start: number;
  end: number;
  tokenStart: number;
  tokenEnd: number;
  kind: 'name' | 'pronoun' | 'description';
  /** How sure it is that this mention means the entity, 0…1. */
  confidence: number;
}

/** What a text names, with everything it calls it. */
export interface Entity {
  /** Position in the text's list of entities. */
  id: number;
  /** The fullest form of the name in the text, without title. */
  name: string;
  type: NameType;
  /** Every form in the text, the fullest first. */
  aliases: string[];
  /** Titles and roles given to a person, as written ("finance minister"), in order of appearance. */
  roles: string[];
  gender?: 'female' | 'male';
  mentions: EntityMention[];
}
