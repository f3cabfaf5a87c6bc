import { describe, expect, it } from 'vitest';
import { editDistance, sameName } from './same-name.ts';

describe('sameName', () => {
  it.each([
    ['Mohammed Al-Fayed', 'Mohamed al Fayed'],
    ['J. Okafor', 'John Okafor'],
    ['Okafor', 'John Okafor'],
    ['Zelensky', 'Zelenskyy'],
    ['Müller', 'Muller'],
  ])('takes %s and %s for one', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });

  it.each([
    ['John Okafor', 'Mary Okafor'],
    ['Mali', 'Malta'],
    ['', 'Okafor'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });
});

it('editDistance counts a swap of neighbours once and gives up beyond the limit', () => {
  expect(editDistance('perth', 'petrh', 2)).toBe(1);
  expect(editDistance('perth', 'sydney', 2)).toBe(3);
});
