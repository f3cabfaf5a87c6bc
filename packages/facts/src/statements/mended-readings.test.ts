import { describe, expect, it } from 'vitest';
import { told } from '../extract/test-article.ts';

describe('what news says in its own way', () => {
  it.each([
    ['the age of a name', 'Police said Anthony Lund, 38, targeted two managers.', 'Anthony Lund | is | 38 (Police)'],
    ['an age and where somebody is from', 'Ann Lee, 34, of Leeds, was charged with fraud.', 'Ann Lee | was charged with | fraud'],
    ['a shot that the tagger took for a noun', 'A zoo shot and killed a bear.', 'A zoo | killed | a bear'],
    [
      'a stretch of time before a clause',
      'Hours after Lund accused Peru of fraud, the mayor resigned.',
      'Lund | accused | Peru of fraud (Lund)',
    ],
    [
      'a clause behind a report that opens the sentence',
      'Hours after Lund accused Peru of fraud, the mayor resigned.',
      'the mayor | resigned',
    ],
    ['the pronoun behind who was told', 'Lund told Reuters he expects the bank to fail.', 'Lund | expects | the bank to fail (Lund)'],
    ['what stands behind a printed date', 'Published June 06, 2030 Esther Lund sold the farm.', 'Esther Lund | sold | the farm'],
    ['a borrowed adverb', 'Peru "forcefully" condemned the attack.', 'Peru | condemned | the attack (Peru)'],
  ])('reads %s', (_, text, wanted) => {
    expect(told(text)).toContain(wanted);
  });

  it.each([
    ['participles that are prepositions', 'Lund was arrested following a chase.', /following \|/],
    ['an “it” that is nobody', 'Police said Lund had been refused a permit but it was not clear why.', /clear/],
    ['days that speak', 'Footage emerged on Saturday revealing that a bridge had collapsed.', /\(Saturday\)/],
    ['clubs that are numbers', 'The 49ers have won the cup.', /ers \|.*49/],
    ['telephone numbers', 'He told them to call 911 on Monday.', /\| 911/],
    ['a role twice', 'Ann Lund, a partner in the firm, left. Lund returned in May.', /Ann Lund \| is \| partner/],
  ])('does not read %s', (_, text, unwanted) => {
    expect(told(text).filter((line) => unwanted.test(line))).toEqual([]);
  });
});
