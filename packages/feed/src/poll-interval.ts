import type { UpdateHints } from './model.ts';

export interface IntervalBounds {
  /** Seconds; no feed is asked more often, whatever it brings. */
  min: number;
  /** Seconds; no feed that answers is asked less often, whatever it says. */
  max: number;
}

const hour = 3_600_000;

/**
 * The interval after a good poll, from the one before it and the share of items that were new. Half a feed new means that the next time some may have
 * been pushed out unseen: the interval halves, or quarters when all were new. A feed with nothing new drifts slowly towards the ceiling.
 * @param newItems items never seen before; `totalItems` all that the feed carried. A feed that did not change has 0 new.
 */
export function adaptedInterval(seconds: number, newItems: number, totalItems: number, bounds: IntervalBounds): number {
  const share = totalItems === 0 ? 0 : newItems / totalItems;
  const factor = newItems === 0 ? 1.25 : share >= 0.95 && totalItems >= 5 ? 0.25 : share >= 0.5 ? 0.5 : share >= 0.2 ? 0.75 : 1;
  return clamp(seconds * factor, bounds);
}

/** What the publisher asks for at least, in seconds: the longest of `ttl`, `sy:*` and the HTTP freshness, up to the ceiling. */
export function askedInterval(hints: UpdateHints | undefined, freshSeconds: number | undefined, bounds: IntervalBounds): number {
  return Math.min(bounds.max, Math.max((hints?.ttlMinutes ?? 0) * 60, (hints?.syndicationMinutes ?? 0) * 60, freshSeconds ?? 0));
}

/** The wait after `failures` failures in a row: doubling from the usual interval up to `ceiling` seconds, never more, never nothing. */
export function backoff(seconds: number, failures: number, ceiling: number): number {
  return Math.min(ceiling, seconds * 2 ** Math.min(failures, 30));
}

/** The first moment from `at` on that `skipHours` and `skipDays` leave open (UTC); `at` itself when they leave none in a week. */
export function openMoment(at: number, hints: UpdateHints | undefined): number {
  if (hints === undefined || (hints.skipHours.length === 0 && hints.skipDays.length === 0)) return at;
  for (let step = 0; step <= 24 * 7; step++) {
    const moment = step === 0 ? at : Math.floor(at / hour) * hour + step * hour;
    const date = new Date(moment);
    if (!hints.skipHours.includes(date.getUTCHours()) && !hints.skipDays.includes(date.getUTCDay())) return moment;
  }
  return at;
}

export function clamp(seconds: number, { min, max }: IntervalBounds): number {
  return Math.min(max, Math.max(min, seconds));
}
