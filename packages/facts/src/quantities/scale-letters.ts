import type { NumberMention } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { gluedAt, lowerAt, textAt } from './candidate.ts';
import { exactValue } from './exact-value.ts';
import { isPlural } from './singular.ts';
import { unitAfter } from './units-after.ts';

/** A candidate of the number alone. */
export function base(number: NumberMention): Candidate {
  return {
    number,
    value: number.value,
    min: number.min,
    max: number.max,
    scale: number.scale,
    tokenStart: number.tokenStart,
    tokenEnd: number.tokenEnd,
  };
}

/** Applies the letter written on the number as a scale: the m of "$5m". */
export function withSuffix(candidate: Candidate): Candidate {
  const { suffix } = candidate.number;
  if (suffix === undefined || candidate.value === null) return candidate;
  return { ...candidate, value: exactValue(candidate.value * suffix.factor), scale: suffix.factor, tokenEnd: candidate.tokenEnd + 1 };
}

const people =
  /^(?:people|users|customers|viewers|subscribers|followers|visitors|residents|workers|employees|passengers|voters|americans|homes|jobs|vehicles|cars|units|copies|downloads|views|shares|tourists|children|adults|households)$/;

/** "5m people", "4.3M sales", "5m tonnes": the letter is a scale; "37m long", "100m runners": it is a unit. */
export function isScaleLetter(words: Words, number: NumberMention): boolean {
  const letter = number.suffix?.text ?? '';
  const next = number.tokenEnd + 1;
  if (!gluedAt(words, number.tokenEnd)) return false;
  if (letter === 'm')
    return (
      people.test(lowerAt(words, next)) ||
      (unitAfter(words, next) !== undefined && !gluedAt(words, next) && lowerAt(words, next) !== 'in' && isPlural(lowerAt(words, next)))
    );
  if (letter === 't') return false;
  return /^\p{Ll}/u.test(textAt(words, next)) && unitAfter(words, number.tokenEnd)?.unit.symbol !== 'T';
}
