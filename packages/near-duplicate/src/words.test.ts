import { describe, expect, it } from 'vitest';
import { createWordScan, FLAG, scanWords } from './words.ts';

function scan(text: string, seed = 1) {
  const words = createWordScan(200);
  scanWords(text, words, seed);
  return words;
}

function hashes(text: string): string[] {
  const words = scan(text);
  return Array.from({ length: words.count }, (_, i) => `${words.low[i]}.${words.high[i]}`);
}

function surfaces(text: string): string[] {
  const words = scan(text);
  return Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
}

describe('scanWords', () => {
  it('finds words, numbers and acronyms with their places', () => {
    expect(surfaces('The U.S. sent 2,000 men, not 4.5 tonnes.')).toEqual(['The', 'U.S', 'sent', '2,000', 'men', 'not', '4', '5', 'tonnes']);
  });

  it('folds case, accents, plural and possessive s, and commas in numbers', () => {
    expect(hashes("Minister's CAFÉS 2,000 U.S.")).toEqual(hashes('minister cafe 2000 US'));
  });

  it.each([
    ['a zero-width space', 'mini\u200Bstry'],
    ['a soft hyphen', 'mini\u00ADstry'],
    ['a bidi override', '\u202Eministry\u202C'],
    ['Cyrillic letters that look Latin', 'minіstrу'],
    ['full width', 'ｍｉｎｉｓｔｒｙ'],
    ['mathematical bold', '𝐦𝐢𝐧𝐢𝐬𝐭𝐫𝐲'],
    ['combining marks', 'mi\u0308nistry'],
  ])('sees through %s', (_, disguised) => {
    expect(hashes(disguised)).toEqual(hashes('ministry'));
  });

  it('takes pairs of characters as words in scripts without spaces', () => {
    expect(surfaces('外務省は声明')).toHaveLength(6);
    expect(hashes('外務省は')[0]).toBe(hashes('外務')[0]);
  });

  it('reads digits of any script as numbers', () => {
    expect(hashes('٢٠٢٥')).toEqual(hashes('2025'));
  });

  it('numbers sentences and marks their beginnings', () => {
    const words = scan('Rain fell. It was cold! then\nA line');
    const starts = Array.from({ length: words.count }, (_, i) => ((words.flags[i] ?? 0) & FLAG.sentenceStart) !== 0);
    expect(starts).toEqual([true, false, true, false, false, false, true, false]);
    expect(words.sentences).toBe(3);
  });

  it('stops at its size', () => {
    const words = createWordScan(3);
    scanWords('one two three four', words, 0);
    expect(words.count).toBe(3);
  });

  it('gives other hashes for another seed', () => {
    expect(scan('word', 1).low[0]).not.toBe(scan('word', 2).low[0]);
  });
});
