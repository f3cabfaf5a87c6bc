import type { Mention, Quantity, TimeValue } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';

/** An article of its own outlet, seen `minute` minutes after noon. */
export function madeArticle(articleId: string, minute = 0, over: Partial<ArticleContext> = {}): ArticleContext {
  const observedAt = new Date(Date.UTC(2031, 4, 6, 12, minute)).toISOString();
  return {
    articleId,
    revision: 1,
    publisher: `${articleId}.example`,
    url: null,
    observedAt,
    published: null,
    wireCredit: [],
    group: `g-${articleId}`,
    relation: 'original',
    of: null,
    directed: false,
    copies: [],
    ...over,
  };
}

/** A mention that stands alone in its article at the offset `start`. */
export function madeMention(articleId: string, id: string, over: Partial<Mention> = {}, start = 0, sentence = start): Mention {
  return {
    id: `${articleId}.${id}`,
    articleId,
    revision: 1,
    type: 'event',
    subject: null,
    predicate: null,
    object: null,
    recipient: null,
    lemma: null,
    eventClass: null,
    place: null,
    time: null,
    statementTime: null,
    quantity: null,
    source: null,
    quote: null,
    modality: 'done',
    polarity: 'positive',
    salience: 'core',
    evidence: {
      articleId,
      revision: 1,
      textHash: 'hash',
      sentence,
      role: 'body',
      selectors: [
        { type: 'TextQuote', exact: 'exact', prefix: '', suffix: '' },
        { type: 'TextPosition', start, end: start + 40 },
      ],
    },
    extractor: { name: 'made', version: '1', rule: 'made' },
    confidence: 1,
    ...over,
  };
}

export function madeQuantity(value: number | null, unit: string, over: Partial<Quantity> = {}): Quantity {
  return { value, min: null, max: null, comparator: 'eq', unit, unitClass: 'count', measure: unit, surface: String(value), ...over };
}

export function madeDay(iso: string): TimeValue {
  return { surface: iso, timex: iso, interval: [iso, iso], basis: 'explicit' };
}
