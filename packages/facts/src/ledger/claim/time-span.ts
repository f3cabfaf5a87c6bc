import type { TimeValue } from '@copydesk/contracts';

/** When, in whole days since 1970 (UTC), both inclusive; or what is left where the text does not settle it. */
export type TimeSpan =
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  | { readonly kind: 'unresolved'; readonly timex: string }
  | { readonly kind: 'none' };

const DAY = 86_400_000;

function dayOf(iso: string): number | null {
  const year = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(iso);
  if (year === null) return null;
  const at = Date.UTC(Number(year[1]), Number(year[2] ?? '01') - 1, Number(year[3] ?? '01'));
  return Number.isFinite(at) ? Math.floor(at / DAY) : null;
}

/** Reads a time for comparison. Durations and references without a date ("P1Y", "PRESENT_REF") separate nothing. */
export function timeSpan(time: TimeValue | null): TimeSpan {
  if (time === null) return { kind: 'none' };
  if (time.interval !== null) {
    const from = dayOf(time.interval[0]);
    const to = dayOf(time.interval[1]);
    if (from !== null && to !== null && from <= to) return { kind: 'days', from, to };
  }
  return time.timex.startsWith('XXXX') ? { kind: 'unresolved', timex: time.timex } : { kind: 'none' };
}

/** Days between two spans; 0 where they touch; null where one of them is not known. */
export function daysApart(a: TimeSpan, b: TimeSpan): number | null {
  if (a.kind !== 'days' || b.kind !== 'days') return null;
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** One calendar day either way: the same instant has two dates in two time zones. */
export const TIME_ZONE_SLACK = 1;

/** False where the two certainly speak of different times. Unresolved times ("a Monday", "the 5th of May") are compared as such. */
export function mayBeSameTime(a: TimeSpan, b: TimeSpan): boolean {
  if (a.kind === 'unresolved' && b.kind === 'unresolved') return a.timex === b.timex;
  return (daysApart(a, b) ?? 0) <= TIME_ZONE_SLACK;
}
