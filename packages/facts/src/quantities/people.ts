import { comparatorBefore } from '@copydesk/text';
import type { Counted, Words } from './candidate.ts';
import { lowerAt, textAt } from './candidate.ts';

/** Participles and adjectives that count people by themselves: "58 killed", "five dead", "12 missing". */
export const peopleStates: ReadonlySet<string> = new Set(
  'killed dead wounded injured hurt missing arrested detained hospitalized hospitalised displaced homeless stranded unaccounted feared infected sickened evacuated rescued died drowned perished charged'.split(
    ' ',
  ),
);
const fillers: ReadonlySet<string> = new Set(['more', 'others', 'other', 'additional', 'further']);
const auxiliaries: ReadonlySet<string> = new Set([
  'were',
  'was',
  'are',
  'is',
  'have',
  'had',
  'has',
  'been',
  'being',
  'remain',
  'remained',
  'reported',
  'confirmed',
  'still',
  'also',
  'others',
]);
/** Verbs whose bare number of objects are people: "killing at least 13". */
const harms: ReadonlySet<string> = new Set(
  'kill kills killed killing injure injures injured injuring wound wounds wounded wounding hurt hurting arrest arrested arresting detain detained detaining hospitalized hospitalised displaced displacing'.split(
    ' ',
  ),
);

/** People told by what happened to them, after the number: "nine more wounded", "527 were injured". */
export function peopleAfter(words: Words, from: number): Counted | undefined {
  let at = fillers.has(lowerAt(words, from)) ? from + 1 : from;
  while (at < from + 4 && auxiliaries.has(lowerAt(words, at))) at += 1;
  return peopleStates.has(lowerAt(words, at)) ? asPeople(words, at) : undefined;
}

/** People told by the verb before the number, where nothing is counted after it: "killing at least 13 before fleeing". */
export function peopleBefore(words: Words, at: number): Counted | undefined {
  const lead = comparatorBefore(words.tokens, at)?.tokenStart ?? at;
  return harms.has(lowerAt(words, lead - 1)) ? asPeople(words, lead - 1) : undefined;
}

function asPeople(words: Words, at: number): Counted {
  return { tokenStart: at, tokenEnd: at + 1, head: 'person', singular: 'person', phrase: textAt(words, at) };
}
