import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '@copydesk/contracts';
import { madeArticle, madeMention } from '../test-data/made-mentions.ts';
import { ToldSet } from '../told/told-set.ts';
import { SupportTally } from './support-tally.ts';
import { supportOf } from './support.ts';
import { testify } from './testimony.ts';

const anonymous: Mention['source'] = { kind: 'anonymous', via: [], cue: 'said', cueClass: 'say', direct: 'indirect' };

const step = record({
  article: nat({ max: 9 }),
  publisher: constantFrom('one.example', 'two.example', 'apnews.com', null),
  credit: constantFrom([], [], ['AFP'], ['Reuters']),
  via: constantFrom([], [], ['AFP', 'dpa']),
  isAnonymous: constantFrom(false, true),
  relation: constantFrom('original' as const, 'original' as const, 'exact' as const, 'contains' as const),
  group: constantFrom('g', 'h', 'i'),
  copyOf: constantFrom(null, null, { group: 'g', article: 1 }, { group: 'h', article: 2 }, { group: 'i', article: null }),
  start: constantFrom(0, 60, 200),
  retells: constantFrom([], [], ['AFP'], ['Reuters', 'dpa']),
  /** What happens after it: another retelling, or a withdrawal, of one told before. */
  after: constantFrom('nothing' as const, 'nothing' as const, 'restand' as const, 'remove' as const),
  which: nat(),
});

describe('SupportTally', () => {
  it('counts as supportOf does, whatever comes, goes and is seen in another light', () => {
    assert(
      property(array(step, { maxLength: 30 }), (steps) => {
        const set = new ToldSet();
        const tally = new SupportTally();
        for (const [index, { article, copyOf, start, after, which, ...made }] of steps.entries()) {
          const origin = copyOf?.article == null ? null : { articleId: `a${copyOf.article}`, start: 0, end: 100 };
          const copies = copyOf === null ? [] : [{ start: 0, end: 100, group: copyOf.group, origin }];
          const { publisher, group, relation } = made;
          const context = madeArticle(`a${article}`, article, { publisher, group, relation, wireCredit: made.credit, copies });
          const source = made.isAnonymous ? { ...anonymous, via: [...made.via] } : null;
          set.add(testify(madeMention(`a${article}`, `m${index}`, { source }, start), context, { retells: made.retells }));
          const other = set.list[which % set.size];
          if (after === 'remove' && other !== undefined) set.remove(other);
          if (after === 'restand' && other !== undefined) {
            other.standing.retells = other.standing.retells.length > 0 ? [] : ['Reuters'];
            set.restand(other);
          }
          // Not after each: several turns may be taken in at once.
          if (index % 3 !== 1) expect(tally.of(set)).toEqual(supportOf(set.list));
        }
        expect(tally.of(set)).toEqual(supportOf(set.list));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same list while nothing changes, and never changes one that it gave', () => {
    const set = new ToldSet();
    const tally = new SupportTally();
    set.add(testify(madeMention('a', 'm'), madeArticle('a')));
    const { roots } = tally.of(set);
    expect(tally.of(set).roots).toBe(roots);
    set.add(testify(madeMention('b', 'm'), madeArticle('b', 1)));
    expect(tally.of(set).roots).toHaveLength(2);
    expect(roots).toHaveLength(1);
  });
});
