import { describe, expect, it } from 'vitest';
import { createExtractor } from './extractor.ts';
import { articleOf } from './test-article.ts';

const extractor = createExtractor();

/** Names or roles of the sources of all mentions, without those that have none. */
const sources = (text: string): string[] => [
  ...new Set(
    extractor.extract(articleOf(text)).mentions.flatMap(({ source }) => {
      const said = source?.name ?? source?.role ?? (source?.kind === 'anonymous' ? 'somebody' : undefined);
      return said === undefined ? [] : [said];
    }),
  ),
];

it('counts those who decide, and not those who speak', () => {
  const values = (text: string) => extractor.extract(articleOf(text)).mentions.flatMap(({ quantity }) => quantity?.value ?? []);
  expect(values('Two officials said the bridge fell.')).toEqual([]);
  expect(values('Then 4,000 dockers decided to stay on strike.')).toEqual([4000]);
});

describe('who answers for a statement', () => {
  it.each([
    [
      'the one who reports a condemnation',
      'Norway has condemned the raid in the strongest terms, government spokesman Jan Berg said.',
      ['Jan Berg'],
    ],
    ['the one who reports a belief', 'Sheriff Ann Lee said detectives believe it was an “inside job”.', ['Ann Lee']],
    ['the body whose mind is moved', 'The rise of prices continues to worry Sweden and its neighbours.', ['Sweden and its neighbours']],
    ['nobody for a deed', 'Rebels attacked a village near Riga on Monday.', []],
    ['nobody who could will anything', 'The towers welcomed ships from Leeds.', []],
    [
      'the person behind a body and its long name',
      'First Deputy Chairman of the Harbour Safety Committee Jan Berg warned that the bridge was old.',
      ['Jan Berg'],
    ],
  ])('is %s', (_, text, wanted) => {
    expect(sources(text)).toEqual(wanted);
  });
});
