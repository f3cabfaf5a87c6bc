import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTimes } from './find.ts';
import type { TimeContext } from './types.ts';

/** A Thursday. */
const dated: TimeContext = { documentDate: '2019-03-14T09:30:00Z', earlier: [] };
const undated: TimeContext = { documentDate: null, earlier: [] };
const read = (text: string, context: TimeContext = dated): string[] =>
  findTimes(text, context).map((mention) => `${mention.surface} = ${mention.value}`);
const one = (text: string, context: TimeContext = dated) => {
  const [first] = findTimes(text, context);
  if (first === undefined) throw new Error(`no time in: ${text}`);
  return first;
};

describe('dates with a year', () => {
  test.each([
    ['The bridge opened on 4 May 2011.', '4 May 2011 = 2011-05-04'],
    ['The bridge opened on May 4, 2011, in rain.', 'May 4, 2011 = 2011-05-04'],
    ['It fell on the 4th of May, 2011.', '4th of May, 2011 = 2011-05-04'],
    ['Filed 2011-05-04.', '2011-05-04 = 2011-05-04'],
    ['Filed 24/05/2011.', '24/05/2011 = 2011-05-24'],
    ['Filed 04.05.2011.', '04.05.2011 = 2011-05-04'],
    ['It began in May 2011.', 'May 2011 = 2011-05'],
    ['It began in early May 2011.', 'early May 2011 = 2011-05'],
    ['The city fell in 490 BC.', '490 BC = BC0490'],
    ['Sales rose in the third quarter of 2018.', 'third quarter of 2018 = 2018-Q3'],
    ['Sales rose in Q3 2018.', 'Q3 2018 = 2018-Q3'],
    ['Output fell in the second half of 2018.', 'second half of 2018 = 2018-H2'],
    ['Spending for fiscal 2020 grew.', 'fiscal 2020 = FY2020'],
    ['They met in the summer of 2007.', 'summer of 2007 = 2007-SU'],
    ['It was built in the 1990s.', '1990s = 199'],
    ['It was built in the 19th century.', '19th century = 18'],
    ['They left on Christmas Eve 2004.', 'Christmas Eve 2004 = 2004-12-24'],
    ['They left on Easter Monday 2016.', 'Easter Monday 2016 = 2016-03-28'],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test('a day and month that may be either way round keep the year only', () => {
    expect(read('Filed 04/05/2011.')).toEqual(['04/05/2011 = 2011']);
  });

  test('ranges give both ends, the first with the month and year of the second', () => {
    expect(read('Talks ran from 16-19 September 2016.')).toEqual(['16 = 2016-09-16', '19 September 2016 = 2016-09-19']);
    expect(read('It lasted from January to March 2018.')).toEqual(['January = 2018-01', 'March 2018 = 2018-03']);
    expect(read('It lasted from November to March 2018.')).toEqual(['November = 2017-11', 'March 2018 = 2018-03']);
    expect(findTimes('The war of 1870–71 ended it.', dated).map(({ value, range }) => [value, range])).toEqual([
      ['1870', 'begin'],
      ['1871', 'end'],
    ]);
  });
});

describe('dates that look back from the document', () => {
  test.each([
    ['The minister resigned on Tuesday.', '2019-03-12'],
    ['The minister resigned on Thursday.', '2019-03-14'],
    ['The minister resigned on Friday.', '2019-03-08'],
    ['The minister will resign on Friday.', '2019-03-15'],
    ['The minister is expected to resign on Tuesday.', '2019-03-19'],
    ['The minister said on Tuesday he would resign.', '2019-03-12'],
    ['The minister resigned yesterday.', '2019-03-13'],
    ['The minister resigned last year.', '2018'],
    ['The minister resigned in November.', '2018-11'],
    ['The minister resigned on 2 March.', '2019-03-02'],
    ['The minister resigned on Nov. 2.', '2018-11-02'],
    ['The trial will start in June.', '2019-06'],
    ['The trial will start in January.', '2020-01'],
    ['He was arrested two days ago.', '2019-03-12'],
    ['He was arrested four years ago.', '2015'],
    ['He was arrested last week.', '2019-W10'],
    ['He was arrested Sunday night.', '2019-03-10TNI'],
    ['He was arrested last night.', '2019-03-13TNI'],
    ['He was arrested on June 12 last year.', '2018-06-12'],
    ['He was arrested last November.', '2018-11'],
    ['He was arrested at the weekend.', '2019-W10-WE'],
    ['He was arrested in the early hours of Tuesday.', '2019-03-12TMO'],
    ['He was arrested on the 29th.', '2019-01-29'],
    ['They will vote at the weekend.', '2019-W11-WE'],
    ['The plant will close in three weeks.', '2019-W14'],
  ])('%s', (text, expected) => {
    const mention = one(text);
    expect(mention.value).toBe(expected);
    expect(mention.basis).toBe('article-date');
    expect(mention.interval).not.toBeNull();
  });

  test('the part of a day east of the newsroom may be tomorrow', () => {
    expect(one('The quake struck Friday morning local time.').value).toBe('2019-03-15TMO');
  });

  test('a printed weekday picks the year', () => {
    expect(one('It opened on Sunday, March 4.').value).toBe('2018-03-04');
  });

  test('an explicit older date in the paragraph governs what follows', () => {
    const earlier = [
      { year: 2011, month: 3, day: 11, age: 1, sameParagraph: true, explicit: true, opening: false, future: false, passing: false },
    ];
    expect(one('The reactor failed on 14 March.', { ...dated, earlier })).toMatchObject({ value: '2011-03-14', basis: 'narrative' });
    expect(one('Three days later it burned.', { ...dated, earlier })).toMatchObject({ value: '2011-03-14', basis: 'narrative' });
    expect(one('The following day it burned.', { ...dated, earlier }).value).toBe('2011-03-12');
  });
});

describe('without a date of the document', () => {
  test.each([
    ['He left on Tuesday.', 'XXXX-WXX-2'],
    ['He left on September 12.', 'XXXX-09-12'],
    ['He left in September.', 'XXXX-09'],
    ['He left yesterday.', 'XXXX-XX-XX'],
    ['He left last year.', 'XXXX'],
    ['He left last week.', 'XXXX-WXX'],
    ['He left the next day.', 'XXXX-XX-XX'],
    ['He left this morning.', 'XXXX-XX-XXTMO'],
  ])('%s stays partial', (text, expected) => {
    expect(one(text, undated)).toMatchObject({ value: expected, interval: null, basis: null });
  });
});

describe('lengths, repetition and vague references', () => {
  test.each([
    ['The strike lasted three days.', 'P3D', 'DURATION'],
    ['The strike lasted more than two and a half years.', 'P2.5Y', 'DURATION'],
    ['The strike lasted for weeks.', 'PXW', 'DURATION'],
    ['The strike lasted an hour and 20 minutes.', 'PT1H20M', 'DURATION'],
    ['A 24-hour strike began.', 'PT24H', 'DURATION'],
    ['He met them every Monday.', 'XXXX-WXX-1', 'SET'],
    ['The paper appears daily.', 'XXXX-XX-XX', 'SET'],
    ['It holds every two years.', 'P2Y', 'SET'],
    ['They are now in Oslo.', 'PRESENT_REF', 'DATE'],
  ])('%s', (text, value, type) => {
    expect(one(text)).toMatchObject({ value, type });
  });

  test('"the past week" carries its days', () => {
    expect(one('Over the past week prices fell.')).toMatchObject({ value: 'P1W', interval: { from: '2019-03-07', to: '2019-03-14' } });
  });

  test('a clock time takes the day of its sentence', () => {
    expect(findTimes('It struck at 7.16am local time on Tuesday.', dated)[0]).toMatchObject({
      value: '2019-03-12T07:16',
      interval: { from: '2019-03-12T07:16', to: '2019-03-12T07:16' },
    });
    expect(read('It struck at 5:57 pm EDT.')).toEqual(['5:57 pm EDT = XXXX-XX-XXT17:57-04:00']);
  });

  test('modifiers and relations are kept apart from the value', () => {
    expect(one('It must close by the end of May 2020.')).toMatchObject({ value: '2020-05', mod: 'END', relation: 'by' });
    expect(one('It has stood since 2014.')).toMatchObject({ value: '2014', relation: 'since' });
    expect(one('He was a former mayor.')).toMatchObject({ value: 'PAST_REF', attributive: true });
  });
});

describe('what is no time', () => {
  test.each([
    'They may march to the fall of the house.',
    'About 2000 troops left and 1500 stayed.',
    'A 34-year-old man was hurt.',
    'Mr May spoke to the second man.',
    'He scored from 1200 metres.',
    'The price rose to $2019.',
    'The Black Friday sales were weak.',
    'The Sunday Times reported it.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'Tuesday',
    'May',
    '4',
    '2011',
    ',',
    '-',
    'the',
    'end',
    'of',
    'last',
    'three',
    'days',
    'later',
    'ago',
    'BC',
    '31',
    '30/02/2011',
    'Feb.',
    '29',
    '\n',
    '“',
    'quarter',
    'night',
    '12:60',
    '24:00',
    'local',
    'time',
    'week',
    'noon',
  );
  test('offsets are in order, inside the text and verbatim', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words, { maxLength: 25 }).map((list) => list.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const mention of findTimes(text, dated)) {
            expect(mention.start).toBeGreaterThanOrEqual(last);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(mention.surface).toBe(text.slice(mention.start, mention.end));
            expect(mention.interval === null || mention.interval.from <= mention.interval.to).toBe(true);
            last = mention.end;
          }
        },
      ),
    );
  });

  test('moving the document by a week moves no explicit date', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const text = list.join(' ');
        const before = findTimes(text, dated);
        const after = findTimes(text, { ...dated, documentDate: '2019-03-21' });
        expect(after.length).toBe(before.length);
        before.forEach((mention, index) => {
          expect(mention.basis === 'explicit' && after[index]?.basis === 'explicit' ? after[index]?.value : mention.value).toBe(
            mention.value,
          );
        });
      }),
    );
  });
});
