import type { Mention } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { agencyOfPublisher, carrierName } from './agency.ts';

/** A mention with the article it stands in. */
export interface Testimony {
  readonly mention: Mention;
  readonly article: ArticleContext;
  /** Agencies that the article retells without credit, as far as the story shows (see dependence). */
  readonly retells?: readonly string[];
}

/** Who carried a mention's statement to its article: the agencies that the mention credits or, where it credits none, its article; or the agency that publishes it. */
export function creditsOf({ mention, article }: Testimony): string[] {
  const via = mention.source?.via ?? [];
  if (via.length > 0) return via.map(carrierName);
  if (article.wireCredit.length > 0) return [article.wireCredit.map(carrierName).sort().join('/')];
  const own = agencyOfPublisher(article.publisher ?? '');
  return own === null ? [] : [own];
}

/** True where the statement is laid to somebody without a name. */
export function isAnonymous({ mention }: Testimony): boolean {
  return mention.source?.kind === 'anonymous';
}

/** Publisher family for counting: an article of an unknown publisher is a family of its own. */
export function familyOf(article: ArticleContext): string {
  return article.publisher ?? `article ${article.articleId}`;
}
