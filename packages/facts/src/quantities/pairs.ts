import { comparatorBefore } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { gluedAt, lowerAt, textAt } from './candidate.ts';
import { isChangeWord } from './change.ts';
import { joinCompounds } from './compounds.ts';
import { exactValue } from './exact-value.ts';

const dashes = new Set(['-', '–', '—', '‑', '−', 'to-']);
/** How many tokens may stand between "from X" and "to Y". */
const fromToGap = 8;

/** Joins neighbouring numbers that are one expression: "15 to 22 miles", "between 5 and 7 %", "from 2,000 to 1,400", "3-1". */
export function joinPairs(words: Words, separate: readonly Candidate[]): Candidate[] {
  const candidates = joinCompounds(words, separate);
  const joined: Candidate[] = [];
  for (let index = 0; index < candidates.length; index += 1) {
    const first = candidates[index];
    const second = candidates[index + 1];
    if (first === undefined) continue;
    const kind = second === undefined ? undefined : pairKind(words, first, second);
    if (second === undefined || kind === undefined) joined.push(first);
    else {
      joined.push(merge(first, second, kind));
      index += 1;
    }
  }
  return joined;
}

function pairKind(words: Words, first: Candidate, second: Candidate): 'range' | 'score' | 'from-to' | undefined {
  if (first.value === null || second.value === null || !sameKind(first, second)) return undefined;
  const gap = words.lower.slice(first.tokenEnd, second.tokenStart);
  const lead = lowerAt(words, leadOf(words, first) - 1);
  if (gap.length === 1 && dashes.has(gap[0] ?? '') && tight(words, first, second)) return isScore(words, first, second) ? 'score' : 'range';
  if (gap.length === 2 && ((gap[0] === 'to' && dashes.has(gap[1] ?? '')) || (dashes.has(gap[0] ?? '') && gap[1] === 'to'))) return 'range';
  if (
    gap.length === 3 &&
    gap[1] === 'to' &&
    dashes.has(gap[0] ?? '') &&
    dashes.has(gap[2] ?? '') &&
    second.unit === undefined &&
    second.counted === undefined
  )
    return 'score';
  if (gap.length === 1 && gap[0] === 'through' && first.unit === undefined && second.unit !== undefined) return 'range';
  if (lead === 'between' && gap.at(-1) === 'and' && gap.length <= 3) return 'range';
  if (lead === 'between' && gap[0] === 'to' && gap.length === 1) return 'range';
  const target = words.lower.slice(leadOf(words, second) - 1, leadOf(words, second))[0];
  if (lead === 'from' && target === 'to' && gap.length <= fromToGap && gap.every((word) => word !== ',' && word !== ';' && word !== '.'))
    return isRangeVerb(words, first) ? 'range' : 'from-to';
  if (lead === 'by' && first.unit !== undefined && first.unitTokens === undefined) return undefined;
  if (gap.length === 1 && gap[0] === 'to' && isAged(words, first)) return 'range';
  if (gap.length === 1 && gap[0] === 'to' && isResult(first, second)) return undefined;
  if (gap.length === 1 && gap[0] === 'to' && (first.unit === undefined || first.unit === second.unit) && !isOdds(words, first, second))
    return 'range';
  if (
    gap.length === 1 &&
    gap[0] === 'or' &&
    first.unit === undefined &&
    first.counted === undefined &&
    first.value < second.value &&
    second.value <= first.value * 3
  )
    return 'range';
  return gap.length === 1 && gap[0] === 'and' && second.value - first.value <= 2 && isAged(words, first) ? 'range' : undefined;
}

/** "39 percent to 32 percent", "306 to 232 votes": the larger first, of a vote or a poll, is a result of two sides. */
function isResult(first: Candidate, second: Candidate): boolean {
  const unit = first.unit ?? second.unit;
  return (
    (first.value ?? 0) > (second.value ?? 0) &&
    (unit === undefined || unit.unitClass === 'ratio') &&
    sharedScale(first, second).value === first.value
  );
}

/** First token of a number with the comparator before it: "from up to 252", "to around 1,400". */
function leadOf(words: Words, candidate: Candidate): number {
  return comparatorBefore(words.tokens, candidate.tokenStart)?.tokenStart ?? candidate.tokenStart;
}

function sameKind(first: Candidate, second: Candidate): boolean {
  if (first.unit !== undefined && second.unit !== undefined) return first.unit.symbol === second.unit.symbol;
  if (first.unit !== undefined && second.counted !== undefined && first.unit.unitClass !== 'money') return false;
  return !(first.counted !== undefined && second.unit !== undefined && second.unit.unitClass !== 'time');
}

function tight(words: Words, first: Candidate, second: Candidate): boolean {
  const dash = first.tokenEnd;
  const glued = gluedAt(words, dash) && gluedAt(words, dash + 1);
  return glued || (second.unit !== undefined && textAt(words, dash) !== '—') || second.counted !== undefined;
}

const scoreNouns =
  /^(?:win|victory|defeat|loss|draw|vote|ruling|decision|lead|score|scoreline|margin|majority|record|thrashing|triumph|tie|deficit|advantage|against|over|at|in|down|up|[.,;)])?$/;

/** "won 3-1", "a 5-4 ruling", "at 2-0 down": two small whole numbers with nothing measured. */
function isScore(words: Words, first: Candidate, second: Candidate): boolean {
  const whole = [first, second].every(
    ({ value, unit, scale }) =>
      value !== null && Number.isInteger(value) && value >= 0 && value < 1000 && unit === undefined && scale === 1,
  );
  if (!whole || second.counted !== undefined)
    return (
      whole &&
      second.counted !== undefined &&
      /^(?:win|victory|defeat|loss|vote|lead)/.test(second.counted.head) &&
      second.counted.tokenEnd - second.counted.tokenStart === 1
    );
  return scoreNouns.test(lowerAt(words, second.tokenEnd)) || (first.value ?? 0) > (second.value ?? 0);
}

const rangeVerbs =
  /^(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|span(?:s|ned|ning)?|anywhere|anything|everything|costs?|priced|prices?|aged|ages|sizes?|homes|worth|between|fees|fines?|salaries|estimates?|temperatures)$/;

/** "prices range from 5 to 10" is a range; "fell from 10 to 5" is a change. */
function isRangeVerb(words: Words, first: Candidate): boolean {
  const from = leadOf(words, first) - 1;
  if ([1, 2].some((back) => isChangeWord(lowerAt(words, from - back)))) return false;
  return [1, 2, 3].some((back) => rangeVerbs.test(lowerAt(words, from - back)));
}

function isOdds(words: Words, first: Candidate, second: Candidate): boolean {
  const before = lowerAt(words, leadOf(words, first) - 1);
  return second.unit?.unitClass === 'money' && first.unit === undefined && before !== 'from' && second.scale === first.scale;
}

function isAged(words: Words, first: Candidate): boolean {
  return /^(?:aged|ages)$/.test(lowerAt(words, first.tokenStart - 1));
}

/** The pair as one candidate; scale, unit and counted thing of either end serve both. */
function merge(first: Candidate, second: Candidate, kind: 'range' | 'score' | 'from-to'): Candidate {
  const from = sharedScale(first, second);
  const unit = second.unit ?? first.unit;
  const counted = second.counted ?? first.counted;
  const per = second.per ?? first.per;
  const unitTokens = second.unitTokens ?? first.unitTokens;
  const low = from.value ?? 0;
  const high = second.value ?? 0;
  return {
    number: { ...second.number, start: first.number.start, tokenStart: first.number.tokenStart },
    value: kind === 'from-to' ? high : null,
    min: kind === 'from-to' ? null : kind === 'score' ? low : Math.min(low, high),
    max: kind === 'from-to' ? null : kind === 'score' ? high : Math.max(low, high),
    scale: second.scale,
    tokenStart: first.tokenStart,
    tokenEnd: second.tokenEnd,
    pair: { from, to: second, kind },
    ...(unit === undefined ? {} : { unit }),
    ...(per === undefined ? {} : { per }),
    ...(unitTokens === undefined ? {} : { unitTokens }),
    ...(counted === undefined ? {} : { counted }),
  };
}

/** "89 to 93 billion": a number without a scale that is smaller than the other's digits shares its scale. */
function sharedScale(first: Candidate, second: Candidate): Candidate {
  if (first.value === null || second.value === null || first.scale !== 1 || second.scale === 1 || first.number.value === null) return first;
  const digits = second.value / second.scale;
  return first.value < 1000 &&
    (first.value <= digits || first.value < digits * 10) &&
    second.scale >= 1000 &&
    first.value < second.value / 100
    ? { ...first, value: exactValue(first.value * second.scale), scale: second.scale }
    : first;
}
