import { expect, test } from 'vitest';
import { tokenize } from '../tokens/tokenize.ts';
import { comparatorAfter, comparatorBefore } from './find-comparator.ts';

/** The comparator at the number 70 of a sentence. */
function at70(sentence: string): string | undefined {
  const tokens = tokenize(sentence);
  const at = tokens.findIndex((token) => token.text === '70');
  return (comparatorBefore(tokens, at) ?? comparatorAfter(tokens, at + 1))?.comparator;
}

test.each([
  ['fewer than 70', 'lt'],
  ['just under 70', 'lt'],
  ['at least 70', 'gte'],
  ['no fewer than 70', 'gte'],
  ['up to 70', 'lte'],
  ['no more than 70', 'lte'],
  ['as many as 70', 'lte'],
  ['does not exceed 70', 'lte'],
  ['well over 70', 'gt'],
  ['upwards of 70', 'gt'],
  ['roughly 70', 'approx'],
  ['some 70', 'approx'],
  ['nearly 70', 'approx'],
  ['~70', 'approx'],
  ['exactly 70', 'eq'],
  ['70 or more', 'gte'],
  ['70-plus', 'gte'],
  ['70 or so', 'approx'],
  ['took over 70', undefined],
  ['the past 70', undefined],
  ['the 70', undefined],
])('%s', (sentence, comparator) => {
  expect(at70(sentence)).toBe(comparator);
});

test('the longest expression wins', () => {
  const tokens = tokenize('It has not more than 70 rooms');
  expect(comparatorBefore(tokens, 5)).toEqual({ comparator: 'lte', tokenStart: 2, tokenEnd: 5 });
});
