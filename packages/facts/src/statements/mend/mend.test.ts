import { expect, it } from 'vitest';
import { createExtractor } from '../../extract/extractor.ts';
import { articleOf } from '../../extract/test-article.ts';

const extractor = createExtractor();
const told = (text: string): string[] =>
  extractor
    .extract(articleOf(text))
    .mentions.filter(({ quantity }) => quantity === null)
    .map(({ subject, predicate, object }) => [subject, predicate, object].filter((part) => part !== null).join(' | '));

it('takes somebody told by an age alone for the subject', () => {
  expect(told('The 24-year-old robbed the bank.')).toContain('The 24-year-old | robbed | the bank');
});

it.each([
  ['It grew after the smaller group seized large farms in both countries.', 'the smaller group | seized | large farms'],
  [
    'The town has run the harbour since 2014, after the smaller group seized large farms in both countries.',
    'the smaller group | seized | large farms',
  ],
])('reads a clause behind a preposition: %s', (text, expected) => {
  expect(told(text).some((line) => line.startsWith(expected))).toBe(true);
});
