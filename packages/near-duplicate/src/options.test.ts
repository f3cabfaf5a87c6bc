import { describe, expect, it } from 'vitest';
import { createClusterer, RefusedError } from './index.ts';

function codeOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof RefusedError ? error.code : String(error);
  }
}

describe('createClusterer', () => {
  it('refuses a window that cannot hold the expected stream', () => {
    expect(codeOf(() => createClusterer({ articlesPerHour: 10_000 }))).toBe('NEAR_DUPLICATE_UNDERSIZED');
    expect(codeOf(() => createClusterer({ articlesPerHour: 10, denseArticles: 480, thinArticles: 1679 }))).toBe(
      'NEAR_DUPLICATE_UNDERSIZED',
    );
    expect(codeOf(() => createClusterer({ articlesPerHour: 10, denseArticles: 480, thinArticles: 1680 }))).toBeNull();
  });

  it.each([{ seed: -1 }, { maxWords: 0.5 }, { bucketCap: Number.NaN }, { denseHours: 100, thinHours: 50 }])('refuses %j', (options) => {
    expect(codeOf(() => createClusterer(options))).toBe('NEAR_DUPLICATE_BAD_OPTION');
  });

  it('refuses articles without identity or time, and bytes that are no snapshot', () => {
    const clusterer = createClusterer();
    const article = { id: 'a', revision: 1, title: null, text: 'x', observedAt: 0 };
    expect(codeOf(() => clusterer.add({ ...article, id: '' }))).toBe('NEAR_DUPLICATE_BAD_ARTICLE');
    expect(codeOf(() => clusterer.add({ ...article, observedAt: 'soon' }))).toBe('NEAR_DUPLICATE_BAD_ARTICLE');
    expect(codeOf(() => clusterer.add({ ...article, revision: 1.5 }))).toBe('NEAR_DUPLICATE_BAD_ARTICLE');
    clusterer.add(article);
    const bytes = clusterer.snapshot();
    expect(codeOf(() => createClusterer().restore(new Uint8Array(20)))).toBe('NEAR_DUPLICATE_BAD_SNAPSHOT');
    expect(codeOf(() => createClusterer().restore(bytes.slice(0, bytes.length - 9)))).toBe('NEAR_DUPLICATE_BAD_SNAPSHOT');
  });
});
