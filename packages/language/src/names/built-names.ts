import type { ParsedToken } from '../parsed-sentence.ts';
import { nameTypes } from './name-classes.ts';
import type { NameLine, TokenSpan } from './name-line.ts';
import { tokenKind } from './token-kind.ts';
import { isTitle } from './titles.ts';

const person = nameTypes.indexOf('PER');
const place = nameTypes.indexOf('LOC');
/** Lead given to a name that its build or the words before it tell. */
const builtMargin = 300;
const longestName = 6;
const capital = /^\p{Lu}/u;
const particle = /^(?:al|el|bin|ibn|bint|ben|abu|ould)$/i;
const initial = /^\p{Lu}\.$/u;
/** Words that only places follow. */
const nearPlace = /^(?:near|outside|throughout|northern|southern|eastern|western)$/i;
const settlement = /^(?:villages?|towns?|city|cities|district|province|port|suburb|neighbou?rhood|island|governorate|municipality)$/;

/** True when a word may tell of a name that the recogniser passes over: a particle, an initial, or a word before places. */
export function startsBuiltName(word: string): boolean {
  // "throughout" is the longest of them.
  if (word.length > 10) return false;
  return word === 'of' || particle.test(word) || initial.test(word) || nearPlace.test(word);
}

/** True after "near" and the like, or "the town of". */
export function afterPlaceWord(tokens: readonly ParsedToken[], start: number): boolean {
  const before = tokens[start - 1]?.text ?? '';
  return nearPlace.test(before) || (before === 'of' && settlement.test(tokens[start - 2]?.text ?? ''));
}

/**
 * Adds names that the recogniser passed over, in place: persons whose build tells them ("Bashar al-Assad", "Isiah L. Booker") and places after
 * words that only places follow ("near Dayr Az Zawr"). A name that stands there stays.
 * @param kinds of the tokens (token-kind.ts)
 */
export function addBuiltNames(tokens: readonly ParsedToken[], line: NameLine, kinds: ArrayLike<number>): void {
  for (let i = 1; i < tokens.length; i++) {
    const built = ((kinds[i] as number) & tokenKind.built) !== 0;
    const after = ((kinds[i - 1] as number) & tokenKind.built) !== 0;
    const found = (built ? builtPerson(tokens, i) : undefined) ?? (after ? placeAfter(tokens, i) : undefined);
    if (found === undefined || line.within(found.start, found.end).length > 0) continue;
    const type = afterPlaceWord(tokens, found.start) ? place : person;
    line.put({ ...found, type, margin: builtMargin });
    i = found.end - 1;
  }
}

/** The name around a particle or an initial at a token. */
function builtPerson(tokens: readonly ParsedToken[], i: number): TokenSpan | undefined {
  const text = tokens[i]?.text ?? '';
  const isParticle = particle.test(text);
  if (!isParticle && !initial.test(text)) return undefined;
  const next = isParticle && tokens[i + 1]?.text === '-' ? i + 2 : i + 1;
  if (!isNameWord(tokens[i - 1]) || !isNameWord(tokens[next]) || initial.test(tokens[next]?.text ?? '')) return undefined;
  let start = i - 1;
  while (start > 0 && i - start < longestName && isNameWord(tokens[start - 1])) start--;
  return { start, end: runEnd(tokens, next) };
}

/** The capitalised words after "near" or "the town of", unless they describe a noun or are an acronym ("near NATO positions"). */
function placeAfter(tokens: readonly ParsedToken[], i: number): TokenSpan | undefined {
  const first = tokens[i];
  if (!isNameWord(first) || !afterPlaceWord(tokens, i) || /^\p{Lu}+$/u.test(first.text)) return undefined;
  const end = runEnd(tokens, i);
  return tokens[end]?.upos === 'NOUN' ? undefined : { start: i, end };
}

function runEnd(tokens: readonly ParsedToken[], from: number): number {
  let end = from + 1;
  while (end - from < longestName && isNameWord(tokens[end])) end++;
  return end;
}

function isNameWord(token: ParsedToken | undefined): token is ParsedToken {
  return token?.upos === 'PROPN' && capital.test(token.text) && !isTitle(token.text);
}
