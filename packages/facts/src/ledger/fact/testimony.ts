import type { Copy, Mention, Quantity } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { intervalOf } from '../claim/interval.ts';
import type { Interval } from '../claim/interval.ts';
import { namesIn } from '../words/names.ts';
import { fold } from '../words/tokens.ts';
import { agencyOfPublisher, carrierName } from './agency.ts';
import { statementOfMention } from './statement.ts';

/** What the story shows of an article as a whole: the agencies that it retells without credit (see dependence). Kept up to date by the fold. */
export interface Standing {
  retells: readonly string[];
}

/** A mention with the article it stands in, and what is read from the two once and used at every change of the claim. */
export interface Testimony {
  readonly mention: Mention;
  readonly article: ArticleContext;
  readonly standing: Standing;
  /** Who carried the statement to the article: the agencies that the mention or, where it names none, its article credits; or the agency that publishes it. */
  readonly credits: readonly string[];
  /** Publisher family for counting: an article of an unknown publisher is a family of its own. */
  readonly family: string;
  /** The copied stretches that the mention's own words lie in. */
  readonly copies: readonly Copy[];
  /** True where the article is a copy as a whole, no stretches being measured. */
  readonly isWholeCopy: boolean;
  /** Credits nobody and is laid to nobody by name: it may be retold from an agency. */
  readonly isSilent: boolean;
  /** The quotation, or the statement in one line; and a key that is equal where only case and punctuation differ. */
  readonly wording: { readonly text: string; readonly key: string };
  /** The number, and a key that is equal for equal numbers of equal times. */
  readonly value: { readonly quantity: Quantity; readonly interval: Interval | null; readonly key: string } | null;
  readonly names: readonly (readonly string[])[];
  /** Sorts the best mention first: the more salient, the surer, the earlier seen; ids last, so that the choice is the same everywhere. */
  readonly worth: string;
  /** By article, then by mention: the order in which testimonies and their ids are listed. */
  readonly order: string;
}

/** Reads a mention and its article as testimony for a claim. */
export function testify(mention: Mention, article: ArticleContext, standing: Standing = { retells: [] }): Testimony {
  const credits = creditsOf(mention, article);
  const { start, end } = mention.evidence.selectors[1];
  const quantity = mention.quantity;
  return {
    mention,
    article,
    standing,
    credits,
    family: article.publisher ?? `article ${article.articleId}`,
    copies: article.copies.filter((copy) => copy.start < end && copy.end > start),
    isWholeCopy: article.relation !== 'original' && article.copies.length === 0,
    isSilent: credits.length === 0 && (mention.source === null || mention.source.kind === 'anonymous'),
    wording: wordingOf(mention),
    value: quantity === null ? null : { quantity, interval: intervalOf(quantity), key: valueKey(mention, quantity) },
    names: namesIn([mention.subject, mention.object, mention.recipient, mention.place, mention.source?.name]),
    worth: `${RANK[mention.salience]}${(1 - mention.confidence).toFixed(4)} ${article.observedAt} ${mention.id}`,
    order: `${article.articleId} ${mention.id}`,
  };
}

const RANK = { core: 0, supporting: 1, background: 2 };

function wordingOf(mention: Mention): Testimony['wording'] {
  const text = mention.quote?.trim() ?? statementOfMention(mention);
  const key = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { text, key };
}

function valueKey(mention: Mention, { value, min, max, comparator, unit }: Quantity): string {
  return JSON.stringify([mention.time?.timex ?? '', value, min, max, comparator, unit]);
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
