import { describe, expect, it } from 'vitest';
import { createSentenceGrouper, spellingLikeness } from './index.ts';

describe('createSentenceGrouper', () => {
  it('groups rewordings with the same number and keeps other numbers apart', () => {
    const grouper = createSentenceGrouper();
    const add = (id: string, text: string, numbers: string[], names: string[]): string => grouper.add({ id, text, numbers, names }).group;
    expect(add('a', 'The dam will hold back 300 million litres once the work at Kharkhiv ends.', ['300000000'], ['Kharkhiv'])).toBe('a');
    expect(
      add('b', 'When work ends, 300 million litres of water will be held back by the dam at Kharkiv.', ['300000000'], ['Kharkiv']),
    ).toBe('a');
    expect(add('c', 'The dam will hold back 350 million litres once the work at Kharkhiv ends.', ['350000000'], ['Kharkhiv'])).toBe('c');
    expect(add('d', 'Shares of the brewery rose 300 million in Lisbon trading.', ['300000000'], ['Lisbon'])).toBe('d');
  });

  it('groups sentences without numbers only when their rare words agree', () => {
    const grouper = createSentenceGrouper();
    const add = (id: string, text: string): string => grouper.add({ id, text, numbers: [], names: [] }).group;
    add('a', 'The harbour pilots ended their strike after mediation by the bishop.');
    expect(add('b', 'Harbour pilots ended a strike after the bishop mediated.')).toBe('a');
    expect(add('c', 'The teachers began their strike after a vote in the capital.')).toBe('c');
  });
});

describe('spellingLikeness', () => {
  it.each([
    ['Kharkov', 'Kharkiv'],
    ['Gaddafi', 'Qaddafi'],
    ['Muhammad', 'Mohammed'],
    ['el-Sisi', 'El Sisi'],
  ])('takes %s and %s for one name', (a, b) => {
    expect(spellingLikeness(a, b)).toBeGreaterThanOrEqual(0.75);
  });

  it.each([
    ['Iran', 'Iraq'],
    ['Austria', 'Australia'],
    ['Basra', 'Mosul'],
    ['', 'x'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(spellingLikeness(a, b)).toBeLessThan(0.75);
  });
});
