import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testify } from '../fact/testimony.ts';
import { madeArticle, madeMention } from '../test-data/made-mentions.ts';
import { bySize } from './partition.ts';
import type { PartitionKind } from './partition.ts';
import { ToldSet } from './told-set.ts';

const OBJECT: PartitionKind = { keysOf: ({ mention }) => mention.object ?? '', before: bySize };

const step = record({
  article: nat({ max: 120 }),
  object: constantFrom('a', 'b', 'c', null),
  after: constantFrom('keep', 'keep', 'keep', 'remove'),
  which: nat(),
});

/** What the set says, read in one go. */
function readings(set: ToldSet) {
  const parts = set.parts(OBJECT);
  const firstTwo = parts.slice(0, 2).map(({ told }) => told);
  return {
    ids: set.ids,
    sortedIds: set.sortedIds,
    articleIds: set.articleIds,
    best: set.best,
    seen: [set.firstSeen, set.lastSeen],
    span: { ...set.span(lengthOf) },
    parts: parts.map(({ key, told }) => [key, told.ids, told.best?.mention.id]),
    union: firstTwo.length === 0 ? [] : set.union('first two', firstTwo).sortedIds,
    shares: firstTwo[1]?.sharesArticle(firstTwo[0] ?? set),
  };
}

const lengthOf = ({ mention }: { mention: { id: string } }): number => mention.id.length;

describe('ToldSet', () => {
  it('reads the same kept up to date as read at once, small and large', () => {
    assert(
      property(array(step, { minLength: 40, maxLength: 160 }), (steps) => {
        const set = new ToldSet();
        for (const [index, { article, object, after, which }] of steps.entries()) {
          set.add(testify(madeMention(`a${article}`, `m${index}`, { object }), madeArticle(`a${article}`, article)));
          const other = set.list[which % set.size];
          if (after === 'remove' && other !== undefined) set.remove(other);
          if (index % 7 !== 0) continue;
          const anew = new ToldSet();
          for (const testimony of set.list.toReversed()) anew.add(testimony);
          const { span, ...rest } = readings(set);
          const expected = readings(anew);
          expect(rest).toEqual({ ...expected, span: undefined });
          if (set.size > 0) expect([span.first, span.last]).toEqual([expected.span.first, expected.span.last]);
          expect(set.best).toBe(set.list.toSorted((a, b) => (a.worth < b.worth ? -1 : 1))[0]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the lists that it gave as they were', () => {
    const set = new ToldSet();
    const add = (index: number) => set.add(testify(madeMention(`a${index}`, 'm'), madeArticle(`a${index}`, index)));
    for (let index = 0; index < 100; index++) add(index);
    const before = set.ids;
    expect(set.ids).toBe(before);
    add(100);
    expect(before).toHaveLength(100);
    expect(set.ids).toHaveLength(101);
  });
});
