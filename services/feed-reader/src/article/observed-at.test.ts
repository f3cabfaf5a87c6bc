import { describe, expect, it } from 'vitest';
import { createObservedAtClock, firstPlausible } from './observed-at.ts';

const now = Date.parse('2020-06-01T00:00:00Z');

describe('observedAt of a bulk intake', () => {
  it('takes a plausible printed time', () => {
    expect(createObservedAtClock({ now, first: null })('2020-05-30T10:00:00Z')).toBe('2020-05-30T10:00:00.000Z');
  });

  it('reads a time without a zone as UTC, whatever the zone of the machine', () => {
    expect(createObservedAtClock({ now, first: null })('2020-05-30T10:00')).toBe('2020-05-30T10:00:00.000Z');
  });

  it('keeps an undated article just behind the one before it', () => {
    const clock = createObservedAtClock({ now, first: null });
    clock('2020-05-30T10:00:00Z');
    expect(clock(null)).toBe('2020-05-30T10:00:00.001Z');
  });

  it.each(['1066-10-14', '2031-01-01', 'yesterday'])('does not believe %s', (date) => {
    const clock = createObservedAtClock({ now, first: Date.parse('2020-01-01T00:00:00Z') });
    expect(clock(date)).toBe('2020-01-01T00:00:00.001Z');
  });

  it('starts undated articles at the first dated one of the input', () => {
    expect(firstPlausible([null, 'nonsense', '2019-03-04'], now)).toBe(Date.parse('2019-03-04'));
  });
});
