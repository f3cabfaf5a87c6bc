import type { Quantity } from '@copydesk/contracts';
import { isRounding, overlaps, sameStated } from '../claim/interval.ts';
import type { Interval } from '../claim/interval.ts';
import { VALUE } from '../told/kinds.ts';
import type { ToldSet } from '../told/told-set.ts';

/** The testimonies that give one value, with the independent roots behind it. */
export interface ValueGroup {
  readonly quantity: Quantity;
  readonly interval: Interval;
  readonly told: ToldSet;
  /** The same, by number as written. */
  readonly parts: readonly ToldSet[];
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
export function valuesOf(told: ToldSet): ValueGroup[] {
  const entries = told.parts(VALUE).flatMap(({ key, told: own }) => {
    const { best } = own;
    return best?.value?.interval == null ? [] : [{ key, quantity: best.value.quantity, interval: best.value.interval, own }];
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
    const parts = group.map(({ own }) => own);
    const all = told.union(`value ${first.key}`, parts);
    // Whose number is shown does not hang on roots where there is but one.
    const roots = groups.length === 1 ? [] : all.rootNames();
    return [{ quantity: first.quantity, interval: first.interval, told: all, parts, roots }];
  });
  return values.sort(
    (a, b) =>
      b.roots.length - a.roots.length ||
      b.told.size - a.told.size ||
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
