import type { ParsedToken } from '../parsed-sentence.ts';
import { afterPlaceWord } from './built-names.ts';
import { nameTypes } from './name-classes.ts';
import type { FoundName, NameLine } from './name-line.ts';
import { unitHeads } from './organisation-words.ts';
import { isTitle } from './titles.ts';

const person = nameTypes.indexOf('PER');
const place = nameTypes.indexOf('LOC');
const organisation = nameTypes.indexOf('ORG');
const capital = /^\p{Lu}/u;
const office = /^(?:State|Defen[cs]e|War|Interior|Treasury|Commerce|Lab[ou]+r|Education|Energy|Health|Agriculture|Transportation)$/;
const rank = /^(?:Prime|Vice|Deputy|Foreign|Defen[cs]e|Interior|Finance|Assistant|Acting)$/;

/**
 * Takes titles out of names, in place: "Army Gen. Ann Lee" is an army and a person, "Secretary of State Ann Lee" a person; and a supposed person
 * right after a word that only places follow ("near") is a place.
 * @param isGivenName whether a token is listed as a given name
 */
export function partTitles(tokens: readonly ParsedToken[], line: NameLine, isGivenName: (token: number) => boolean): void {
  for (const found of line.list()) {
    const name = withoutOffice(tokens, line, found);
    if (name === undefined) continue;
    const title = lastTitle(tokens, name);
    if (title !== undefined && endsInPerson(name, title, isGivenName)) partAt(tokens, line, name, title);
    else if (name.type === person && isTitleOnly(tokens, name)) line.remove(name);
    else if (name.type === person && afterPlaceWord(tokens, name.start)) line.put({ ...name, type: place });
  }
}

/** "The Prime Minister", "a former President" are nobody's names; "King said" may be. */
function isTitleOnly(tokens: readonly ParsedToken[], { start, end }: FoundName): boolean {
  const { text: before = '', upos = '' } = tokens[start - 1] ?? {};
  const described = end - start > 1 || /^(?:DET|ADJ|PRON|PART)$/.test(upos) || rank.test(before) || isTitle(before);
  return (
    described && isTitle(tokens[end - 1]?.text ?? '') && tokens.slice(start, end - 1).every(({ text }) => isTitle(text) || rank.test(text))
  );
}

/** Whether what stands after a title is a person: the name was taken for one, or it is a given name and another word. */
function endsInPerson({ start, end, type }: FoundName, title: number, isGivenName: (token: number) => boolean): boolean {
  return (type === person && !isGivenName(start)) || (end - title === 3 && isGivenName(title + 1));
}

/** "State Ann Lee" after "Secretary of" is Ann Lee; "State" alone is no name there. */
function withoutOffice(tokens: readonly ParsedToken[], line: NameLine, name: FoundName): FoundName | undefined {
  const after = tokens[name.start - 1]?.text === 'of' && /^secretar/i.test(tokens[name.start - 2]?.text ?? '');
  if (!after || !office.test(tokens[name.start]?.text ?? '')) return name;
  line.remove(name);
  if (name.end - name.start === 1) return undefined;
  const rest = { ...name, start: name.start + 1, type: person };
  line.put(rest);
  return rest;
}

/** Leaves the person after a title, and before it an organisation if the words are one. */
function partAt(tokens: readonly ParsedToken[], line: NameLine, name: FoundName, title: number): void {
  line.remove(name);
  line.put({ ...name, start: title + 1, type: person });
  let end = name.start;
  while (end < title && !isTitle(tokens[end]?.text ?? '')) end++;
  if (unitHeads.has(tokens[end - 1]?.text.toLowerCase() ?? '') && end > name.start) line.put({ ...name, end, type: organisation });
}

/** The last title within a name that has only words of a name after it. */
function lastTitle(tokens: readonly ParsedToken[], { start, end }: FoundName): number | undefined {
  for (let i = end - 2; i >= start; i--) {
    const after = tokens[i + 1]?.text ?? '';
    if (!capital.test(after) && !/^(?:al|el|de|van|von|bin|der|-)$/.test(after)) return undefined;
    if (isTitle(tokens[i]?.text ?? '')) return i;
  }
  return undefined;
}
