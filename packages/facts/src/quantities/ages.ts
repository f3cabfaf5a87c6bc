import { unitOf } from '@copydesk/text';
import type { NumberMention, Unit } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { hyphenAt, lowerAt, textAt } from './candidate.ts';
import { isPlural } from './singular.ts';
import { base } from './scale-letters.ts';

const ageUnits: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day']);

/** Turns a span of time into an age: "25-year-old", "50 year-old man", "25 years old", "six months of age". */
export function withAge(words: Words, measured: Candidate): Candidate | undefined {
  if (measured.unit === undefined || !ageUnits.has(measured.unit.name)) return undefined;
  const at = hyphenAt(words, measured.tokenEnd) ? measured.tokenEnd + 1 : measured.tokenEnd;
  const old = lowerAt(words, at) === 'old' || lowerAt(words, at) === 'olds';
  const ofAge = lowerAt(words, at) === 'of' && lowerAt(words, at + 1) === 'age';
  if (!old && !ofAge) return undefined;
  return { ...measured, tokenEnd: old ? at + 1 : at + 2, unit: asAge(measured.unit) };
}

function asAge(unit: Unit): Unit {
  return { ...unit, name: `${unit.name} of age`, unitClass: 'age' };
}

/** "Maria Lopez, 25, said", "Maria Lopez (25)", "aged 6", "over the age of 21", "she will be 35". */
export function readAge(words: Words, number: NumberMention): Candidate | undefined {
  const { value } = number;
  const year = unitOf('yr');
  if (
    year === undefined ||
    value === null ||
    !Number.isInteger(value) ||
    value < 0 ||
    value > 120 ||
    number.kind !== 'cardinal' ||
    number.scale !== 1
  )
    return undefined;
  const told = isLed(words, number) || isApposed(words, number) || isBracketed(words, number) || isPredicate(words, number);
  return told ? { ...base(number), unit: asAge(year) } : undefined;
}

/** Tokens of a list of ages, at most. */
const LONG_LIST = 10;

/** "adults over 65", "children under 5". */
const persons: ReadonlySet<string> = new Set(
  'adults people men women those children anyone everyone residents voters patients drivers kids girls boys workers citizens pensioners'.split(
    ' ',
  ),
);

function isLed(words: Words, { tokenStart: start }: NumberMention): boolean {
  const before = lowerAt(words, start - 1);
  if (/^(?:over|under|above|below)$/.test(before) && persons.has(lowerAt(words, start - 2))) return true;
  return (
    before === 'aged' ||
    before === 'age' ||
    before === 'ages' ||
    isListed(words, start) ||
    ((before === 'of' || before === 'between') && /^(?:age|ages|aged)$/.test(lowerAt(words, start - 2)))
  );
}

/** "aged 6 and 9", "aged 6, 8 and 10", but "aged 6 and 9 nurses" counts nurses. */
function isListed(words: Words, start: number): boolean {
  if (!/^(?:,|and|or|to)$/.test(lowerAt(words, start - 1)) || isPlural(lowerAt(words, start + 1))) return false;
  let at = start - 1;
  while (at > start - LONG_LIST && /^(?:,|and|or|to|\d{1,3})$/.test(lowerAt(words, at))) at -= 1;
  return /^(?:aged|ages)$/.test(lowerAt(words, at)) && /^\d/.test(lowerAt(words, at + 1));
}

const capitalised = /^\p{Lu}[\p{L}.’'-]+$/u;
/** Words that stand before places and days, and words that are no names though written with a capital. */
const noPerson: ReadonlySet<string> = new Set(
  (
    'in on at the of from to near a an into until outside around across between since through off over january february march april june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday lotto numbers pages verses section article but and for with by as than'
  ).split(' '),
);
const joiners: ReadonlySet<string> = new Set(['and', 'but', 'for', 'with', 'by', 'as', 'than', 'or']);

/** A name, then the number between commas; a single name only at the start of the sentence. */
function isApposed(words: Words, number: NumberMention): boolean {
  const { tokenStart: start, tokenEnd: end, value } = number;
  if (number.form !== 'digits' || textAt(words, start - 1) !== ',' || !/^[,.;)]$/.test(textAt(words, end))) return false;
  const name = textAt(words, start - 2);
  const before = textAt(words, start - 3);
  if (/^\d/.test(textAt(words, end + 1)) || !capitalised.test(name) || noPerson.has(name.toLowerCase())) return false;
  if (before === ',') return true;
  if (before === '' || !/^\p{Lu}/u.test(before))
    return (value ?? 0) >= 16 && (joiners.has(before) || (/^(?:|\p{Ll}{3,}|[;“"])$/u.test(before) && !noPerson.has(before)));
  return !noPerson.has(before.toLowerCase());
}

function isBracketed(words: Words, { tokenStart: start, tokenEnd: end, value, form }: NumberMention): boolean {
  if (form !== 'digits' || textAt(words, start - 1) !== '(' || textAt(words, end) !== ')' || (value ?? 0) < 16) return false;
  return capitalised.test(textAt(words, start - 2)) && capitalised.test(textAt(words, start - 3));
}

/** "He is 35", "who turned 18 in May", "she will be 35 by then": a person, a form of being, the bare number. */
function isPredicate(words: Words, { tokenStart: start, tokenEnd: end, value }: NumberMention): boolean {
  if ((value ?? 0) < 5 || !/^(?:[.,;]|in|on|by|when|at|this|next|last|and|today|)$/.test(lowerAt(words, end))) return false;
  const verb = lowerAt(words, start - 1);
  const subject = lowerAt(words, verb === 'be' ? start - 3 : start - 2);
  return /^(?:is|was|be|turns|turned|'s|’s|'m|am)$/.test(verb) && /^(?:he|she|i|who)$/.test(subject);
}
