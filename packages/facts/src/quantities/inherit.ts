import { comparatorBefore } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { hyphenAt, lowerAt, textAt } from './candidate.ts';

/** What may follow a bare number whose unit was named before: a mark, a preposition, a conjunction or the end. */
const openEnds = /^(?:|[,.;:)”"’]|in|at|on|by|from|to|for|and|or|but|of|others|earlier|later|last|a|the|with|while|when|as|last|this|–|—)$/;

/**
 * Gives bare numbers the unit or counted thing of a neighbour: forwards for "four-, five- and six-cylinder", backwards for "2,500 troops here and 900 there". Only where
 * nothing else stands after the number.
 */
export function inheritUnits(words: Words, candidates: readonly Candidate[]): Candidate[] {
  const result = [...candidates];
  for (let index = result.length - 2; index >= 0; index -= 1) {
    const own = result[index];
    const next = result[index + 1];
    if (own === undefined || next === undefined || !isBare(own) || !isListed(words, own, next)) continue;
    result[index] = take(own, next);
  }
  for (let index = 1; index < result.length; index += 1) {
    const own = result[index];
    const before = result[index - 1];
    if (own === undefined || before === undefined || !isBare(own) || own.pair?.kind === 'score') continue;
    const giver = giverOf(own, result.slice(Math.max(0, index - 3), index));
    if (followsOf(words, own)) continue;
    if (giver !== undefined && openEnds.test(lowerAt(words, own.tokenEnd)) && !isFar(own, before)) result[index] = take(own, giver);
  }
  return result;
}

/** "a life expectancy of over 70": the noun before "of" says what the number is. */
function followsOf(words: Words, own: Candidate): boolean {
  const lead = comparatorBefore(words.tokens, own.tokenStart)?.tokenStart ?? own.tokenStart;
  return (
    lowerAt(words, lead - 1) === 'of' && !/^(?:total|out|average|maximum|minimum|instead|one|some|all|and)$/.test(lowerAt(words, lead - 2))
  );
}

/** The nearest earlier quantity whose unit the number can have: a large amount is no percentage, and goes with an amount of its own scale. */
function giverOf(own: Candidate, earlier: readonly Candidate[]): Candidate | undefined {
  const large = Math.abs(own.value ?? 0) >= 1000 || own.scale > 1;
  return earlier
    .toReversed()
    .find(
      ({ unit, scale }, distance) =>
        unit?.unitClass !== 'age' &&
        !(large && (unit?.unitClass === 'ratio' || unit?.unitClass === 'time')) &&
        (distance === 0 || (own.scale > 1 && scale === own.scale)),
    );
}

function isBare(candidate: Candidate): boolean {
  return (
    candidate.unit === undefined &&
    candidate.counted === undefined &&
    candidate.number.kind !== 'fraction' &&
    candidate.number.kind !== 'vague'
  );
}

/** "four-, five- and six-cylinder", "one or two years", "10, 20 or 30 miles". */
function isListed(words: Words, own: Candidate, next: Candidate): boolean {
  if (isPartOf(words, own, next)) return true;
  const gap = words.lower.slice(own.tokenEnd, next.tokenStart).filter((word) => word !== '-');
  const hanging = hyphenAt(words, own.tokenEnd) && textAt(words, own.tokenEnd + 1) !== '';
  return (
    gap.length > 0 &&
    gap.length <= 2 &&
    gap.every((word) => word === ',' || word === 'and' || word === 'or') &&
    (hanging || gap.at(-1) === 'or' || gap.at(-1) === 'and') &&
    own.scale === next.scale
  );
}

/** "340 of the 752 shares", "280 million of the 1.5 billion it needs". */
function isPartOf(words: Words, own: Candidate, next: Candidate): boolean {
  if (lowerAt(words, own.tokenEnd) !== 'of' || next.unit?.unitClass === 'ratio' || next.unit?.unitClass === 'age') return false;
  const between = next.tokenStart - own.tokenEnd;
  return between === 1 || (between === 2 && /^(?:the|its|their|his|her|our|all|some)$/.test(lowerAt(words, own.tokenEnd + 1)));
}

const reach = 25;

function isFar(own: Candidate, before: Candidate): boolean {
  return own.tokenStart - before.tokenEnd > reach;
}

function take(own: Candidate, from: Candidate): Candidate {
  return {
    ...own,
    inherited: true,
    ...(from.unit === undefined ? {} : { unit: from.unit }),
    ...(from.per === undefined ? {} : { per: from.per }),
    ...(from.counted === undefined ? {} : { counted: from.counted }),
  };
}
