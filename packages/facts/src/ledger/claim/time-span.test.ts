import { describe, expect, it } from 'vitest';
import { madeDay } from '../test-data/made-mentions.ts';
import { mayBeSameTime, timeSpan } from './time-span.ts';

const weekday = (timex: string) => timeSpan({ surface: timex, timex, interval: null, basis: null });

describe('mayBeSameTime', () => {
  it('allows one day for time zones and no more', () => {
    expect(mayBeSameTime(timeSpan(madeDay('2031-05-05')), timeSpan(madeDay('2031-05-06')))).toBe(true);
    expect(mayBeSameTime(timeSpan(madeDay('2031-05-05')), timeSpan(madeDay('2031-05-07')))).toBe(false);
  });

  it('finds a day inside its year', () => {
    const year = timeSpan({ surface: '2031', timex: '2031', interval: ['2031-01-01', '2031-12-31'], basis: 'explicit' });
    expect(mayBeSameTime(year, timeSpan(madeDay('2031-05-05')))).toBe(true);
    expect(mayBeSameTime(year, timeSpan(madeDay('2032-05-05')))).toBe(false);
  });

  it('compares times that cannot be resolved as such', () => {
    expect(mayBeSameTime(weekday('XXXX-WXX-2'), weekday('XXXX-WXX-2'))).toBe(true);
    expect(mayBeSameTime(weekday('XXXX-WXX-2'), weekday('XXXX-WXX-3'))).toBe(false);
    expect(mayBeSameTime(weekday('XXXX-WXX-2'), timeSpan(null))).toBe(true);
  });
});
