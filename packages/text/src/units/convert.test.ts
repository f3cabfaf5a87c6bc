import { expect, test } from 'vitest';
import { convertUnit } from './convert.ts';
import { currencyBySign, unitBySign, unitByWord, unitOf } from './registry.ts';

test.each([
  [26.2, 'mi', 'km', 42.1648],
  [100, '°C', '°F', 212],
  [0, 'K', '°C', -273.15],
  [5, 'lb', 'kg', 2.26796],
  [60, 'mph', 'km/h', 96.5606],
  [1, 'bbl', 'L', 158.987],
  [250, 'bp', '%', 2.5],
  [2, 'GW', 'MW', 2000],
])('%d %s in %s', (value, from, to, expected) => {
  expect(convertUnit(value, from, to)).toBeCloseTo(expected, 3);
});

test('what does not measure the same is not converted', () => {
  expect(convertUnit(1, 'km', 'kg')).toBeNull();
  expect(convertUnit(1, 'USD', 'EUR')).toBeNull();
  expect(convertUnit(1, 'no such unit', 'km')).toBeNull();
});

test.each([
  ['square feet', 'ft²'],
  ['kilometres', 'km'],
  ['miles per hour', 'mph'],
  ['degrees celsius', '°C'],
  ['percentage points', 'pp'],
  ['us dollars', 'USD'],
  ['pound-feet', 'lb⋅ft'],
])('%s is %s', (word, symbol) => {
  expect(unitByWord(word)?.symbol).toBe(symbol);
});

test('symbols are told apart by case', () => {
  expect(unitBySign('mW')?.name).toBe('milliwatt');
  expect(unitBySign('MW')?.name).toBe('megawatt');
  expect(unitBySign('km/h')?.symbol).toBe('km/h');
  expect(currencyBySign('A$')?.symbol).toBe('AUD');
  expect(unitOf('%')?.unitClass).toBe('ratio');
  expect(unitByWord('constructor')).toBeUndefined();
});
