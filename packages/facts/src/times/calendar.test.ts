import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, addYears, easter, formatDay, fromOrdinal, isoWeek, nthWeekday, parseDay, toOrdinal, weekday } from './calendar.ts';

test('days agree with the platform calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (ordinal) => {
      const day = fromOrdinal(ordinal);
      const iso = new Date(ordinal * 86_400_000);
      expect(formatDay(day)).toBe(iso.toISOString().slice(0, 10));
      expect(toOrdinal(day)).toBe(ordinal);
      expect(weekday(day)).toBe(iso.getUTCDay() === 0 ? 7 : iso.getUTCDay());
    }),
  );
});

test('weeks, feasts and moves', () => {
  expect(isoWeek({ year: 2021, month: 1, day: 3 })).toEqual({ year: 2020, week: 53 });
  expect(formatDay(easter(2024))).toBe('2024-03-31');
  expect(formatDay(nthWeekday(2023, 11, 4, 4))).toBe('2023-11-23');
  expect(addMonths(2020, 1, -2)).toEqual({ year: 2019, month: 11 });
  expect(addYears(-1, 1)).toBe(1);
  expect(parseDay('2021-02-29')).toBeNull();
  expect(parseDay('2020-02-29T10:00')).toEqual({ year: 2020, month: 2, day: 29 });
});
