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

  it.each([
    { seed: -1 },
    { maxWords: 0.5 },
    { bucketCap: Number.NaN },
    { denseHours: 100, thinHours: 50 },
    { storyMerge: 0 },
    { storyJoin: Number.NaN },
  ])('refuses %j', (options) => {
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

  it('refuses a snapshot made under other rules and stays as it was; the hash seed and the expected stream are no rules', () => {
    const one = createClusterer({ seed: 7, articlesPerHour: 10 });
    one.add({ id: 'a', revision: 1, title: null, text: 'x', observedAt: 0 });
    const bytes = one.snapshot();
    const other = createClusterer({ storyJoin: 0.5 });
    const before = other.stateHash();
    expect(codeOf(() => other.restore(bytes))).toBe('NEAR_DUPLICATE_OTHER_OPTIONS');
    expect(other.stateHash()).toBe(before);
    const { epoch } = one.rules();
    const aged = Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replace(`"epoch":${epoch}`, `"epoch":${epoch - 1}`),
      'latin1',
    );
    expect(codeOf(() => createClusterer().restore(aged))).toBe('NEAR_DUPLICATE_OTHER_EPOCH');
    const same = createClusterer({ seed: 9 });
    same.restore(bytes);
    expect(same.seed()).toBe(7);
    expect(same.rules()).toEqual(one.rules());
    expect(same.stateHash()).toBe(one.stateHash());
  });
});
