import type { NameType } from '../names/name-classes.ts';
import { nameForm, type NameForm } from './name-form.ts';
import { sameGivenName } from './nicknames.ts';
import type { SpokenWord } from './spoken-word.ts';

/** What is known of the two names beside their letters. */
export interface NameContextHint {
  /** The type of both; without it only what holds for every type counts. */
  type?: NameType;
  /** Main names of a place under which a spelling is listed ("Kiev" → "Kyiv"); a shared one makes two spellings the same place. */
  placeNames?: (plain: string) => readonly string[];
}

/**
 * True when two names are spellings of one: case, accents, titles, legal forms, acronyms, initials, everyday given names, and
 * transliteration of persons' and organisations' names ("Gaddafi", "Qadhafi"). Names of two words or more must agree in every part they both have.
 */
export function sameName(a: string, b: string, hint: NameContextHint = {}): boolean {
  const [x, y] = [nameForm(a), nameForm(b)];
  return sameForm(x, y, hint.type) || (hint.type === 'LOC' && samePlace(x, y, hint));
}

/** The same without a list of places. */
export function sameForm(x: NameForm, y: NameForm, type: NameType | undefined): boolean {
  if (x.plain === '' || y.plain === '') return false;
  if (x.joined === y.joined) return true;
  if (type === 'LOC') return false;
  if (type === 'PER') return samePerson(x.parts, y.parts);
  if (x.isAcronymOf(y) || y.isAcronymOf(x) || x.core === y.core) return true;
  return type === 'ORG' && sameSpelling(x.coreWords, y.coreWords);
}

function samePlace(x: NameForm, y: NameForm, { placeNames }: NameContextHint): boolean {
  if (placeNames === undefined || x.plain === '' || y.plain === '') return false;
  return placeNames(x.plain).some((n) => placeNames(y.plain).includes(n));
}

function samePerson(p: readonly SpokenWord[], q: readonly SpokenWord[]): boolean {
  const [s, t] = [p.at(-1), q.at(-1)];
  if (s === undefined || t === undefined) return p.length === q.length;
  if (!s.isLike(t, p.length > 1 && q.length > 1 ? 1.5 : 1)) return false;
  // A surname alone is the same spelling at most, not the same person: it is for the caller to know whom the text means.
  if (p.length === 1 || q.length === 1) return p.length === q.length;
  return compatibleGiven(p[0] as SpokenWord, q[0] as SpokenWord);
}

function compatibleGiven(a: SpokenWord, b: SpokenWord): boolean {
  if (a === b || sameGivenName(a.text, b.text)) return true;
  if (a.text.length === 1 || b.text.length === 1) return a.text.charAt(0) === b.text.charAt(0);
  return a.isLike(b, 1.5);
}

function sameSpelling(p: readonly SpokenWord[], q: readonly SpokenWord[]): boolean {
  return p.length === q.length && p.every((w, i) => w.isLike(q[i] as SpokenWord, 1));
}
