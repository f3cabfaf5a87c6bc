import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldStory } from './fold-story.ts';
import { createStoryFold } from './story-fold.ts';
import { arbitraryStory } from '../test-data/arbitrary-story.ts';
import { madeArticle, madeMention, madeQuantity } from '../test-data/made-mentions.ts';

describe('foldStory', () => {
  it('gives the same facts and conflicts whatever the order of the articles', () => {
    assert(
      property(arbitraryStory, nat(), (story, seed) => {
        const shuffled = [...story]
          .map((entry, index) => ({ entry, at: (index * 7919 + seed) % 13 }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        const run = (entries: typeof story) =>
          foldStory({
            storyId: 's',
            articles: entries.map(({ article }) => article),
            mentions: entries.flatMap(({ mentions }) => mentions),
          });
        expect(run(shuffled)).toEqual(run(story));
      }),
    );
  });

  it('comes to the same after articles are replaced and removed as if they had never been otherwise', () => {
    assert(
      property(arbitraryStory, arbitraryStory, (story, before) => {
        const fold = createStoryFold('s');
        for (const { article, mentions } of before) fold.setArticle(article, mentions);
        for (const { article, mentions } of story.toReversed()) fold.setArticle(article, mentions);
        for (const { article } of before.slice(story.length)) fold.removeArticle(article.articleId);
        expect(fold.drafts()).toEqual(
          foldStory({ storyId: 's', articles: story.map(({ article }) => article), mentions: story.flatMap(({ mentions }) => mentions) }),
        );
      }),
    );
  });

  it('reports as changed all that an addition changes', () => {
    assert(
      property(arbitraryStory, (story) => {
        const fold = createStoryFold('s');
        const facts = new Map<string, object>();
        const holder = new Map<string, string>();
        for (const { article, mentions } of story) {
          fold.setArticle(article, mentions);
          const changes = fold.takeChanges();
          for (const mention of changes.moves.map((move) => move.mention)) facts.delete(holder.get(mention) ?? '');
          for (const fact of changes.facts) for (const mention of fact.mentions) facts.delete(holder.get(mention) ?? '');
          for (const fact of changes.facts) {
            facts.set(fact.id, fact);
            for (const mention of fact.mentions) holder.set(mention, fact.id);
          }
          // Which conflicts name a fact is left to the ledger: a fact does not change because another one does.
          const bodies = (list: Iterable<object>) => [...list].map((fact) => JSON.stringify({ ...fact, conflicts: [] })).sort();
          expect(bodies(facts.values())).toEqual(bodies(fold.drafts().facts));
        }
      }),
    );
  });

  it('puts different values of one claim into one fact with a conflict, and other places into another fact', () => {
    const told = (articleId: string, value: number, place: string) =>
      madeMention(articleId, 'm', {
        type: 'quantity',
        subject: 'the earthquake',
        predicate: 'destroyed',
        object: 'houses',
        place,
        quantity: madeQuantity(value, 'house', { measure: 'houses destroyed', surface: `${value} houses` }),
      });
    const { facts, conflicts } = foldStory({
      storyId: 's',
      articles: ['a', 'b', 'c', 'd'].map((id, index) => madeArticle(id, index)),
      mentions: [told('a', 120, 'Lima'), told('b', 120, 'Lima'), told('c', 1_200, 'Lima'), told('d', 7, 'Quito')],
    });
    expect(facts.map((fact) => fact.articleIds.join(' ')).sort()).toEqual(['a b c', 'd']);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ type: 'numeric', class: 'order-of-magnitude', preferred: 0 });
    expect(conflicts[0]?.sides.map((side) => side.value)).toEqual(['120 houses', '1200 houses']);
    expect(facts.find((fact) => fact.articleIds.length === 3)?.value?.value).toBe(120);
  });
});
