import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMoment } from './poll-interval.ts';
import { afterPoll, newSchedule, scheduleDefaults, type FeedSchedule, type PollOutcome } from './schedule.ts';

const start = Date.UTC(2024, 0, 1);
const hour = 3_600_000;
const items = (newItems: number, totalItems = 20): PollOutcome => ({ kind: 'items', newItems, totalItems });

/** Polls whenever the schedule says so; gives back the schedule after each. */
function follow(outcomes: readonly PollOutcome[], from: FeedSchedule = newSchedule(start)): FeedSchedule[] {
  const all: FeedSchedule[] = [];
  let schedule = from;
  for (const outcome of outcomes) {
    schedule = afterPoll(schedule, outcome, schedule.nextTryAt ?? 0, 0).schedule;
    all.push(schedule);
  }
  return all;
}
const last = (outcomes: readonly PollOutcome[], from?: FeedSchedule): FeedSchedule => follow(outcomes, from).at(-1) as FeedSchedule;

describe('afterPoll', () => {
  it('asks busy feeds more often and quiet ones less, within bounds', () => {
    expect(last([items(20), ...Array.from({ length: 9 }, () => items(20))]).interval).toBe(scheduleDefaults.min);
    expect(last([items(20), items(2)]).interval).toBe(1800);
    expect(last([items(20), ...Array.from({ length: 40 }, () => items(0))]).interval).toBe(scheduleDefaults.max);
    expect(last([items(20), { kind: 'not-modified' }]).interval).toBe(2250);
  });

  it('waits as long as the publisher asks, up to the ceiling', () => {
    const hints = { skipHours: [], skipDays: [], ttlMinutes: 120, syndicationMinutes: 60 };
    const asked = (outcome: PollOutcome): number => (afterPoll(newSchedule(start), outcome, start, 0).schedule.nextTryAt ?? 0) - start;
    expect(asked({ kind: 'items', newItems: 1, totalItems: 9, hints })).toBe(2 * hour);
    expect(asked({ kind: 'items', newItems: 1, totalItems: 9, hints, freshSeconds: 3 * 3600 })).toBe(3 * hour);
    expect(asked({ kind: 'not-modified', freshSeconds: 10_000_000 })).toBe(6 * hour);
  });

  it('backs off after failures to a ceiling, never stops, and recovers at once', () => {
    const failed: PollOutcome = { kind: 'failed', code: 'deadline' };
    const all = follow([items(20), ...Array.from({ length: 12 }, () => failed)]);
    expect(all.map(({ state }) => state).slice(0, 4)).toEqual(['ok', 'degraded', 'degraded', 'failing']);
    const waits = all.slice(1).map((schedule, index) => ((schedule.nextTryAt ?? 0) - (all[index]?.nextTryAt ?? 0)) / 1000);
    expect(waits.slice(0, 4)).toEqual([1800, 3600, 7200, 14_400]);
    expect(waits.at(-1)).toBe(scheduleDefaults.backoffCeiling);
    expect(last([items(1)], all.at(-1))).toMatchObject({ state: 'ok', failures: 0, interval: 1800 });
  });

  it('keeps to Retry-After', () => {
    const { schedule } = afterPoll(newSchedule(start), { kind: 'failed', code: 'rate-limited', retryAfter: 7200 }, start, 0);
    expect(schedule).toMatchObject({ nextTryAt: start + 2 * hour, reason: 'rate-limited' });
    expect(afterPoll(newSchedule(start), { kind: 'failed', code: 'rate-limited', retryAfter: 0 }, start, 0).schedule.nextTryAt).toBe(
      start + 300_000,
    );
  });

  it('stops a feed that is gone, and says so', () => {
    const gone = last([items(20), { kind: 'gone' }]);
    expect(gone).toMatchObject({ state: 'gone', reason: 'http-410' });
    expect(gone).not.toHaveProperty('nextTryAt');
  });

  it('tells an empty feed from one whose items vanished', () => {
    expect(last([items(0, 0)])).toMatchObject({ state: 'empty', reason: 'no-items' });
    expect(last([items(5), items(0, 0)])).toMatchObject({ state: 'degraded', reason: 'items-vanished' });
  });

  it('finds a feed that fell silent, once its rhythm is known', () => {
    const known = last(Array.from({ length: 10 }, () => items(2)));
    const at = (known.lastNewAt ?? 0) + 25 * hour;
    expect(afterPoll(known, { kind: 'not-modified' }, at, 0).schedule).toMatchObject({ state: 'degraded', reason: 'silent' });
    expect(afterPoll(known, { kind: 'not-modified' }, at - 2 * hour, 0).schedule.state).toBe('ok');
    expect(afterPoll(last([items(2), items(2)]), items(0), at, 0).schedule.state).toBe('ok');
  });

  it('moves after three good polls in a row that a permanent redirect led to one address', () => {
    let schedule = newSchedule(start);
    const poll = (movedTo?: string): string | undefined => {
      const after = afterPoll(schedule, { kind: 'not-modified', ...(movedTo ? { movedTo } : {}) }, start, 0);
      ({ schedule } = after);
      return after.moveTo;
    };
    expect([poll('b'), poll('b'), poll(), poll('b'), poll('c'), poll('c'), poll('c')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'c',
    ]);
  });

  it('always leaves a next try within its bounds, unless the feed is gone', () => {
    const outcome = fc.oneof(
      fc.record({ kind: fc.constant('items' as const), newItems: fc.nat(50), totalItems: fc.nat(50) }),
      fc.constant({ kind: 'not-modified' as const }),
      fc.record({ kind: fc.constant('failed' as const), code: fc.constant('x') }),
    );
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 50 }), fc.double({ min: 0, max: 0.99, noNaN: true }), (outcomes, spread) => {
        let schedule = newSchedule(start);
        for (const each of outcomes) {
          const at = schedule.nextTryAt ?? 0;
          ({ schedule } = afterPoll(schedule, each, at, spread));
          const wait = ((schedule.nextTryAt ?? 0) - at) / 1000;
          expect(wait).toBeGreaterThanOrEqual(scheduleDefaults.min);
          expect(wait).toBeLessThanOrEqual(scheduleDefaults.backoffCeiling * 1.1);
        }
      }),
    );
  });
});

describe('openMoment', () => {
  const noon = Date.UTC(2024, 0, 5, 12, 30); // a Friday
  it('moves to the first hour that is left open', () => {
    expect(openMoment(noon, { skipHours: [12, 13], skipDays: [] })).toBe(Date.UTC(2024, 0, 5, 14));
    expect(openMoment(noon, { skipHours: [], skipDays: [5, 6] })).toBe(Date.UTC(2024, 0, 7));
    expect(openMoment(noon, { skipHours: [3], skipDays: [0] })).toBe(noon);
  });
  it('ignores a publisher who leaves nothing open', () => {
    expect(openMoment(noon, { skipHours: Array.from({ length: 24 }, (_, index) => index), skipDays: [] })).toBe(noon);
  });
});
