import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers } from './find-numbers.ts';

const read = (text: string): string[] =>
  findNumbers(text).map(
    ({ start, end, value, min, max, kind }) =>
      `${text.slice(start, end)}=${value ?? `${min}..${max}`}${kind === 'cardinal' ? '' : ` ${kind}`}`,
  );

describe('digits', () => {
  test.each([
    ['1,234.5 and 1.234.567', ['1,234.5=1234.5', '1.234.567=1234567']],
    ['.5 or -7 or +3 or minus 12 or minus-1.4', ['.5=0.5', '-7=-7', '+3=3', 'minus 12=-12', 'minus-1.4=-1.4']],
    ['2 1/2, 2½ and 1/16', ['2 1/2=2.5', '2½=2.5', '1/16=0.0625 fraction']],
    ['10 000 000 people', ['10 000 000=10000000']],
    ['1.5×10−3, 4e6 and 2 x 10^5', ['1.5×10−3=0.0015', '4e6=4000000', '2 x 10^5=200000']],
    ['3 million, 4bn, 5k and 2 hundred thousand', ['3 million=3000000', '4bn=4000000000', '5k=5000', '2 hundred thousand=200000']],
    ['Rs 1,50,000', ['1,50,000=150000']],
    ['at 10:30 on 9/11 or 24/7', []],
  ])('%s', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });
});

describe('words', () => {
  test.each([
    ['two hundred and five thousand and six', ['two hundred and five thousand and six=205006']],
    ['twenty-one or ninety nine', ['twenty-one=21', 'ninety nine=99']],
    [
      'a hundred, half a million, a half-dozen, a million and a half',
      ['a hundred=100', 'half a million=500000', 'a half-dozen=6', 'a million and a half=1500000'],
    ],
    ['two and a half billion or three point one four', ['two and a half billion=2500000000', 'three point one four=3.14']],
    ['one and two', ['one=1', 'two=2']],
    ['a dozen eggs, three dozen eggs', ['a dozen=12', 'three dozen=36']],
    ['the first, the twenty-third, the 21st', ['first=1 ordinal', 'twenty-third=23 ordinal', '21st=21 ordinal']],
  ])('%s', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });
});

describe('shares and vague numbers', () => {
  test.each([
    [
      'two-thirds of it, a third of it, a third man',
      ['two-thirds=0.6666666666666666 fraction', 'a third=0.3333333333333333 fraction', 'third=3 ordinal'],
    ],
    ['two houses and a third, smaller one; nearly a third.', ['two=2', 'third=3 ordinal', 'one=1', 'a third=0.3333333333333333 fraction']],
    ['one in four, nine out of 10', ['one in four=0.25 fraction', 'nine out of 10=0.9 fraction']],
    ['half of them, the first half', ['half=0.5 fraction', 'first=1 ordinal']],
    [
      'thousands, tens of thousands, dozens',
      ['thousands=1000..10000 vague', 'tens of thousands=10000..100000 vague', 'dozens=24..120 vague'],
    ],
    ['several hundred, a few thousand', ['several hundred=200..1000 vague', 'a few thousand=2000..10000 vague']],
  ])('%s', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });
});

test('a letter on the digits is offered as a scale and left to the caller', () => {
  expect(findNumbers('5m wide')[0]).toMatchObject({ value: 5, end: 1, suffix: { text: 'm', factor: 1e6, end: 2 } });
});

test('whole numbers up to a trillion are read back from their words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
      expect(findNumbers(inWords(value)).map((number) => number.value)).toEqual([value]);
    }),
  );
});

test('any text: spans ascend and values are numbers', () => {
  const piece = fc.constantFrom(
    'one',
    'hundred',
    'and',
    'a',
    'half',
    'million',
    '5',
    ',',
    '1,000',
    '-',
    ' ',
    '½',
    'point',
    'thousands',
    'of',
    'e9',
    '×10',
    'third',
    'dozen',
    'minus',
    'zero',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      let last = 0;
      for (const { start, end, value, min, max } of findNumbers(pieces.join(' '))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(Number.isFinite(value ?? min ?? max)).toBe(true);
        last = end;
      }
    }),
  );
});

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function inWords(value: number): string {
  const scale = [
    ['billion', 1e9],
    ['million', 1e6],
    ['thousand', 1e3],
    ['hundred', 100],
  ] as const;
  for (const [name, factor] of scale) {
    if (value >= factor) {
      const rest = value % factor;
      return `${inWords(Math.floor(value / factor))} ${name}${rest === 0 ? '' : ` ${factor === 100 ? 'and ' : ''}${inWords(rest)}`}`;
    }
  }
  if (value < 20) return units[value]!;
  return tens[Math.floor(value / 10)]! + (value % 10 === 0 ? '' : `-${units[value % 10]!}`);
}
