import { describe, expect, it } from 'vitest';
import { createPhraseDays } from './phrase-days.ts';

describe('the days of a phrase', () => {
  it('counts a day once, however often the phrase is said on it', () => {
    const phrases = createPhraseDays();
    for (let i = 0; i < 50; i += 1) phrases.note(77, 10);
    expect(phrases.days(77)).toBe(1);
    for (const day of [11, 12, 15]) phrases.note(77, day);
    expect(phrases.days(77)).toBe(4);
    expect(phrases.days(78)).toBe(0);
  });

  it('never counts less than the days, also after it has grown', () => {
    const phrases = createPhraseDays();
    for (let key = 0; key < 3000; key += 1) phrases.note(key * 7919, 5);
    phrases.keepUp(100_000, 5);
    for (let key = 0; key < 3000; key += 1) expect(phrases.days(key * 7919)).toBeGreaterThanOrEqual(1);
  });

  it('lets old days fade, and goes on the same after a load', () => {
    const phrases = createPhraseDays();
    phrases.keepUp(1, 20);
    phrases.note(5, 20);
    phrases.keepUp(1, 23);
    expect(phrases.days(5)).toBe(1);
    const other = createPhraseDays();
    other.load(phrases.dump());
    for (const one of [phrases, other]) {
      one.keepUp(1, 24);
      expect(one.days(5)).toBe(0);
    }
    expect(other.dump()).toEqual(phrases.dump());
  });
});
