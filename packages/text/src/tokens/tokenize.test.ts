import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from './tokenize.ts';

const words = (text: string): string =>
  tokenize(text)
    .map((token) => token.text)
    .join(' ');

describe('words', () => {
  test.each([
    ["They don't know it's Ann's.", "They do n't know it 's Ann 's ."],
    ['She’ll say we cannot.', 'She ’ll say we can not .'],
    ["The companies' boards met.", "The companies ' boards met ."],
    ['a US-led, 15-year non-binding deal', 'a US - led , 15 - year non-binding deal'],
    ['UN-backed talks', 'UN - backed talks'],
    ['He said: “Go!”', 'He said : “ Go ! ”'],
    ['Mr. Oh of the U.S. left', 'Mr. Oh of the U.S. left'],
    ['J. K. and A&E and T.V.', 'J. K. and A&E and T.V.'],
    ['and/or more...', 'and / or more ...'],
    ['He came in. She went.', 'He came in . She went .'],
  ])('%s', (text, tokens) => {
    expect(words(text)).toBe(tokens);
  });
});

describe('numbers and money', () => {
  test.each([
    ['$5m and 3.2bn', '$ 5 m and 3.2 bn'],
    ['1,234.5 at 10:30 on 11/28/2000', '1,234.5 at 10:30 on 11/28/2000'],
    ['the 20th in the 1990s', 'the 20th in the 1990s'],
    ['USD10m, RM23.50 and $US55,931', 'USD 10 m , RM 23.50 and $ US 55,931'],
    ['.5 of 10-20 km', '.5 of 10 - 20 km'],
    ['30% or 5°C', '30 % or 5 ° C'],
    ['call 713-853-3989', 'call 713-853-3989'],
    ['a 120Hz screen', 'a 120 Hz screen'],
  ])('%s', (text, tokens) => {
    expect(words(text)).toBe(tokens);
  });
});

test('addresses, handles and tags stay whole, without the marks after them', () => {
  expect(words('See https://example.org/a?b=1, ann.lee@example.org; @ann_lee #news.')).toBe(
    'See https://example.org/a?b=1 , ann.lee@example.org ; @ann_lee #news .',
  );
});

test('offsets count from the start of the text also for a part of it', () => {
  expect(tokenize('One two three.', 4, 8)).toEqual([{ start: 4, end: 7, text: 'two' }]);
});

test('any text: tokens are its visible characters in order', () => {
  const piece = fc.oneof(
    fc.constantFrom("n't", "'s", '-', '.', '$', '5', 'm', '@', 're-', '://', 'www.', ' ', '\u200b', '\ud800', '…', ',000'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.text).toBe(text.slice(token.start, token.end));
        expect(text.slice(last, token.start).replace(/[\p{Z}\p{Cc}\u200b\u2060]/gu, '')).toBe('');
        last = token.end;
      }
      expect(text.slice(last).replace(/[\p{Z}\p{Cc}\u200b\u2060]/gu, '')).toBe('');
    }),
  );
});
