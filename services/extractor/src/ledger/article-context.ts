import type { ArticleContext } from '@copydesk/facts';
import type { PlacedArticle } from '@copydesk/storage';

/** What the ledger's core needs to know of a stored article. */
export function toArticleContext({ article, group, relation, of, directed, copies }: Omit<PlacedArticle, 'withdrawn'>): ArticleContext {
  return {
    articleId: article.articleId,
    revision: article.revision,
    publisher: article.publisher,
    url: article.url,
    observedAt: article.observedAt,
    published: article.published?.value ?? null,
    wireCredit: article.wireCredit,
    group,
    relation,
    of,
    directed,
    copies,
  };
}
