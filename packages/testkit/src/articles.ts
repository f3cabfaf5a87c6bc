import type { ArticleRevision, ArticleWithdrawal, Verdict } from '@copydesk/contracts';
import { articleId, sha256 } from '@copydesk/contracts';

/** What a test says of an article; the rest is filled in, ids and hash included. */
export interface MadeArticle extends Partial<Omit<ArticleRevision, 'kind' | 'textHash'>> {
  readonly text?: string;
}

/** The instant at which made articles are observed, unless a test says otherwise. */
export const madeAt = '2024-03-05T12:00:00.000Z';

/** A made article revision, valid in every field: one article for each URL (else for each text). */
export function madeArticle(parts: MadeArticle = {}): ArticleRevision {
  const text = parts.text ?? 'The river rose by two metres on Monday. Forty houses were flooded, the fire service said.';
  const url = parts.url === undefined ? null : parts.url;
  return {
    kind: 'revision',
    articleId: articleId(url === null ? { textHash: sha256(text) } : { url }),
    revision: 1,
    language: 'en',
    title: null,
    headlines: [],
    authors: [],
    publisher: null,
    wireCredit: [],
    published: null,
    updated: null,
    observedAt: madeAt,
    intake: { kind: 'file', name: 'made.txt' },
    ...parts,
    url,
    text,
    textHash: sha256(text),
  };
}

/** A made withdrawal of an article. */
export function madeWithdrawal(
  article: Pick<ArticleRevision, 'articleId' | 'revision' | 'language'>,
  parts: Partial<ArticleWithdrawal> = {},
): ArticleWithdrawal {
  return {
    kind: 'withdrawal',
    articleId: article.articleId,
    revision: article.revision + 1,
    language: article.language,
    reason: 'gone',
    observedAt: madeAt,
    ...parts,
  };
}

/** What a clusterer says of an article that is nobody's copy, in the given story. */
export function madeVerdict(storyId: string, parts: Partial<Verdict> = {}): Verdict {
  return {
    storyId,
    group: 'g',
    relation: 'original',
    of: null,
    directed: false,
    score: 0,
    reasons: [],
    copies: [],
    merges: [],
    splits: [],
    ...parts,
  };
}

/** So many articles of different texts, at different addresses of one outlet, a minute apart. */
export function madeArticles(count: number, parts: MadeArticle = {}): ArticleRevision[] {
  return Array.from({ length: count }, (_, index) =>
    madeArticle({
      text: `Report number ${index}. The water level is ${index} centimetres above normal, officials said on Tuesday.`,
      url: `https://outlet.example/news/${index}`,
      observedAt: new Date(Date.parse(madeAt) + index * 60_000).toISOString(),
      ...parts,
    }),
  );
}
