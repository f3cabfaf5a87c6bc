import type { EpochMoves } from '@copydesk/contracts';
import { madeArticle, madeVerdict } from '@copydesk/testkit';
import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesTo, renamedBook } from './begin-epoch.ts';
import { createStoryBook } from './story-book.ts';
import type { StoryBook } from './story-book.ts';

const articles = Array.from({ length: 40 }, (_, at) => ({ ...madeArticle(), articleId: `a${at}` }));

/** A book in which article n stands in story `stories[n]`; null leaves it out. */
function bookOf(stories: readonly (string | null)[]): StoryBook {
  const book = createStoryBook(Infinity);
  for (const [at, storyId] of stories.entries()) if (storyId !== null) book.apply(articles[at]!, madeVerdict(storyId));
  return book;
}
const never = () => false;
const places = (book: StoryBook, count: number) => articles.slice(0, count).map(({ articleId }) => book.storyOf(articleId));
const inOrder = (moves: Pick<EpochMoves, 'merges' | 'splits'>) => ({ merges: moves.merges, splits: moves.splits });

describe('the beginning of an epoch', () => {
  it('moves nothing and keeps all ids where stories are the same', () => {
    const known = bookOf(['s_1', 's_1', 's_2']);
    const found = movesTo(known, bookOf(['s_1', 's_1', 's_2']), { epoch: 2, hasLeft: never });
    expect(inOrder(found)).toEqual({ merges: [], splits: [] });
    expect(found.names).toEqual([
      ['s_1', 's_1', 3],
      ['s_2', 's_2', 2],
    ]);
  });

  it('lets a story that goes into another go on under that id, and the larger part of one that parts keep its own', () => {
    const known = bookOf(['s_1', 's_1', 's_1', 's_2', 's_2']);
    const merged = movesTo(known, bookOf(['s_1', 's_1', 's_1', 's_1', 's_1']), { epoch: 2, hasLeft: never });
    expect(merged.merges).toMatchObject([{ from: 's_2', into: 's_1' }]);
    const parted = movesTo(known, bookOf(['s_9', 's_8', 's_8', 's_2', 's_2']), { epoch: 2, hasLeft: never });
    expect(parted.splits).toMatchObject([{ from: 's_1', storyId: 's_9.e2', articleIds: ['a0'] }]);
    expect(parted.names).toContainEqual(['s_8', 's_1', 4]);
  });

  it('leaves articles alone that have left the window', () => {
    const known = bookOf(['s_1', 's_1', 's_2']);
    const found = movesTo(known, bookOf([null, 's_1', null]), { epoch: 2, hasLeft: never });
    expect(inOrder(found)).toEqual({ merges: [], splits: [] });
  });

  it('gives no story an id that one of its articles was split off from', () => {
    const known = bookOf(['s_1', 's_2']);
    const hasLeft = (articleId: string, storyId: string) => articleId === 'a1' && storyId === 's_1';
    const found = movesTo(known, bookOf(['s_1', 's_1']), { epoch: 3, hasLeft });
    expect(found.names).toEqual([['s_1', 's_2', 2]]);
    expect(found.merges).toMatchObject([{ from: 's_1', into: 's_2' }]);
  });

  it('makes of any stories any others, whatever they were', () => {
    const stories = array(tuple(integer({ min: 0, max: 5 }), integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 40 });
    assert(
      property(stories, (pairs) => {
        const known = bookOf(pairs.map(([before]) => `s_${before}`));
        const fresh = bookOf(pairs.map(([, after]) => `s_${after}`));
        const found = movesTo(known, fresh, { epoch: 2, hasLeft: never });
        const renamed = renamedBook(fresh, { epoch: 2, keepHours: Infinity }, found.names);
        const revisions = new Map([...known.stories()].map(({ id, revision }) => [id, revision]));
        for (const { id, revision } of renamed.stories()) expect(revision).toBeGreaterThan(revisions.get(id) ?? 0);
        known.move(found);
        expect(places(known, pairs.length)).toEqual(places(renamed, pairs.length));
        // Two articles are together after it as they are by the new rules.
        for (const [x] of pairs.entries())
          for (const [y] of pairs.entries())
            expect(known.storyOf(`a${x}`) === known.storyOf(`a${y}`)).toBe(fresh.storyOf(`a${x}`) === fresh.storyOf(`a${y}`));
      }),
    );
  });
});
