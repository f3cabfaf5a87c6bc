import { unitOf } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { gluedAt, textAt } from './candidate.ts';
import { exactValue } from './exact-value.ts';

/** Small change and the currencies it belongs to. */
const cents: ReadonlyMap<string, string> = new Map([
  ['cent', 'USD'],
  ['eurocent', 'EUR'],
  ['penny', 'GBP'],
]);

/** Joins a measure given in two units: "5 ft 2 in", "8 hours and 20 minutes", "three dollars and 50 cents". The value is in the first unit. */
export function joinCompounds(words: Words, candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const before = joined.at(-1);
    const share = before === undefined ? undefined : shareOf(words, before, candidate);
    if (before === undefined || share === undefined) joined.push(candidate);
    else {
      joined[joined.length - 1] = {
        ...before,
        value: exactValue((before.value ?? 0) + share),
        number: { ...before.number, end: candidate.number.end, tokenEnd: candidate.number.tokenEnd },
        tokenEnd: candidate.tokenEnd,
        ...(before.unitTokens === undefined ? {} : { unitTokens: before.unitTokens }),
      };
    }
  }
  return joined;
}

/** What the second measure adds in the unit of the first; undefined when they are two quantities. */
function shareOf(words: Words, first: Candidate, second: Candidate): number | undefined {
  const gap = words.lower.slice(first.tokenEnd, second.tokenStart).join(' ');
  if (
    (gap !== '' && gap !== 'and' && gap !== ',') ||
    first.value === null ||
    second.value === null ||
    first.unit === undefined ||
    first.per !== undefined
  )
    return undefined;
  if (second.value < 0 || !Number.isInteger(first.value) || second.unit === undefined || second.pair !== undefined)
    return inchesOf(words, first, second);
  const parent = cents.get(second.unit.symbol);
  if (parent !== undefined) return parent === first.unit.symbol && second.value < 100 ? second.value / 100 : undefined;
  const large = first.unit.factor;
  const small = second.unit.factor;
  if (
    large === undefined ||
    small === undefined ||
    first.unit.unitClass !== second.unit.unitClass ||
    !['length', 'mass', 'time'].includes(first.unit.unitClass)
  )
    return undefined;
  if (gap === ',' && first.unit.unitClass === 'time') return undefined;
  return small < large && second.value * small < large ? (second.value * small) / large : undefined;
}

/** "6 ft 2", "5'11": inches understood. */
function inchesOf(words: Words, first: Candidate, second: Candidate): number | undefined {
  if (
    first.unit?.symbol !== 'ft' ||
    second.unit !== undefined ||
    second.counted !== undefined ||
    second.value === null ||
    first.tokenEnd !== second.tokenStart
  )
    return undefined;
  const inch = unitOf('in')?.factor ?? 0;
  const foot = unitOf('ft')?.factor ?? 1;
  return second.value >= 0 && second.value < 12 && (!gluedAt(words, second.tokenEnd) || !/^[\p{L}\d]/u.test(textAt(words, second.tokenEnd)))
    ? (second.value * inch) / foot
    : undefined;
}
