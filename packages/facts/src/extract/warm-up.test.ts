import { describe, expect, it } from 'vitest';
import { createExtractor } from './extractor.ts';
import { articleOf } from './test-article.ts';
import { warmUp, warmUpArticles, warmUpReports } from './warm-up.ts';

const article = articleOf('Four trams collided in Brenn on Monday, injuring 12 people, the operator said. "It was dark," one driver said.');

describe('warmUp', () => {
  it('reads articles that hold facts', () => {
    const extractor = createExtractor();
    for (const text of warmUpArticles()) expect(extractor.extract(articleOf(text)).mentions.length).toBeGreaterThan(5);
  });

  it('changes no answer', () => {
    const cold = createExtractor().extract(article);
    const extractor = createExtractor();
    warmUp(extractor);
    expect(extractor.extract(article)).toEqual(cold);
  });

  it('has reports with what is known of them, told by several media', () => {
    const reports = warmUpReports();
    for (const { url, title, published, text } of reports) {
      expect(URL.canParse(url)).toBe(true);
      expect(title).not.toBe('');
      expect(Date.parse(published)).toBeGreaterThan(0);
      expect(createExtractor().extract(articleOf(text)).mentions.length).toBeGreaterThan(5);
    }
    expect(new Set(reports.map(({ publisher }) => publisher)).size).toBeGreaterThan(2);
  });
});
