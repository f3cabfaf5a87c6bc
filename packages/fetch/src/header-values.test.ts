import { describe, expect, it } from 'vitest';
import { freshSeconds, httpDate, maxRetryAfter, retryAfter } from './header-values.ts';

const now = Date.UTC(2024, 0, 1);

describe('httpDate', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])('reads %s', (value) => {
    expect(httpDate(value)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });
  it.each(['0', '-1', 'tomorrow', '2024-01-01', 'Sun, 06 Nov 1994 08:49:37 PST'])('leaves %s', (value) => {
    expect(httpDate(value)).toBeUndefined();
  });
});

describe('retryAfter', () => {
  it('reads seconds and dates, by the server’s own clock where it shows one', () => {
    expect(retryAfter({ 'retry-after': '30' }, now)).toBe(30);
    expect(retryAfter({ 'retry-after': 'Mon, 01 Jan 2024 00:01:00 GMT' }, now)).toBe(60);
    expect(retryAfter({ 'retry-after': 'Mon, 01 Jan 2024 09:01:00 GMT', date: 'Mon, 01 Jan 2024 09:00:00 GMT' }, now)).toBe(60);
  });
  it('never asks for a wait in the past, for ever, or without sense', () => {
    expect(retryAfter({ 'retry-after': 'Sun, 31 Dec 2023 00:00:00 GMT' }, now)).toBe(0);
    expect(retryAfter({ 'retry-after': '999999999' }, now)).toBe(maxRetryAfter);
    expect(retryAfter({ 'retry-after': 'soon' }, now)).toBeUndefined();
    expect(retryAfter({}, now)).toBeUndefined();
  });
});

describe('freshSeconds', () => {
  it.each([
    [{ 'cache-control': 'public, Max-Age=600', age: '100' }, 500],
    [{ 'cache-control': 'max-age=600', age: '900' }, 0],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ expires: 'Mon, 01 Jan 2024 00:10:00 GMT' }, 600],
    [{ expires: '0' }, 0],
    [{ 'cache-control': 'public' }, undefined],
  ])('of %j is %s', (headers, seconds) => {
    expect(freshSeconds(headers as Record<string, string>, now)).toBe(seconds);
  });
});
