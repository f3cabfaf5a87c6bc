import type { Entity, ParsedSentence } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import { appositionsOf } from './appositions.ts';
import type { Candidate } from '../extract/candidate.ts';

/** A bare title ("President", "Dr") is a form of address; a role that says of what is a fact. */
const LEAST_WORDS = 2;

const dateline = /\s[-–—]\s/;

/** A role right before the name only says whom the sentence speaks of ("Prime Minister Ann Lee"); a fact is told behind it, or behind a comma. */
function isTitle(text: string, role: string, name: number): boolean {
  return text.slice(Math.max(0, name - role.length - 1), name).trim() === role;
}

/** What the text says its people are: one statement for each person and role, at the first mention whose sentence has the role's words. */
export function findRoles(text: string, sentences: readonly ParsedSentence[], entities: readonly Entity[]): Candidate[] {
  const found: Candidate[] = [];
  const told = new Set<string>();
  for (const [index, sentence] of sentences.entries()) {
    for (const { name, words, start } of appositionsOf(text, sentence)) {
      const key = `${name} ${words}`;
      if (told.has(key)) continue;
      told.add(key);
      found.push(
        stateOf({
          subject: name,
          object: words,
          span: sentence,
          anchor: start,
          slot: `${index}.${start - sentence.start}`,
          confidence: sentence.confidence,
        }),
      );
    }
  }
  for (const entity of entities) {
    if (entity.type !== 'PER') continue;
    for (const [slot, role] of entity.roles.entries()) {
      if (role.split(/\s+/).length < LEAST_WORDS) continue;
      const place = entity.mentions
        .map((mention) => ({ mention, sentence: sentences[mention.sentence] }))
        .find(({ sentence }) => sentence !== undefined && text.slice(sentence.start, sentence.end).includes(role));
      if (place?.sentence === undefined || isTitle(text, role, place.mention.start) || dateline.test(role)) continue;
      const surname = entity.name.slice(entity.name.lastIndexOf(' ') + 1);
      if ([...told].some((known) => known.includes(`${surname} `) && known.includes(role))) continue;
      const { start, end } = place.sentence;
      found.push(
        stateOf({
          subject: entity.name,
          object: role,
          span: { start, end },
          anchor: place.mention.start,
          slot: `${entity.id}.${slot}`,
          confidence: place.mention.confidence,
        }),
      );
    }
  }
  return found;
}

interface State {
  subject: string;
  object: string;
  span: Span;
  anchor: number;
  slot: string;
  confidence: number;
}

/** What somebody or something is. */
function stateOf({ subject, object, span: { start, end }, anchor, slot, confidence }: State): Candidate {
  return {
    type: 'state',
    subject,
    predicate: 'is',
    object,
    recipient: null,
    lemma: 'be',
    eventClass: null,
    place: null,
    time: null,
    statementTime: null,
    quantity: null,
    source: null,
    quote: null,
    modality: 'ongoing',
    polarity: 'positive',
    salience: 'background',
    confidence,
    span: { start, end },
    happened: false,
    beside: false,
    reports: false,
    anchor,
    clause: null,
    rule: 'role',
    slot,
  };
}
