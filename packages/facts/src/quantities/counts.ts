import { comparatorAfter, findNumbersIn, unitByWord } from '@copydesk/text';
import type { NumberMention } from '@copydesk/text';
import type { Candidate, Counted, Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';
import { countedAfter } from './counted.ts';
import { countedBefore } from './counted-before.ts';
import { peopleBefore } from './people.ts';
import { base, isScaleLetter, withSuffix } from './scale-letters.ts';
import { perAfter } from './units-after.ts';

/** A number of counted things, or a bare number; undefined where "one" is a pronoun. */
export function readCount(words: Words, number: NumberMention): Candidate | undefined {
  const candidate = number.suffix !== undefined && isScaleLetter(words, number) ? withSuffix(base(number)) : base(number);
  const one = candidate.value === 1 && number.form === 'words';
  if (one && opensRange(words, number)) return candidate;
  if (one && !isCountingOne(words, number)) return undefined;
  const from = comparatorAfter(words.tokens, candidate.tokenEnd)?.tokenEnd ?? candidate.tokenEnd;
  const counted =
    countedAfter(words, from, candidate.value === 1 || number.kind === 'fraction') ??
    (one ? undefined : (countedBefore(words, candidate.tokenStart) ?? peopleBefore(words, candidate.tokenStart)));
  if (counted === undefined) return one || isRank(words, number) ? undefined : withPer(words, candidate);
  if (counted.tokenEnd <= candidate.tokenStart) return { ...candidate, counted };
  const withNoun = { ...candidate, counted, tokenEnd: counted.tokenEnd, ...measuringHead(counted) };
  return withPer(words, withNoun);
}

function withPer(words: Words, candidate: Candidate): Candidate {
  const per = perAfter(words, candidate.tokenEnd, false);
  return per === undefined ? candidate : { ...candidate, per: { symbol: per.symbol, name: per.name }, tokenEnd: per.tokenEnd };
}

/** "517 rushing yards", "50 previous years": the noun is a unit of measurement after all. */
function measuringHead(counted: Counted): Pick<Candidate, 'unit'> {
  const unit = counted.tokenEnd - counted.tokenStart > 1 ? unitByWord(counted.head) : undefined;
  return unit !== undefined && ['length', 'time', 'mass', 'area'].includes(unit.unitClass) && !/^(?:stone|second|ton)$/.test(counted.head)
    ? { unit }
    : {};
}

/** "the bottom three", "the final four": places, no counts. */
function isRank(words: Words, number: NumberMention): boolean {
  return number.form === 'words' && /^(?:bottom|top|final|last|big|first)$/.test(lowerAt(words, number.tokenStart - 1));
}

const pronounTail: ReadonlySet<string> = new Set([
  'another',
  'day',
  'of',
  'and',
  'or',
  'who',
  'that',
  'thing',
  'time',
  'way',
  ',',
  '.',
  '',
]);
const pronounLead: ReadonlySet<string> = new Set(
  'each no any every this that the which some another only not such a good bad new old big last next first whole own'.split(' '),
);
const afterOf: ReadonlySet<string> = new Set('the its his her their our my your those these many several'.split(' '));

/** "from one base to another", "one after the other". */
function isPairedWithAnother(words: Words, { tokenEnd }: NumberMention): boolean {
  const ahead = words.lower.slice(tokenEnd, tokenEnd + 5);
  return ahead.includes('another') || ahead.join(' ').includes('the other');
}

/** "one to two billion", "one or two". */
function opensRange(words: Words, { tokenEnd }: NumberMention): boolean {
  if (!/^(?:to|or|-|–)$/.test(lowerAt(words, tokenEnd))) return false;
  const next = findNumbersIn(words.tokens.slice(tokenEnd + 1, tokenEnd + 4))[0];
  return next?.tokenStart === 0 && next.kind === 'cardinal';
}

/** "one" counts before a noun or "of the"; elsewhere it is a pronoun. */
function isCountingOne(words: Words, number: NumberMention): boolean {
  const next = lowerAt(words, number.tokenEnd);
  if (pronounLead.has(lowerAt(words, number.tokenStart - 1)) || isPairedWithAnother(words, number)) return false;
  return next === 'of' ? afterOf.has(lowerAt(words, number.tokenEnd + 1)) : !pronounTail.has(next);
}
