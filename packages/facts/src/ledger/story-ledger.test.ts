import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldStory } from './fold/fold-story.ts';
import { openStoryLedger } from './story-ledger.ts';
import type { StoryLedger } from './story-ledger.ts';
import { arbitraryStory } from './test-data/arbitrary-story.ts';
import { madeArticle, madeMention } from './test-data/made-mentions.ts';

const closed = (articleId: string, id = 'm', object = 'the harbour of Genoa') =>
  madeMention(articleId, id, { subject: 'dock workers', predicate: 'blocked', object, lemma: 'block' });
const active = (ledger: StoryLedger) => ledger.published().facts.filter((fact) => fact.status === 'active');

describe('openStoryLedger', () => {
  it('publishes a fact once and a revision when another article says it', () => {
    const ledger = openStoryLedger('s');
    const first = ledger.setArticle(madeArticle('a'), [closed('a')]);
    expect(first).toMatchObject([{ kind: 'fact', change: 'new', fact: { revision: 1 } }]);
    const second = ledger.setArticle(madeArticle('b', 1), [closed('b')]);
    expect(second).toMatchObject([
      { kind: 'fact', change: 'revised', fact: { revision: 2, id: active(ledger)[0]?.id, mentions: ['a.m', 'b.m'] } },
    ]);
    expect(active(ledger)).toHaveLength(1);
  });

  it('publishes nothing when it is told the same again', () => {
    const ledger = openStoryLedger('s');
    ledger.setArticle(madeArticle('a'), [closed('a')]);
    ledger.setArticle(madeArticle('b', 1), [closed('b')]);
    expect(ledger.setArticle(madeArticle('a'), [closed('a')])).toEqual([]);
    expect(ledger.setArticle(madeArticle('b', 1), [closed('b')])).toEqual([]);
  });

  it('goes on after a restart as if it had never stopped', () => {
    const ledger = openStoryLedger('s');
    ledger.setArticle(madeArticle('a'), [closed('a')]);
    const again = openStoryLedger('s', { articles: [madeArticle('a')], mentions: [closed('a')], published: ledger.published() });
    expect(again.setArticle(madeArticle('a'), [closed('a')])).toEqual([]);
    expect(again.setArticle(madeArticle('b', 1), [closed('b')])).toEqual(ledger.setArticle(madeArticle('b', 1), [closed('b')]));
  });

  it('keeps the id when a revision of the only article has new mentions', () => {
    const ledger = openStoryLedger('s');
    ledger.setArticle(madeArticle('a'), [closed('a')]);
    const id = active(ledger)[0]?.id;
    const changes = ledger.setArticle(madeArticle('a', 0, { revision: 2 }), [closed('a', 'm2')]);
    expect(changes).toMatchObject([{ kind: 'fact', change: 'revised', fact: { id, revision: 2, mentions: ['a.m2'] } }]);
  });

  it('retracts a fact that no article says any more, and revives its id with a higher revision', () => {
    const ledger = openStoryLedger('s');
    ledger.setArticle(madeArticle('a'), [closed('a')]);
    expect(ledger.removeArticle('a')).toMatchObject([
      { kind: 'fact-retracted', successor: null, fact: { revision: 2, status: 'retracted' } },
    ]);
    expect(ledger.setArticle(madeArticle('a'), [closed('a')])).toMatchObject([{ kind: 'fact', fact: { revision: 3, status: 'active' } }]);
  });

  it('gives a fact of an article that left no id under which the story that it left goes on', () => {
    const ledger = openStoryLedger('s');
    ledger.setArticle(madeArticle('a'), [closed('a')]);
    ledger.setArticle(madeArticle('b', 1), [closed('b')]);
    ledger.removeArticle('a');
    const [stays] = active(ledger);
    const nothing = { articles: [], mentions: [], published: { facts: [], conflicts: [] } };
    const unaware = openStoryLedger('t', nothing);
    expect(unaware.setArticle(madeArticle('a'), [closed('a')])).toMatchObject([{ fact: { id: stays?.id } }]);
    const aware = openStoryLedger('t', { ...nothing, elsewhere: [stays?.id ?? ''] });
    expect(aware.setArticle(madeArticle('a'), [closed('a')])).toMatchObject([{ change: 'new', fact: { revision: 1, mentions: ['a.m'] } }]);
    expect(active(aware)[0]?.id).not.toBe(stays?.id);
  });

  it('joins two facts that a fuller wording brings together: the smaller key lives, the other becomes its alias', () => {
    const ledger = openStoryLedger('s');
    const short = (articleId: string, subject: string | null, object: string) =>
      madeMention(articleId, 'm', { subject, predicate: 'blocked', object, lemma: 'block' });
    ledger.setArticle(madeArticle('a'), [short('a', 'angry dock workers', 'ferry')]);
    ledger.setArticle(madeArticle('b', 1), [short('b', null, 'ferry terminal Genoa harbour')]);
    const before = active(ledger);
    expect(before).toHaveLength(2);
    const changes = ledger.setArticle(madeArticle('c', 2), [short('c', 'angry dock workers', 'ferry terminal Genoa harbour')]);
    const [survivor] = [...before].sort((x, y) => (x.key < y.key ? -1 : 1));
    const other = before.find((fact) => fact !== survivor);
    expect(active(ledger)).toMatchObject([{ id: survivor?.id, aliases: [other?.id], mentions: ['a.m', 'b.m', 'c.m'] }]);
    expect(changes.find((change) => change.kind === 'fact-retracted')).toMatchObject({
      successor: survivor?.id,
      fact: { id: other?.id, status: 'superseded' },
    });
  });

  it('comes, article by article and with some taken back, to what the whole story folds to', () => {
    assert(
      property(arbitraryStory, array(nat({ max: 7 }), { maxLength: 3 }), (story, withdrawn) => {
        const ledger = openStoryLedger('s');
        for (const { article, mentions } of story) ledger.setArticle(article, mentions);
        for (const index of withdrawn) ledger.removeArticle(`a${index}`);
        const rest = story.filter((_, index) => !withdrawn.includes(index));
        const whole = foldStory({
          storyId: 's',
          articles: rest.map(({ article }) => article),
          mentions: rest.flatMap(({ mentions }) => mentions),
        });
        const { conflicts } = ledger.published();
        expect(
          active(ledger)
            .map((fact) => fact.mentions.join())
            .sort(),
        ).toEqual(whole.facts.map((fact) => fact.mentions.join()).sort());
        const summary = (
          list: readonly {
            type: string;
            class: string;
            sides: readonly { value: string; mentions: readonly string[]; roots: readonly string[] }[];
          }[],
        ) =>
          list
            .map((conflict) =>
              JSON.stringify([
                conflict.type,
                conflict.class,
                conflict.sides.map((side) => JSON.stringify([side.value, side.mentions, side.roots])).sort(),
              ]),
            )
            .sort();
        expect(summary(conflicts.filter((conflict) => conflict.status === 'active'))).toEqual(summary(whole.conflicts));
        for (const fact of active(ledger)) {
          const live = conflicts
            .filter((conflict) => conflict.status === 'active' && conflict.facts.includes(fact.id))
            .map((conflict) => conflict.id);
          expect(fact.conflicts).toEqual(live.sort());
        }
      }),
      { numRuns: 1500 },
    );
  });
});
