import type { ArticleRevision } from '@copydesk/contracts';

/** What the extractor reads of an article: no other article, no clock. */
export type ArticleToRead = Pick<
  ArticleRevision,
  'articleId' | 'revision' | 'text' | 'textHash' | 'headlines' | 'language' | 'published' | 'wireCredit'
>;
