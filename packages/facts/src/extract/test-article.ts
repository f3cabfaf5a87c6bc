import type { ArticleToRead } from './article.ts';

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
