import type { Quantity } from '@copydesk/contracts';
import { unitScale } from './unit-scale.ts';

/** What a stated quantity leaves possible, in base units. `exact` where the article gives a plain number, `stated` the number it prints. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly stated: number | null;
  readonly exact: boolean;
  /** Half the last digit that was printed, in base units: how far a rounded number may be off. */
  readonly slack: number;
}

/** "About" a round number: a tenth either way covers how news texts round. */
const ABOUT = 0.1;

function roundingStep(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  let step = 1;
  const magnitude = Math.abs(value);
  if (Number.isInteger(magnitude)) while (step < magnitude && magnitude % (step * 10) === 0) step *= 10;
  else for (let digits = 0; digits < 6 && !Number.isInteger(Number((magnitude / step).toPrecision(12))); digits++) step /= 10;
  return step / 2;
}

/** Reads a quantity as an interval in base units; null where it bounds nothing. */
export function intervalOf(quantity: Quantity): Interval | null {
  const factor = unitScale(quantity.unit)?.factor ?? 1;
  const { comparator } = quantity;
  const at = quantity.value === null ? null : quantity.value * factor;
  const min = quantity.min === null ? null : quantity.min * factor;
  const max = quantity.max === null ? null : quantity.max * factor;
  const slack = quantity.value === null ? 0 : roundingStep(quantity.value) * factor;
  const base = { lowOpen: false, highOpen: false, stated: at, exact: comparator === 'eq', slack };
  if (comparator === 'range' || comparator === 'vague' || at === null) {
    if (min === null && max === null && at === null) return null;
    // "Dozens" prints no number.
    return { ...base, low: min ?? at ?? -Infinity, high: max ?? Infinity, stated: null, exact: false, slack: 0 };
  }
  if (comparator === 'eq') return { ...base, low: at, high: at };
  if (comparator === 'approx') return { ...base, low: at - Math.abs(at) * ABOUT, high: at + Math.abs(at) * ABOUT };
  if (comparator === 'lt' || comparator === 'lte') return { ...base, low: -Infinity, high: at, highOpen: comparator === 'lt' };
  // Neither do "thousands of", which are more than their own order of magnitude.
  return { ...base, low: at, high: Infinity, lowOpen: comparator === 'gt', stated: min === null ? at : null };
}

/** True where some number satisfies both. */
export function overlaps(a: Interval, b: Interval): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low !== high) return low < high;
  return [a, b].every((side) => !(side.low === low && side.lowOpen) && !(side.high === high && side.highOpen));
}

/** True where both print the same number, or numbers that rounding or unit conversion explains (to half a printed digit, or 0.5 %). */
export function sameStated(a: Interval, b: Interval): boolean {
  if (a.stated === null || b.stated === null) return false;
  const gap = Math.abs(a.stated - b.stated);
  if (gap <= 1e-9 * Math.max(Math.abs(a.stated), Math.abs(b.stated))) return true;
  return gap <= 0.005 * Math.max(Math.abs(a.stated), Math.abs(b.stated));
}

/** True where the coarser of two printed numbers is the finer one rounded. */
export function isRounding(a: Interval, b: Interval): boolean {
  if (a.stated === null || b.stated === null) return false;
  return (
    Math.abs(a.stated - b.stated) <= Math.max(a.slack, b.slack) &&
    Math.abs(a.stated - b.stated) <= 0.1 * Math.max(Math.abs(a.stated), Math.abs(b.stated))
  );
}

/** True where one number is the other times a power of ten (2,500 and 25,000): the mark of a lost or added digit. */
export function isPowerOfTenApart(a: Interval, b: Interval): boolean {
  if (a.stated === null || b.stated === null || a.stated <= 0 || b.stated <= 0) return false;
  const exponent = Math.log10(a.stated / b.stated);
  return Math.abs(exponent) > 0.95 && Math.abs(exponent - Math.round(exponent)) < 0.05;
}

/** A number in other units may be rounded anew ("770 km (about 480 miles)"): up to a twentieth. */
const CONVERSION = 0.05;

/** True where two numbers, in base units, can be one measurement given in two units. */
export function isConverted(a: Interval, b: Interval): boolean {
  if (a.stated === null || b.stated === null) return false;
  return Math.abs(a.stated - b.stated) <= CONVERSION * Math.max(Math.abs(a.stated), Math.abs(b.stated));
}
