import { comparatorBefore } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { hyphenAt, lowerAt } from './candidate.ts';
import { isWord } from './counted.ts';
import { spanOf } from './spans.ts';

const determiners: ReadonlySet<string> = new Set('the a an its their his her our my your this that these those all'.split(' '));
const attributiveLeads: ReadonlySet<string> = new Set('a an the its their his her our my this that another'.split(' '));
/** Common verbs in the past, which end a phrase that no mark ends: "a 6.4-magnitude quake struck". */
const pastVerbs: ReadonlySet<string> = new Set(
  'came fell hit rose grew left won lost took made went began ran led struck drew saw broke held sent cost kept gave met passed ended began followed killed shook occurred hurt meant gives comes'.split(
    ' ',
  ),
);
const longest = 5;

/**
 * What a quantity with a unit measures, as the words around it say: "25 % of its revenue" → revenue, "an altitude of 770 km" → altitude, "a $500 million contract" → contract;
 * "" where they do not. Read off the surface; a caller with a parse can do better.
 */
export function measuredThing(words: Words, candidate: Candidate): string {
  return thingAfter(words, candidate.tokenEnd) || thingBefore(words, candidate) || attributedThing(words, candidate);
}

/** The words after "of". */
function thingAfter(words: Words, at: number): string {
  if (lowerAt(words, at) !== 'of') return '';
  const from = determiners.has(lowerAt(words, at + 1)) ? at + 2 : at + 1;
  return textOf(words, from, endOfWords(words, from));
}

/** The words before "of" and the number. */
function thingBefore(words: Words, candidate: Candidate): string {
  const lead = leadOf(words, candidate);
  if (lowerAt(words, lead - 1) !== 'of') return '';
  let from = lead - 1;
  while (from > 0 && from > lead - 1 - longest && isWord(words, from - 1) && !hyphenAt(words, from - 2)) from -= 1;
  return textOf(words, from, lead - 1);
}

/** The words right after a quantity that stands between an article and a noun. */
function attributedThing(words: Words, candidate: Candidate): string {
  if (!attributiveLeads.has(lowerAt(words, leadOf(words, candidate) - 1))) return '';
  return textOf(words, candidate.tokenEnd, endOfWords(words, candidate.tokenEnd));
}

function leadOf(words: Words, candidate: Candidate): number {
  return comparatorBefore(words.tokens, candidate.tokenStart)?.tokenStart ?? candidate.tokenStart;
}

function endOfWords(words: Words, from: number): number {
  let end = from;
  while (end < from + longest && isWord(words, end) && !(end > from && pastVerbs.has(lowerAt(words, end)))) end += 1;
  return end;
}

function textOf(words: Words, from: number, to: number): string {
  if (to <= from) return '';
  const { start, end } = spanOf(words, from, to);
  return words.text.slice(start, end);
}
