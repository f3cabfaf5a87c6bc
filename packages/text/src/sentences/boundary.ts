import { beforeNumberOnly, calendar, isDottedLetters, maybeFinal, neverFinal } from '../abbreviations/abbreviations.ts';
import { titles } from '../abbreviations/titles.ts';
import { sayingVerbs, starters } from './starters.ts';

/** What stands around a possible end of a sentence. */
export interface Candidate {
  /** The run of terminal marks, e.g. "." or "?!". */
  marks: string;
  /** The word right before the marks, without opening brackets or quotes; "" when there is none. */
  before: string;
  /** Reads the word before that one; "" when there is none. */
  beforeThat: () => string;
  /** True when a closing quote or bracket stands after the marks. */
  closed: boolean;
  /** What follows, from its first visible character (opening quotes included), bounded in length. */
  after: string;
}

const upper = /^\p{Lu}/u;
const lower = /^\p{Ll}/u;
/** "iPhone", "eBay", "wikiHow" and web addresses may open a sentence. */
const mixedCase = /^\p{Ll}{1,6}\p{Lu}|^https?:/u;
const digit = /^\p{Nd}/u;
const opening = /^["“„‘'«([{¿¡–—-]+\s*/u;
const monthStart = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const timeZone = /^(?:[ECMP][SD]T|[ECMP]T|GMT|UTC|BST|CET|CEST|IST|JST|KST|AEST)\b/;
const trademark = new Set(['yahoo', 'jeopardy', 'jumbo', 'yum']);

/** True when a sentence ends at the candidate. Each rule answers one kind of word before the mark. */
export function endsSentence(candidate: Candidate): boolean {
  const { marks, closed } = candidate;
  const after = candidate.after.replace(opening, '');
  if (after === '') return true;
  const startsLower = lower.test(after);
  const ellipsis = marks.includes('…') || (marks.length > 1 && !/[!?]/.test(marks));
  if (startsLower && !mixedCase.test(after)) return false;
  if (/[!?]/.test(marks)) return !(closed && saysNext(after)) && !trademark.has(candidate.before.toLowerCase());
  if (ellipsis) return upper.test(after) || digit.test(after) || after !== candidate.after;
  return closed || endsAtFullStop(candidate, after);
}

function endsAtFullStop(candidate: Candidate, after: string): boolean {
  const word = candidate.before;
  const plain = word.toLowerCase();
  if (word === '') return true;
  const next = nextWord(after);
  const nextPlain = next.toLowerCase();
  const number = digit.test(after);
  if (word.length === 1 && word !== plain) return initialEnds(candidate, next);
  if (word.length === 1 && lower.test(word) && (number || calendar.has(nextPlain.slice(0, 3)))) return false;
  if (plain === 'a.m' || plain === 'p.m' || plain === 'am' || plain === 'pm')
    return !calendar.has(nextPlain.slice(0, 3)) && !timeZone.test(after) && !number;
  if (calendar.has(plain) && (calendar.has(nextPlain) || monthStart.test(next))) return false;
  if (calendar.has(plain) && plain !== 'sun' && plain !== 'sat' && plain !== 'mar') return !number && starters.has(nextPlain);
  if (calendar.has(plain) && upper.test(word)) return !number;
  if (beforeNumberOnly.has(plain)) return !number && !/^[IVXLC]+\b/.test(after);
  if (neverFinal.has(plain)) return false;
  if (titles.has(plain) && upper.test(word)) return false;
  if (isDottedLetters(plain) || (maybeFinal.has(plain) && !isOrdinaryWord(word))) return settlesAfterAbbreviation(nextPlain, next, after);
  return true;
}

/** "J. R. R. Tolkien" goes on, "vitamin C. The" ends; the pronoun I always ends. */
function initialEnds(candidate: Candidate, next: string): boolean {
  if (candidate.before === 'I' && /^[^\p{Lu}]/u.test(candidate.beforeThat())) return true;
  return starters.has(next.toLowerCase()) && next.length > 1;
}

/** After "U.S.", "Inc.", "etc.": the next word has to be one that opens sentences, or a title, or an abbreviated one. */
function settlesAfterAbbreviation(nextPlain: string, next: string, after: string): boolean {
  if (digit.test(after)) return false;
  if (starters.has(nextPlain)) return true;
  return titles.has(nextPlain) && after.charAt(next.length) === '.';
}

/** Abbreviations that are also words count as such only with a capital ("Miss.", "Wash.", "Ill.") or never. */
const ordinary = new Set('in no am del miss ill mass wash ore pa la ga mo ark conn pop ed min sec mi st ct co n s e w est'.split(' '));

function isOrdinaryWord(word: string): boolean {
  return ordinary.has(word.toLowerCase()) && !upper.test(word);
}

function nextWord(after: string): string {
  return /^[\p{L}\p{M}]{1,40}/u.exec(after)?.[0] ?? '';
}

/** True for a name and a verb of saying: `"Why?" Ann Lee asked`. */
function saysNext(after: string): boolean {
  const words = after.split(/[\s,.;:!?]+/, 5);
  const verb = words.findIndex((word) => sayingVerbs.has(word.toLowerCase()));
  return verb > 0 && words.slice(0, verb).every((word) => upper.test(word) || word === 'the' || word === 'of');
}
