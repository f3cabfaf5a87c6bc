import { readFileSync } from 'node:fs';
import { openStoryLedger } from '../ledger/story-ledger.ts';
import type { Extractor } from './extractor.ts';

/** The invented articles that `warmUp` reads (see data/warm-up/README.md). */
export function warmUpArticles(): string[] {
  return readFileSync(new URL('../../data/warm-up/articles.txt', import.meta.url), 'utf8').split('\n----\n');
}

/** A report as a feed gives it: the text of its page and what is known of it. */
export interface WarmUpReport {
  url: string;
  title: string;
  published: string;
  publisher: string | null;
  text: string;
}

/** Invented reports of several media on one event, with what stands around the text of a page: for the steps before and behind the extractor (see data/warm-up/README.md). */
export function warmUpReports(): WarmUpReport[] {
  const reports = readFileSync(new URL('../../data/warm-up/reports.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n----\n');
  return reports.map((report) => {
    const [head = '', ...body] = report.split('\n\n');
    const known = new Map(head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const));
    const value = (name: string): string => known.get(name) ?? '';
    const text = body.join('\n\n');
    return { url: value('url'), title: value('title'), published: value('published'), publisher: known.get('publisher') ?? null, text };
  });
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
