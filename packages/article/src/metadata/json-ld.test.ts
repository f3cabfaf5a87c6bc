import { describe, expect, it } from 'vitest';
import { readJsonLd } from './json-ld.ts';

describe('readJsonLd', () => {
  it('finds the article in a graph, with authors and publisher by reference', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage', '@id': '#page', datePublished: '2020-01-01' },
        {
          '@type': ['NewsArticle'],
          headline: 'A bridge opens',
          datePublished: '2021-03-04',
          author: { '@id': '#ada' },
          publisher: { '@id': '#site' },
          articleBody: 'Text.',
        },
        { '@type': 'Person', '@id': '#ada', name: 'Ada Quill' },
        { '@type': 'Organization', '@id': '#site', name: 'The Example' },
      ],
    };
    expect(readJsonLd([JSON.stringify(graph)])).toMatchObject({
      headline: 'A bridge opens',
      published: '2021-03-04',
      authors: ['Ada Quill'],
      publisher: 'The Example',
      body: 'Text.',
    });
  });

  it('prefers the fullest article node, and mends what publishing systems break', () => {
    const broken = '<!-- {"@type":"Article","headline":"Line\nbreak","datePublished":"2021-03-04","articleBody":"x",} -->';
    expect(readJsonLd(['{"@type":"Article","headline":"A teaser"}', broken]).headline).toBe('Line break');
  });

  it('skips what is no JSON, and deep nesting', () => {
    expect(readJsonLd(['{', 'null', '[]', '3', `${'['.repeat(500)}${']'.repeat(500)}`]).headline).toBeUndefined();
  });
});
