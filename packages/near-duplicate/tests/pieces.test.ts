import { describe, expect, it } from 'vitest';
import { createClusterer, type Clusterer } from '../src/index.ts';
import { madeArticle } from './made-articles.ts';

const SMALL = { articlesPerHour: 20, denseArticles: 4_000, thinArticles: 8_000, denseHours: 24, thinHours: 96, maxWords: 512 };
const MINUTE = 60_000;

/** A window with dense and thin hours. */
function filled(): Clusterer {
  const clusterer = createClusterer(SMALL);
  for (let i = 0; i < 900; i += 1)
    clusterer.add(madeArticle(i, i % 30, i % 4 === 0 ? Math.max(0, i - 9) : i, 1_700_000_000_000 + i * 5 * MINUTE));
  return clusterer;
}

function next(i: number) {
  return madeArticle(i, 3, i, 1_700_000_000_000 + i * 5 * MINUTE);
}

describe('a snapshot in pieces', () => {
  it('is the snapshot, and a clusterer restored from it step by step goes on the same', () => {
    const clusterer = filled();
    const pieces = [...clusterer.snapshotPieces()];
    expect(pieces.length).toBeGreaterThan(50);
    const bytes = Buffer.concat(pieces);
    expect(Buffer.compare(bytes, clusterer.snapshot())).toBe(0);
    const other = createClusterer(SMALL);
    const empty = other.stateHash();
    const steps = other.restoreSteps(bytes);
    for (let k = 0; k < 20; k += 1) expect(steps.next().done).toBe(false);
    expect(other.stateHash()).toBe(empty);
    while (steps.next().done !== true);
    for (let i = 900; i < 960; i += 1) expect(other.add(next(i))).toEqual(clusterer.add(next(i)));
    expect(other.stateHash()).toBe(clusterer.stateHash());
  });

  it('is refused once the state has changed, and goes on after a redelivery', () => {
    const clusterer = filled();
    const pieces = clusterer.snapshotPieces();
    pieces.next();
    clusterer.add(madeArticle(899, 899 % 30, 899, 1_700_000_000_000 + 899 * 5 * MINUTE));
    expect(pieces.next().done).toBe(false);
    clusterer.add(next(901));
    expect(() => pieces.next()).toThrow(expect.objectContaining({ code: 'NEAR_DUPLICATE_CHANGED' }));
  });
});
