import type { Quantity } from '@copydesk/contracts';
import { isRounding, overlaps, sameStated } from '../claim/interval.ts';
import type { Interval } from '../claim/interval.ts';
import { supportOf } from './support.ts';
import { bestOf } from './testimony.ts';
import type { Testimony } from './testimony.ts';

/** The testimonies that give one value, with the independent roots behind it. */
export interface ValueGroup {
  readonly quantity: Quantity;
  readonly interval: Interval;
  readonly testimonies: readonly Testimony[];
  /** Independent roots; not counted where the claim has one value only. */
  readonly roots: readonly string[];
}

/** Values are compared pair by pair: the more exact ones. */
const MAX_VALUES = 100;

function sameValue(a: Interval, b: Interval): boolean {
  if (a.stated !== null && b.stated !== null) return sameStated(a, b) || (!(a.exact && b.exact) && isRounding(a, b));
  return a.low === b.low && a.high === b.high;
}

/**
 * Splits a claim's numbers into values: numbers that rounding or conversion explains are one value, whatever the comparator. Open bounds of one printed
 * number belong to it. Best supported first (independent roots, then articles, then the more exact, then the printed number).
 */
export function valuesOf(testimonies: readonly Testimony[]): ValueGroup[] {
  const byKey = Map.groupBy(testimonies, ({ value }) => (value?.interval == null ? '' : value.key));
  byKey.delete('');
  const entries = [...byKey].flatMap(([key, told]) => {
    const value = told[0]?.value;
    return value?.interval == null
      ? []
      : [{ key, quantity: bestOf(told)?.value?.quantity ?? value.quantity, interval: value.interval, told }];
  });
  entries.sort(
    (a, b) =>
      precision(b.interval) - precision(a.interval) || (a.interval.stated ?? 0) - (b.interval.stated ?? 0) || (a.key < b.key ? -1 : 1),
  );
  const groups: (typeof entries)[] = [];
  for (const entry of entries.slice(0, MAX_VALUES)) {
    const group = groups.find((candidates) => candidates[0] !== undefined && sameValue(candidates[0].interval, entry.interval));
    if (group === undefined) groups.push([entry]);
    else group.push(entry);
  }
  const values = groups.flatMap((group): ValueGroup[] => {
    const first = group[0];
    if (first === undefined) return [];
    const told = group.flatMap((entry) => entry.told);
    // Whose number is shown does not hang on roots where there is but one.
    const roots = groups.length === 1 ? [] : supportOf(told).roots.map((root) => root.name);
    return [{ quantity: first.quantity, interval: first.interval, testimonies: told, roots }];
  });
  return values.sort(
    (a, b) =>
      b.roots.length - a.roots.length ||
      b.testimonies.length - a.testimonies.length ||
      precision(b.interval) - precision(a.interval) ||
      (a.interval.stated ?? 0) - (b.interval.stated ?? 0),
  );
}

function precision(interval: Interval): number {
  if (interval.exact) return 3;
  if (interval.stated === null) return 0;
  return interval.low === -Infinity || interval.high === Infinity ? 1 : 2;
}

/** True where no number satisfies both values, beyond what "about" and rounding allow. */
export function disagree(a: ValueGroup, b: ValueGroup): boolean {
  return !overlaps(a.interval, b.interval) && !isRounding(a.interval, b.interval);
}
