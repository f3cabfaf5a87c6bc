import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuantities } from './find-quantities.ts';

/** `comparator value unit`, a range as low..high, and the change in brackets. */
const read = (sentence: string): string[] =>
  findQuantities(sentence).map(({ comparator, value, min, max, unit, change }) => {
    const amount = value ?? `${min}..${max ?? ''}`;
    const moved =
      change === undefined
        ? ''
        : ` (${Object.entries(change)
            .map(([key, part]) => (key === 'direction' ? part : `${key} ${part}`))
            .join(' ')})`;
    return `${comparator === 'eq' ? '' : `${comparator} `}${amount} ${unit}${moved}`.trim();
  });

describe('counts', () => {
  test.each<[string, string[]]>([
    ['The firm employs 1,200 skilled welders in Turku.', ['1200 welder']],
    ['She has two sons and a dozen grandchildren.', ['2 son', '12 grandchild']],
    ['The blast left 14 dead and nine wounded.', ['14 person', '9 person']],
    ['The fire killed at least 13 and 40 were injured; two others died.', ['gte 13 person', '40 person', '2 person']],
    ['Three of its older ferries were sold.', ['3 ferry']],
    ['A 15-member panel met.', ['15 member']],
    ['The club sold 300 tickets in May and 900 in June.', ['300 ticket', '900 ticket']],
    ['The number of nurses will be less than 400.', ['lt 400 nurse']],
    ['The death toll rose to 31.', ['31 death (up to 31)']],
    ['One of the biggest dams broke.', ['1 dam']],
    ['Six crew and two Kh-59 missiles', ['6 crew', '2 missile']],
    ['Nobody knew which one he meant.', []],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('comparators', () => {
  test.each<[string, string[]]>([
    ['Fewer than 40 voters came.', ['lt 40 voter']],
    ['At least 40 voters came.', ['gte 40 voter']],
    ['Up to 40 voters came.', ['lte 40 voter']],
    ['Nearly 40 voters came.', ['approx 40 voter']],
    ['More than half of the voters came.', ['gt 0.5 ratio']],
    ['40 or more voters came.', ['gte 40 voter']],
    ['The 40-plus voters came.', ['gte 40 voter']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('ranges and scores', () => {
  test.each<[string, string[]]>([
    ['It takes 15 to 20 minutes.', ['range 15..20 min']],
    ['Between five and seven percent agreed.', ['range 5..7 %']],
    ['They paid $3-5 million for it.', ['range 3000000..5000000 USD']],
    ['It costs from 1.5 to 2 billion euros.', ['range 1500000000..2000000000 EUR']],
    ['It would cost one to two billion dollars.', ['range 1000000000..2000000000 USD']],
    ['She leads by 39 percent to 32 percent.', ['39 %', '32 %']],
    ['They won 3-1 at home.', ['range 3..1 score']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('changes', () => {
  test.each<[string, string[]]>([
    ['Sales fell from 900 units to 650.', ['650 unit (down from 900 to 650)']],
    ['Output rose by 4.5 percent.', ['4.5 % (up by 4.5)']],
    ['Output rose to 80 tonnes from 72 tonnes.', ['80 t (up to 80 from 72)', '72 t']],
    ['Staff numbers are down from 2,400.', ['lt 2400 staff (down from 2400)']],
    ['Rents are now “up from 900” in Oslo.', ['gt 900  (up from 900)']],
    ['Sales fell to 650 units, down from 900.', ['650 unit (down to 650 from 900)', '900 unit (down from 900)']],
    ['The airline will roughly halve its fleet.', ['approx 0.5 ratio (down)']],
    ['The index gained 12 points.', ['12 point (up by 12)']],
    ['Oil rose $1.15, or 1.4%, to $84.02.', ['1.15 USD (up by 1.15)', '1.4 % (up by 1.4)', '84.02 USD (up to 84.02)']],
    ['He gave up 30 acres.', ['30 acre']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('money', () => {
  test.each<[string, string[]]>([
    ['A €1.2m grant and a $3bn loan', ['1200000 EUR', '3000000000 USD']],
    ['It fetched 10.5 million Australian dollars (US $7.5 million).', ['10500000 AUD', '7500000 USD']],
    ['Gold costs $1,271.2 an ounce and rent $900 a month.', ['1271.2 USD/oz', '900 USD/mo']],
    ['Shares closed at 118.5p.', ['118.5 penny']],
    ['It lost five pounds of weight and five million pounds of cash.', ['5 lb (down by 5)', '5000000 GBP']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('measures', () => {
  test.each<[string, string[]]>([
    ['A 6.1-inch screen and a 120Hz panel', ['6.1 in', '120 Hz']],
    ['It flew about 1,700 miles (2,735km).', ['approx 1700 mi', 'approx 2735 km']],
    ['A magnitude 6.4 quake struck.', ['6.4 magnitude']],
    ['He is 6 ft 2 in tall and ran for 2 hours and 30 minutes.', ['6.16666666666667 ft', '2.5 h']],
    ['Winds of 50 to 60mph hit the coast.', ['range 50..60 mph']],
    [`At 5'10" and -7° Celsius it weighs 2 pounds, 3 ounces.`, ['5.83333333333333 ft', '-7 °C', '2.1875 lb']],
    ['A quarter of a mile away', ['0.25 mi']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('ages', () => {
  test.each<[string, string[]]>([
    ['Lena Vogt, 44, and her 12-year-old son', ['44 yr', '12 yr']],
    ['They met boys aged between 16 and 19.', ['range 16..19 yr']],
    ['It works in adults over 65.', ['gt 65 yr']],
    ['Children aged 6 and 7 sang.', ['range 6..7 yr']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

test.each<[string, string[]]>([
  ['Two pupils aged 6 and 9 drowned.', ['2 pupil', '6 yr', '9 yr']],
  ['Pupils aged 6 to 9 swim.', ['range 6..9 yr']],
  ['A pupil aged 6 and 9 nurses met.', ['6 yr', '9 nurse']],
])('ages: %s', (sentence, quantities) => {
  expect(read(sentence)).toEqual(quantities);
});

describe('vague', () => {
  test.each<[string, string[]]>([
    ['Thousands fled.', ['vague 1000..']],
    ['Several hundred homes burned.', ['vague 200.. home']],
    ['It took several years.', ['vague 2.. yr']],
    ['Most of the crew stayed.', ['gt 0.5 ratio']],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('words without a number', () => {
  test.each<[string, string[]]>([
    ['A decade-long search ended.', ['10 yr']],
    ['It lasted more than a year and nearly half a century.', ['gt 1 yr', 'approx 0.5 century']],
    ['They waited a year and a half.', ['1.5 yr']],
    ['A single shot was heard.', ['1 shot']],
    ['Most farmers agreed, with most paid by the state.', ['gt 0.5 ratio', 'gt 0.5 ratio']],
    ['They won the most votes with their most popular songs.', []],
    ['Traffic doubled and will triple again.', ['2 ratio (up)', '3 ratio (up)']],
    ['Cases grew fivefold, twice as many as feared.', ['5 ratio', '2 ratio']],
    ['They split it into two halves and took a double room.', ['2 half']],
    ['A couple of guards and a handful of visitors stayed a few days.', ['vague 2.. guard', 'vague 2.. visitor', 'vague 2.. d']],
    ['It was her sixth medal and the 15th win this season.', ['6 ordinal', '15 ordinal']],
    ['On the 21st floor, on its 50th anniversary', []],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('no quantities', () => {
  test.each<[string, string[]]>([
    ['On March 29, 2019, and in May 2020 they met at 10:30 a.m. and 5 p.m.', []],
    ['The 1990s and 2014 were good; from 1914 to 1918 they were not.', []],
    ['El 14 de septiembre de 2017 y 14 сентября 2017', []],
    ['2. Rinse the beans.', []],
    ['His 1861 inaugural address', []],
    ['They went from one town to another.', []],
    ['The third man won in the 21st century.', []],
    ['Page 12, Flight 370, the G7, Covid-19 and the F-16', []],
    ['He lives at 49 Harbour Road.', []],
    ['Call 0207 782 4368 now.', []],
  ])('%s', (sentence, quantities) => {
    expect(read(sentence)).toEqual(quantities);
  });
});

describe('what is measured or counted', () => {
  test.each<[string, string[]]>([
    ['They spend 25% of their yearly budget on it.', ['yearly budget']],
    ['It reached an altitude of about 770 km.', ['altitude']],
    ['She signed a $5 million contract.', ['contract']],
    ['It laid 40 km of cable and hired 30 young engineers.', ['cable', 'young engineers']],
    ['Inflation is at 6%.', ['']],
  ])('%s', (sentence, measures) => {
    expect(findQuantities(sentence).map(({ measure }) => measure)).toEqual(measures);
  });
});

test('numbers with a decimal comma', () => {
  const found = findQuantities('Mehr als 1.200 km und 3,5 % für €2.500,50', { decimalComma: true });
  expect(found.map(({ value, unit, surface }) => [value, unit, surface])).toEqual([
    [1200, 'km', '1.200 km'],
    [3.5, '%', '3,5 %'],
    [2500.5, 'EUR', '€2.500,50'],
  ]);
});

test('offsets hold the words of the quantity', () => {
  const sentence = 'They sold more than $2.5 billion of bonds.';
  expect(findQuantities(sentence)).toMatchObject([
    { surface: '$2.5 billion', start: 20, end: 32, number: { start: 21, end: 32 }, comparatorCue: { start: 10, end: 19 } },
  ]);
});

test('any sentence: surfaces are substrings, spans lie inside, numbers are finite, bounds are in order', () => {
  const piece = fc.constantFrom(
    '$',
    '5',
    '1,200',
    'million',
    'to',
    'from',
    'between',
    'and',
    '-',
    '%',
    'km',
    'people',
    'fell',
    'by',
    'of',
    'the',
    'more than',
    'a',
    'half',
    '(',
    ')',
    '2014',
    'May',
    ',',
    'two',
    'thirds',
    'per',
    'hour',
    'old',
    'Ann Lee',
    '½',
    '-year',
    'thousands',
    '’s',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(' ', ''), (pieces, glue) => {
      const sentence = pieces.join(glue);
      for (const { start, end, surface, value, min, max, number, unit } of findQuantities(sentence)) {
        expect(sentence.slice(start, end)).toBe(surface);
        expect(start).toBeLessThan(end);
        expect(number?.start ?? start).toBeGreaterThanOrEqual(start);
        expect(Number.isFinite(value ?? min)).toBe(true);
        expect(unit === 'score' || (min ?? 0) <= (max ?? Infinity)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
