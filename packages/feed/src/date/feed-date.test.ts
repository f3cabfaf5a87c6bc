import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readFeedDate } from './feed-date.ts';

const iso = (raw: string): string | undefined => readFeedDate(raw)?.iso;
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('readFeedDate', () => {
  it.each([
    ['Wed, 31 Dec 2003 10:14:55 GMT', '2003-12-31T10:14:55Z'],
    ['31 Dec 03 10:14 -0500', '2003-12-31T15:14:00Z'],
    ['Wed, 31 Dec 2003 23:59:60 +0000 (UTC)', '2004-01-01T00:00:00Z'],
    ['2003-12-31T10:14:55.25+05:30', '2003-12-31T04:44:55Z'],
    ['20031231T101455Z', '2003-12-31T10:14:55Z'],
    ['2003-365', '2003-12-31T00:00:00Z'],
    ['2003-12', '2003-12-01T00:00:00Z'],
    ['2003-12-31T24:00:00Z', '2004-01-01T00:00:00Z'],
  ])('reads the standard form %s', (raw, expected) => {
    expect(readFeedDate(raw)).toMatchObject({ iso: expected, lenient: false });
  });

  it.each([
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06Z'],
    ['Sunday, July 25, 2010 12:01 AM EDT', '2010-07-25T04:01:00Z'],
    ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
    ['2004-7-13T9:15-05:00', '2004-07-13T14:15:00Z'],
    ['2004-07-08 23:56:58.0', '2004-07-08T23:56:58Z'],
    ['2004년 5월 28일 오후 11:31:25', '2004-05-28T23:31:25Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['mar. 12 déc. 2023 14h30', '2023-12-12T14:30:00Z'],
    ['12. Dezember 2023, 14:30 Uhr', '2023-12-12T14:30:00Z'],
    ['12 декабря 2023 г., 14:30', '2023-12-12T14:30:00Z'],
    ['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00Z'],
    ['Tue Dec 12 2023 14:30:00 GMT+0100 (Central European Standard Time)', '2023-12-12T13:30:00Z'],
    ['1702391400', '2023-12-12T14:30:00Z'],
    ['March 9, 2024 - 5:30 pm ET', '2024-03-09T22:30:00Z'],
    ['Tue, 9 Jul 2024 17:30:00 America/Los_Angeles', '2024-07-10T00:30:00Z'],
    ['Tue, 09 Jul 2024 17:30:00 BST', '2024-07-09T16:30:00Z'],
    ['Fri, 13 Dec 2024 10:30:00 +0530 IST', '2024-12-13T05:00:00Z'],
    ['Sun, 3 Nov 2024 01:30:00 ET', undefined],
    ['Tue, 9 Jan 2024 17:30:00 BST', undefined],
    ['Tue May 25 23:23:17 CST 2004', undefined],
    ['31/12/2003 10:14', '2003-12-31T10:14:00Z'],
    ['Thu, 04/03/2020', undefined],
    ['Fri, 04/03/2020', '2020-04-03T00:00:00Z'],
  ])('reads the looser form %s', (raw, expected) => {
    expect(iso(raw)).toBe(expected);
  });

  it.each([
    '03/04/2020',
    '31 Jun 2004 10:00:00 GMT',
    '2003-02-29',
    '2003-07-01T25:51:30Z',
    '2003-07-01T01:55:61-05:00',
    'Wed, 31 Dec 2003 10:14:55 +2600',
    '0001-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '12 listopada 2023',
    '10 11 12',
    '2004052511',
    '5 May 2004 1430',
    'Wed, 31 Dec 2003 10:14:55 IST',
    'Wed, 31 Dec 2003 10:14:55 B',
    'yesterday',
    'May',
    '',
  ])('refuses to guess at %s', (raw) => {
    expect(readFeedDate(raw)).toBeUndefined();
  });

  it('says how precise a date is and whether its zone is known', () => {
    expect(readFeedDate('2003')).toMatchObject({ precision: 'year', zone: 'assumed-utc' });
    expect(readFeedDate('2003-12-31')).toMatchObject({ precision: 'day', zone: 'assumed-utc' });
    expect(readFeedDate('2003-12-31T10:14Z')).toMatchObject({ precision: 'minute', zone: 'given' });
    expect(readFeedDate('2003-12-31 10:14')).toMatchObject({ iso: '2003-12-31T10:14:00Z', zone: 'assumed-utc' });
    expect(readFeedDate('Mon, 31 Dec 2003 10:14:55 GMT')).toMatchObject({ iso: '2003-12-31T10:14:55Z', lenient: true });
  });

  it.each(['America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati'])('gives the same answer in %s', (local) => {
    process.env['TZ'] = local;
    expect(iso('31/12/2003 10:14')).toBe('2003-12-31T10:14:00Z');
    expect(iso('Sun Jan  4 16:29:06 2004')).toBe('2004-01-04T16:29:06Z');
  });

  it('reads every moment back from each form it knows', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const two = (n: number): string => String(n).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: 86_400, max: 4_102_444_799 }), fc.integer({ min: -48, max: 56 }), (seconds, quarters) => {
        const at = new Date(seconds * 1000);
        const there = new Date(at.getTime() + quarters * 900_000);
        const sign = quarters < 0 ? '-' : '+';
        const [hours, minutes] = [two(Math.floor(Math.abs(quarters) / 4)), two((Math.abs(quarters) % 4) * 15)];
        const clock = there.toISOString().slice(11, 19);
        const [year, month, day] = [there.getUTCFullYear(), months[there.getUTCMonth()], there.getUTCDate()];
        const expected = `${at.toISOString().slice(0, 19)}Z`;
        for (const form of [
          `${there.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`,
          `${two(day)} ${month} ${year} ${clock} ${sign}${hours}${minutes}`,
          `${month} ${day}, ${year} ${clock} ${sign}${hours}${minutes}`,
          `${year}/${there.getUTCMonth() + 1}/${day} ${clock} GMT${sign}${hours}:${minutes}`,
        ]) {
          expect(iso(form)).toBe(expected);
        }
      }),
    );
  });

  it('answers any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const date = readFeedDate(raw);
        expect(date === undefined || !Number.isNaN(Date.parse(date.iso))).toBe(true);
      }),
    );
  });
});
