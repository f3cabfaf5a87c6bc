import type { ArticleToRead } from './article.ts';
import { createExtractor } from './extractor.ts';

/** An article of a text, as a test reads it. */
export function articleOf(text: string, more: Partial<ArticleToRead> = {}): ArticleToRead {
  return {
    articleId: 'article',
    revision: 1,
    text,
    textHash: 'hash',
    headlines: [],
    language: 'en',
    published: { value: '2031-05-14T09:00:00Z', source: 'test', precision: 'second' },
    wireCredit: [],
    ...more,
  };
}

const extractor = createExtractor();

/** All mentions as "subject | predicate | object (source)". */
export function told(text: string): string[] {
  return extractor
    .extract(articleOf(text))
    .mentions.map(({ subject, predicate, object, source }) =>
      `${[subject, predicate, object].filter((part) => part !== null).join(' | ')} ${source === null ? '' : `(${source.name ?? source.role ?? source.kind})`}`.trim(),
    );
}
