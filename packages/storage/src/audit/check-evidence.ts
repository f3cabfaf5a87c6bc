import { sha256 } from '@copydesk/contracts';
import type { Mention } from '@copydesk/contracts';
import type { StoredArticle } from '../tables/articles.ts';

/**
 * Checks one mention against the article it names.
 * @returns what is wrong, or null when the evidence stands in the text, word for word, where it says.
 */
export function evidenceFault(mention: Mention, stored: StoredArticle): string | null {
  const { evidence } = mention;
  const [quote, position] = evidence.selectors;
  const { text } = stored.article;
  if (evidence.textHash !== stored.article.textHash) return 'the text hash is not that of the article';
  if (text.slice(position.start, position.end) !== quote.exact) return 'the words do not stand at the position given';
  if (!text.slice(0, position.start).endsWith(quote.prefix)) return 'the words before it are not as given';
  if (!text.slice(position.end).startsWith(quote.suffix)) return 'the words after it are not as given';
  if (mention.quote !== null && !quote.exact.includes(mention.quote)) return 'the quotation is not in the evidence';
  if (mention.quantity !== null && !quote.exact.includes(mention.quantity.surface)) return 'the number’s words are not in the evidence';
  return null;
}

/** Whether a stored text still is the text its hash was taken of. */
export function textFault(stored: StoredArticle): string | null {
  return sha256(stored.article.text) === stored.article.textHash ? null : 'the text does not have its hash';
}
