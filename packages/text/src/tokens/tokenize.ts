import { isAbbreviation, isDottedLetters, isEverydayWord } from '../abbreviations/abbreviations.ts';
import { Kind, kindAt } from './characters.ts';
import { cliticSplits } from './clitics.ts';
import { isCurrencyPrefix } from './currency-prefix.ts';
import { keepsHyphen } from './hyphens.ts';
import { addressEnd } from './addresses.ts';
import { numberEnd } from './numbers.ts';
import type { Token } from './token.ts';

/**
 * Cuts a stretch of text into tokens the way the UD English Web Treebank does: "don't" → do n't, "US-led" → US - led, "$5m" → $ 5 m, "U.S." whole.
 * One pass over the characters; offsets count from the start of `text`, also when a part of it is asked for.
 * @param start first code unit to read (default 0)
 * @param end   end of the stretch, exclusive (default: the end of the text)
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  const last = Math.min(end, text.length);
  for (let at = Math.max(0, start); at < last;) {
    if (kindAt(text, at) === Kind.space) {
      at += 1;
      continue;
    }
    let chunkEnd = at;
    let plain = true;
    for (let kind = kindAt(text, at); kind !== Kind.space; kind = kindAt(text, chunkEnd)) {
      plain &&= kind === Kind.letter;
      chunkEnd += 1;
      if (chunkEnd >= last) break;
    }
    if (plain) pushWord(text, at, chunkEnd, tokens);
    else cutChunk(text, at, chunkEnd, chunkEnd >= last, tokens);
    at = chunkEnd;
  }
  return tokens;
}

/** Cuts what stands between two spaces. `isLast`: nothing follows it in the stretch. */
function cutChunk(text: string, start: number, end: number, isLast: boolean, tokens: Token[]): void {
  const mayHoldMail = text.slice(start, end).includes('@');
  for (let at = start; at < end;) {
    const address = addressEnd(text, at, end, mayHoldMail);
    if (address > at) at = push(text, at, address, tokens);
    else if (kindAt(text, at) === Kind.letter) at = pushWord(text, at, wordEnd(text, at, end, isLast), tokens);
    else if (kindAt(text, at) === Kind.digit || startsDecimal(text, at, start, end)) at = push(text, at, numberEnd(text, at, end), tokens);
    else if (startsClitic(text, at, end, tokens)) at = push(text, at, cliticEnd(text, at, end), tokens);
    else at = push(text, at, markEnd(text, at, end), tokens);
  }
}

/** ".5": a full stop before digits, with nothing but an opening mark or a currency sign before it. */
function startsDecimal(text: string, at: number, start: number, limit: number): boolean {
  if (text.charAt(at) !== '.' || at + 1 >= limit || kindAt(text, at + 1) !== Kind.digit) return false;
  return at === start || '([$€£¥-−+~<>='.includes(text.charAt(at - 1));
}

const apostrophes = "'’`´";

/** End of the word that starts at `start`: letters and digits, and the marks that belong inside a word. */
function wordEnd(text: string, start: number, limit: number, isLast: boolean): number {
  let at = start;
  let partStart = start;
  while (at < limit) {
    const kind = kindAt(text, at);
    if (
      kind === Kind.digit &&
      at > start &&
      at - start <= 3 &&
      isCurrencyPrefix(text.slice(start, at), text.charAt(start - 1), text.slice(at, at + 8))
    )
      return at;
    if (kind === Kind.letter || kind === Kind.digit) {
      at += 1;
      continue;
    }
    const char = text.charAt(at);
    const next = at + 1 < limit ? kindAt(text, at + 1) : Kind.space;
    const joins = next === Kind.letter || next === Kind.digit;
    if (char === '.' && joins) {
      at += 1;
      partStart = at;
    } else if (apostrophes.includes(char) && next === Kind.letter) at += 1;
    else if (char === '_' || (char === '&' && joins && isUpper(text.charAt(at - 1)) && isUpper(text.charAt(at + 1)))) at += 1;
    else if (char === '-' && joins && keepsHyphen(text.slice(partStart, at), wordAfter(text, at + 1, limit))) {
      at += 1;
      partStart = at;
    } else break;
  }
  if (
    text.charAt(at) === '.' &&
    at < limit &&
    keepsFullStop(text.slice(start, at), isLast && at + 1 >= limit) &&
    !isPlainWord(text, start, at)
  )
    at += 1;
  return at;
}

/** True when the full stop after `word` belongs to it. `final`: it is the last character of the stretch. */
function keepsFullStop(word: string, final: boolean): boolean {
  if (word.length === 1) return isUpper(word) && !final;
  if (isDottedLetters(word)) return !final || (word !== word.toLowerCase() && word.length === 3);
  return !final && isAbbreviation(word.toLowerCase());
}

/** "no.", "in.", "art." are abbreviations only beside a number; with a capital or elsewhere they are words at the end of a clause. */
function isPlainWord(text: string, start: number, stop: number): boolean {
  if (!isEverydayWord(text.slice(start, stop))) return false;
  const after = /^\s?\d/.test(text.slice(stop + 1, stop + 3));
  return !after && !/\d\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

function wordAfter(text: string, start: number, limit: number): string {
  let at = start;
  while (at < limit && kindAt(text, at) === Kind.letter) at += 1;
  return text.slice(start, at);
}

function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

/** Pushes a word, cut into its syntactic parts. */
function pushWord(text: string, start: number, end: number, tokens: Token[]): number {
  let at = start;
  if (end - start <= longestFused) for (const length of cliticSplits(text.slice(start, end))) at = push(text, at, at + length, tokens);
  return push(text, at, end, tokens);
}

/** What is longer holds no clitic: it is no word. */
const longestFused = 40;

function push(text: string, start: number, end: number, tokens: Token[]): number {
  tokens.push({ start, end, text: text.slice(start, end) });
  return end;
}

/** True for an apostrophe right after another token that opens a clitic: "Corp.'s", "1990's", "(BBC)'s". */
function startsClitic(text: string, at: number, limit: number, tokens: readonly Token[]): boolean {
  return apostrophes.includes(text.charAt(at)) && tokens.at(-1)?.end === at && cliticEnd(text, at, limit) > at;
}

function cliticEnd(text: string, at: number, limit: number): number {
  const tail = wordAfter(text, at + 1, limit);
  return /^(?:s|m|d|re|ve|ll)$/i.test(tail) ? at + 1 + tail.length : at;
}

const runs = ".-!?*=+~_#<>'`—–,…。！？•·|";

/** End of a mark: one character, or a run of the same mark ("...", "--"), or of ! and ?. */
function markEnd(text: string, start: number, limit: number): number {
  const first = text.charAt(start);
  let at = start + 1;
  if (!runs.includes(first)) return at;
  const exclaims = first === '!' || first === '?';
  while (at < limit && (text.charAt(at) === first || (exclaims && '!?'.includes(text.charAt(at))))) at += 1;
  return at;
}
