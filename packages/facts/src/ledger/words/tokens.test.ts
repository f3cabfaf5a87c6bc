import { describe, expect, it } from 'vitest';
import { wordsOf } from './tokens.ts';

const keys = (text: string): string[] => wordsOf(text).map((word) => word.key);

describe('wordsOf', () => {
  it('brings words of one concept and inflections to one key', () => {
    expect(keys('slain')).toEqual(keys('murders'));
    expect(keys('negotiators')).toEqual(keys('negotiator'));
  });

  it('names a country by name, adjective, capital and abbreviation alike', () => {
    expect(keys('Peruvian')).toEqual(keys('Lima'));
    expect(keys('the U.S.')).toEqual(keys('the United States'));
    expect(keys('South Africans')).toEqual(keys('South Africa’s'));
  });

  it('does not take a pronoun for a country, nor a lower-case word for an adjective', () => {
    expect(keys('told us')).toEqual([]);
    expect(keys('polish the table')).not.toContain('@poland');
  });
});
