import { describe, expect, it } from 'vitest';
import { toLocalDay } from './local-day.ts';

const at = (value: string) => ({ value, precision: 'second' as const, source: 'json-ld' as const });

describe('toLocalDay', () => {
  it('goes by the day that the page shows when universal time has turned to the next', () => {
    expect(toLocalDay(at('2021-03-05T02:25:54Z'), ['2021-03-04'], 'none')).toEqual({
      value: '2021-03-04',
      precision: 'day',
      source: 'json-ld',
    });
    expect(toLocalDay(at('2021-03-05T02:25:54Z'), ['March 4, 2021 9:25 pm'], 'none').value).toBe('2021-03-04T21:25:54-05:00');
  });
  it('leaves a date alone that the page shows as it is, or that is too far off', () => {
    expect(toLocalDay(at('2021-03-05T02:25:54Z'), ['2021-03-05', '2021-03-04'], 'none').value).toBe('2021-03-05T02:25:54Z');
    expect(toLocalDay(at('2021-03-05T02:25:54Z'), ['2021-03-01'], 'none').value).toBe('2021-03-05T02:25:54Z');
    expect(toLocalDay(at('2021-03-05T20:25:54Z'), ['2021-03-04'], 'none').value).toBe('2021-03-05T20:25:54Z');
    expect(toLocalDay(at('2021-03-05T02:25:54+01:00'), ['2021-03-04'], 'none').value).toBe('2021-03-05T02:25:54+01:00');
  });
  it('reads the instant of a Central European midnight as a day, on hosts of those countries only', () => {
    expect(toLocalDay(at('2021-11-06T23:00:00Z'), [], 'none', 'https://zeitung.example.de/a').value).toBe('2021-11-07');
    expect(toLocalDay(at('2021-07-06T22:00:00Z'), [], 'none', 'https://zeitung.example.at/a').value).toBe('2021-07-07');
    expect(toLocalDay(at('2021-11-06T23:00:00Z'), [], 'none', 'https://news.example.com/a').value).toBe('2021-11-06T23:00:00Z');
    expect(toLocalDay(at('2021-11-06T22:00:00Z'), [], 'none', 'https://zeitung.example.de/a').value).toBe('2021-11-06T22:00:00Z');
  });
});
