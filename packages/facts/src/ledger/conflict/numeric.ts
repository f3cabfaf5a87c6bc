import type { Mention } from '@copydesk/contracts';
import { isPowerOfTenApart, sameStated } from '../claim/interval.ts';
import { disagree } from '../fact/values.ts';
import type { ValueGroup } from '../fact/values.ts';
import type { ClaimGroup, Finding, Side } from './claim-group.ts';
import type { ToldSet } from '../told/told-set.ts';
import { isUpdate } from './told-at.ts';

type Pair = readonly [ValueGroup, ValueGroup];

function sidesOf(pairs: readonly Pair[]): Side[] {
  return [...new Set(pairs.flat())].map((value) => ({ value: value.quantity.surface, told: value.told }));
}

function listed(sides: readonly Side[]): string {
  return sides.map((side) => `“${side.value}”`).join(', ');
}

/** True where one says "at least" or "at most" a number and the other gives a number beyond it: both can be true, a reader still gets two numbers. */
function isOutgrown([a, b]: Pair): boolean {
  const [x, y] = [a.interval, b.interval];
  if (x.stated === null || y.stated === null || sameStated(x, y)) return false;
  // "Fewer than 5,000" is not beyond "more than 900": only what is surely above it.
  const isBeyond = x.high === Infinity ? y.low > x.stated * 1.05 : y.high === Infinity && x.low > y.stated * 1.05;
  return isBeyond && !disagree(a, b);
}

/** Numbers further apart than this, in one article, are of two things that it knows to tell apart; nearer ones may be a slip (a headline that was not updated). */
const SLIP = 1.2;

function isToldApart([a, b]: Pair): boolean {
  const [x, y] = [a.interval.stated ?? a.interval.low, b.interval.stated ?? b.interval.low];
  if (x > 0 && y > 0 && Math.max(x / y, y / x) <= SLIP) return false;
  return a.told.sharesArticle(b.told);
}

/** More than ten times apart and no lost digit: nobody's slip and no count that rose, but numbers of two things that the words do not tell apart. */
function isFarApart([a, b]: Pair): boolean {
  const [x, y] = [Math.abs(a.interval.stated ?? 0), Math.abs(b.interval.stated ?? 0)];
  return x > 0 && y > 0 && Math.max(x / y, y / x) > 10;
}

/** One printed number with and without its comparator: "900" beside "more than 900". */
function comparatorSides(claim: ToldSet, value: ValueGroup): Side[] {
  const form = (quantity: Mention['quantity'] | undefined): string => {
    const comparator = quantity?.comparator ?? '';
    return comparator === 'eq' ? 'exact' : comparator === 'approx' ? 'about' : 'bound';
  };
  const quantityOf = (part: ToldSet | undefined): Mention['quantity'] => part?.list[0]?.mention.quantity ?? null;
  const sameUnit = value.parts.filter((part) => {
    const quantity = quantityOf(part);
    return quantity !== null && quantity.unit === value.quantity.unit && quantity.value === value.quantity.value;
  });
  const byForm = Map.groupBy(sameUnit, (part) => form(quantityOf(part)));
  if (!byForm.has('exact') || byForm.size < 2) return [];
  return [...byForm].map(([name, parts]) => ({
    value: withComparator(quantityOf(parts[0])),
    told: claim.union(`form ${name} ${value.quantity.value ?? ''}`, parts),
  }));
}

const WORDS: Readonly<Record<string, string>> = { gt: 'more than', gte: 'at least', lt: 'less than', lte: 'at most', approx: 'about' };

/** The number as printed; where the print has no comparator of its own, behind ours. */
function withComparator(quantity: Mention['quantity']): string {
  if (quantity === null) return '';
  const word = WORDS[quantity.comparator];
  return word === undefined || !/^[\p{Sc}\d]/u.test(quantity.surface) ? quantity.surface : `${word} ${quantity.surface}`;
}

/**
 * Numbers of one claim that differ: a power of ten apart; not both possible at one time; outgrown bounds and counts that rose with the hours (an update, never
 * a contradiction); or one number that lost its "about" or "more than" on the way.
 */
export function numericConflicts(group: ClaimGroup): Finding[] {
  if (group.leader.family !== 'number') return [];
  const { values } = group;
  const pairs = values.flatMap((a, index) => values.slice(index + 1).map((b): Pair => [a, b])).filter((pair) => !isToldApart(pair));
  const apart = pairs.filter(([a, b]) => disagree(a, b));
  const tenfold = apart.filter(([a, b]) => isPowerOfTenApart(a.interval, b.interval));
  const other = apart.filter((pair) => !tenfold.includes(pair) && !isFarApart(pair));
  const updates = [...pairs.filter((pair) => isOutgrown(pair) && !isFarApart(pair)), ...other.filter(([a, b]) => isUpdate(a, b))];
  const contradictions = other.filter((pair) => !updates.includes(pair));
  const findings: Finding[] = [];
  const facts = [group.fact];
  if (tenfold.length > 0) {
    const sides = sidesOf(tenfold);
    const explanation = `The numbers ${listed(sides)} are a power of ten apart, as when a digit is lost or added.`;
    findings.push({ type: 'numeric', class: 'order-of-magnitude', severity: 'high', facts, sides, explanation });
  }
  if (contradictions.length > 0) {
    const sides = sidesOf(contradictions);
    const explanation = `The numbers ${listed(sides)} cannot all be true of the same measure, place and time.`;
    findings.push({ type: 'numeric', class: 'contradiction', severity: 'medium', facts, sides, explanation });
  }
  if (updates.length > 0) {
    const sides = sidesOf(updates);
    findings.push({
      type: 'numeric',
      class: 'update-over-time',
      severity: 'medium',
      facts,
      sides,
      explanation: `The number grew as the story went on: ${listed(sides)}.`,
    });
  }
  for (const value of values) {
    const sides = comparatorSides(group.told, value);
    if (sides.length === 0) continue;
    const explanation = `One number is given as exact by some and with a bound or as approximate by others: ${listed(sides)}.`;
    findings.push({ type: 'numeric', class: 'rounding', severity: 'low', facts, sides, explanation });
    break;
  }
  return findings;
}
