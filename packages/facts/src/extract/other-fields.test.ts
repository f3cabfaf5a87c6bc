import { describe, expect, it } from 'vitest';
import { createExtractor } from './extractor.ts';
import { articleOf } from './test-article.ts';

const extractor = createExtractor();

/** All mentions as "subject | predicate | object (source)". */
const told = (text: string): string[] =>
  extractor
    .extract(articleOf(text))
    .mentions.map(({ subject, predicate, object, source }) =>
      `${[subject, predicate, object].filter((part) => part !== null).join(' | ')} ${source === null ? '' : `(${source.name ?? source.role ?? source.kind})`}`.trim(),
    );

describe('what is no fact of the article', () => {
  it.each([
    ['the writer in person', 'I slept in the harbour for nine nights.'],
    ['an address to the reader', 'You can now add pictures to the map.'],
    ['what concerns us all', 'The closure of the harbour troubled us all.'],
    ['a verdict', 'It is a disgrace that should worry the town.'],
    ['a night to remember', 'It was a night that nobody will forget.'],
    ['a link', 'Read more: Five ferries sank in a storm.'],
    ['an invitation', 'Sign up for the letter that Ann Lund writes.'],
  ])('leaves out %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('tells what somebody says of himself', () => {
    expect(told('The ferry sank at noon. “I swam for two hours,” said Ann Lund.').join()).toContain('I swam for two hours');
  });
});

describe('who says it', () => {
  it.each([
    ['a clinic speaks for itself', 'The clinic said the ferry had been sold.', '(clinic)'],
    ['the coast guard is a body', 'The coast guard said the ferry had been sold.', '(coast guard)'],
    ['a cousin is somebody', 'A cousin said the ferry had been sold.', '(cousin)'],
  ])('%s', (_, text, source) => {
    expect(told(text).join('; ')).toContain(source);
  });

  it.each([
    ['candles', 'The candles spelled out that the ferry had sunk.'],
    ['an autopsy', 'The autopsy showed the sailor had drowned in the harbour.'],
  ])('%s are nobody', (_, text) => {
    expect(extractor.extract(articleOf(text)).mentions.filter(({ source }) => source?.kind === 'anonymous')).toEqual([]);
  });

  it('a body is not anonymous, a man of it is', () => {
    const kinds = (text: string) => extractor.extract(articleOf(text)).mentions.map(({ source }) => source?.kind);
    expect(kinds('The national guard said the ferry had been sold.')).toContain('organisation');
    expect(kinds('A guard said the ferry had been sold.')).toContain('anonymous');
  });
});
