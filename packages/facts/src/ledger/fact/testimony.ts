import type { Mention } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { fold } from '../words/tokens.ts';
import { agencyOfPublisher, carrierName } from './agency.ts';
import { statementOfMention } from './statement.ts';

/** A mention with the article it stands in, and what is read from the two once and used often. */
export interface Testimony {
  readonly mention: Mention;
  readonly article: ArticleContext;
  /** Who carried the statement to the article: the agencies that the mention or, where it names none, its article credits; or the agency that publishes it. */
  readonly credits: readonly string[];
  /** The quotation, or the statement in one line; and a key that is equal where only case and punctuation differ. */
  readonly wording: { readonly text: string; readonly key: string };
  /** Agencies that the article retells without credit, as far as the story shows (see dependence). */
  readonly retells?: readonly string[];
}

/** Reads a mention and its article as testimony for a claim. */
export function testify(mention: Mention, article: ArticleContext): Testimony {
  const text = mention.quote?.trim() ?? statementOfMention(mention);
  const key = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { mention, article, credits: creditsOf(mention, article), wording: { text, key } };
}

function creditsOf(mention: Mention, article: ArticleContext): string[] {
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

/** True where a statement credits nobody and is laid to nobody by name: it may be retold from an agency. */
export function mayRetell({ credits, mention }: Testimony): boolean {
  return credits.length === 0 && (mention.source === null || mention.source.kind === 'anonymous');
}

/** Publisher family for counting: an article of an unknown publisher is a family of its own. */
export function familyOf(article: ArticleContext): string {
  return article.publisher ?? `article ${article.articleId}`;
}
