import type { NameType } from '../names/name-classes.ts';
import { isTitle } from '../names/titles.ts';
import { soundDistance } from './edit-distance.ts';
import { keptPlainName, skeletonOf, soundOf } from './name-key.ts';
import { sameGivenName } from './nicknames.ts';
import { coreOfOrganisation, isAcronymOf } from './organisation-name.ts';
import { remembering } from './remembering.ts';

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
  const [x, y] = [keptPlainName(a), keptPlainName(b)];
  if (x === '' || y === '') return false;
  if (joined(x) === joined(y)) return true;
  if (hint.type === 'LOC') return samePlace(x, y, hint);
  if (hint.type !== 'PER' && (isAcronymOf(a, b) || isAcronymOf(b, a))) return true;
  if (hint.type !== 'PER' && coreOfOrganisation(x) === coreOfOrganisation(y)) return true;
  if (hint.type === 'PER') return samePerson(x, y);
  return hint.type === 'ORG' && sameSpelling(coreOfOrganisation(x), coreOfOrganisation(y), 1);
}

/** A plain name without article and blanks. */
const joined = remembering((plain: string): string => plain.replace(/^the /, '').replaceAll(' ', ''));

function samePlace(x: string, y: string, hint: NameContextHint): boolean {
  const names = hint.placeNames;
  return names !== undefined && names(x).some((n) => names(y).includes(n));
}

function samePerson(x: string, y: string): boolean {
  const [p, q] = [nameParts(x), nameParts(y)];
  const [s, t] = [p.at(-1) ?? '', q.at(-1) ?? ''];
  if (!similarWord(s, t, p.length > 1 && q.length > 1 ? 1.5 : 1)) return false;
  const [g, h] = [p.slice(0, -1), q.slice(0, -1)];
  // A surname alone is the same spelling at most, not the same person: it is for the caller to know whom the text means.
  if (g.length === 0 || h.length === 0) return g.length === h.length;
  return compatibleGiven(g[0] as string, h[0] as string);
}

/** The parts of a person's plain name, without titles and "junior". */
const nameParts = remembering((plain: string): readonly string[] => {
  const words = plain.split(' ').filter((w, i, all) => !(isTitle(w) && i < all.length - 1) && !/^(?:jr|sr|ii|iii|iv)$/.test(w));
  // Articles of Arabic surnames belong to the word that follows: "al assad" is one part.
  return words.reduce<string[]>((parts, w, i) => {
    if (i > 0 && /^(?:al|el|ul|ad|as|ash|an|ar)$/.test(words[i - 1] as string)) parts[parts.length - 1] = w;
    else parts.push(w);
    return parts;
  }, []);
});

function compatibleGiven(a: string, b: string): boolean {
  if (a === b || sameGivenName(a, b)) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  return similarWord(a, b, 1.5);
}

const plainLetters = /^[a-z]+$/;

function similarWord(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || !plainLetters.test(a) || !plainLetters.test(b)) return false;
  const [x, y] = [spoken(a), spoken(b)];
  if (x.skeleton !== y.skeleton) return false;
  return soundDistance(x.sound, y.sound) <= Math.min(most, Math.min(x.sound.length, y.sound.length) / 4);
}

/** How a plain word sounds, with g and k as one where they stand first, and the consonants of it. */
const spoken = remembering((word: string): { sound: string; skeleton: string } => {
  const sound = soundOf(word);
  return { sound: sound.replace(/^g/, 'k'), skeleton: skeletonOf(sound) };
});

function sameSpelling(x: string, y: string, most: number): boolean {
  const [p, q] = [x.split(' '), y.split(' ')];
  return p.length === q.length && p.every((w, i) => similarWord(w, q[i] as string, most));
}
