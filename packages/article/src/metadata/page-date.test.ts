import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthNumber, readDate } from './page-date.ts';

describe('readDate', () => {
  it.each([
    ['2021-03-04', '2021-03-04'],
    ['2021-03-04T10:20:30+01:00', '2021-03-04T10:20:30+01:00'],
    ['2021-03-04T10:20Z', '2021-03-04T10:20Z'],
    ['20210304', '2021-03-04'],
    ['Thu, 04 Mar 2021 10:20:30 GMT', '2021-03-04T10:20:30Z'],
    ['March 4, 2021 at 4:05 p.m.', '2021-03-04T16:05'],
    ['4 March 2021, 12:05 AM', '2021-03-04T00:05'],
    ['Updated Mar. 4th, 2021', '2021-03-04'],
    ['4. März 2021 um 10:20 Uhr', '2021-03-04T10:20'],
    ['4 de marzo de 2021', '2021-03-04'],
    ['le 4 mars 2021 à 10h20', '2021-03-04T10:20'],
    ['4 марта 2021', '2021-03-04'],
    ['2021年3月4日 10時20分', '2021-03-04T10:20'],
    ['04.03.2021 | 10:20', '2021-03-04T10:20'],
    ['26 | 01 | 2022', '2022-01-26'],
    ['4.3.21', '2021-03-04'],
    ['4.03.2110:20', '2021-03-04T10:20'],
    ['4 de marzo de 202110:20', '2021-03-04T10:20'],
    ['March 4, 202110:20', '2021-03-04T10:20'],
    ['25/12/2021', '2021-12-25'],
    ['12/25/2021', '2021-12-25'],
  ])('reads %s', (text, value) => expect(readDate(text)?.value).toBe(value));

  it('leaves a slashed date unread when nothing decides its order', () => {
    expect(readDate('3/4/2021')).toBeNull();
    expect(readDate('3/4/2021', 'day-first')?.value).toBe('2021-04-03');
    expect(readDate('3/4/2021', 'month-first')?.value).toBe('2021-03-04');
  });

  it.each([
    '2021-02-30',
    '31.04.2021',
    'version 1.2.3.4',
    '1234-56-78',
    'Room 12',
    '13/13/2021',
    '25 Smarch 2021',
    'Last minute 28.01. - 05.02. 10 % off',
  ])('does not invent a date in %s', (text) => expect(readDate(text)).toBeNull());

  it('takes midnight without a place for a day', () => {
    expect(readDate('2021-03-04T00:00:00Z')).toEqual({ value: '2021-03-04', precision: 'day' });
    expect(readDate('2021-03-04T00:00:00+02:00')?.precision).toBe('second');
  });

  it('answers any text, and only with days of the calendar', () => {
    const onlyDays = property(string({ maxLength: 80 }), (text) => {
      const value = readDate(text, 'day-first')?.value;
      return value === undefined || !Number.isNaN(Date.parse(value.slice(0, 10)));
    });
    expect(() => assert(onlyDays)).not.toThrow();
  });

  it('knows month names of many languages', () => {
    expect(['Sept.', 'août', 'października', 'декабря', 'maio'].map(monthNumber)).toEqual([9, 8, 10, 12, 5]);
  });
});
