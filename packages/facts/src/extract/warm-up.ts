import { readFileSync } from 'node:fs';
import { openStoryLedger } from '../ledger/story-ledger.ts';
import type { Extractor } from './extractor.ts';

/** The invented articles that `warmUp` reads (see data/warm-up/README.md). */
export function warmUpArticles(): string[] {
  return readFileSync(new URL('../../data/warm-up/articles.txt', import.meta.url), 'utf8').split('\n----\n');
}

/**
 * Reads invented articles into a ledger that is thrown away, so that a process is as fast for its first article as for later ones: models are
 * loaded, tables filled, functions compiled. Changes no answer; takes under a second, once. A second reading would only cost memory.
 */
export function warmUp(extractor: Extractor): void {
  const texts = warmUpArticles();
  const ledger = openStoryLedger('warm-up');
  for (const [index, text] of texts.entries()) {
    const id = `warm-up-${index}`;
    const { mentions } = extractor.extract({
      articleId: id,
      revision: 1,
      text,
      textHash: '',
      headlines: [],
      language: 'en',
      published,
      wireCredit: [],
    });
    ledger.setArticle({ ...unknown, articleId: id, group: id }, mentions);
  }
  ledger.published();
}

const published = { value: '2031-05-14T09:00:00Z', source: 'warm-up', precision: 'second' } as const;
/** What is known of an article that nobody published. */
const unknown = {
  revision: 1,
  publisher: null,
  url: null,
  observedAt: published.value,
  published: published.value,
  wireCredit: [],
  relation: 'original',
  of: null,
  directed: false,
  copies: [],
} as const;
