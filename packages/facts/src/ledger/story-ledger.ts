import type { Conflict, Fact, Mention } from '@copydesk/contracts';
import type { ArticleContext } from './article-context.ts';
import { diffLedger } from './diff/diff-ledger.ts';
import type { LedgerChange, PublishedLedger } from './diff/diff-ledger.ts';
import type { FactDraft } from './drafts.ts';
import { createStoryFold } from './fold/story-fold.ts';
import { createHoldings } from './holdings.ts';

/** A story's fold together with what is published of it: give it articles, publish what it returns. */
export interface StoryLedger {
  readonly storyId: string;
  /** Adds or replaces an article; returns what must be published because of it. The same call again returns nothing. */
  setArticle(article: ArticleContext, mentions: readonly Mention[]): LedgerChange[];
  removeArticle(articleId: string): LedgerChange[];
  /** Everything published so far, retracted facts and conflicts included. */
  published(): PublishedLedger;
}

/** What a ledger goes on from after a restart: the articles and mentions it holds and what it published. */
export interface StoryLedgerState {
  readonly articles: readonly ArticleContext[];
  readonly mentions: readonly Mention[];
  readonly published: PublishedLedger;
  /** Ids of facts made of these mentions that other stories have. */
  readonly elsewhere?: readonly string[];
}

/** Opens the ledger of a story, empty or as it was left. */
export function openStoryLedger(storyId: string, state?: StoryLedgerState): StoryLedger {
  const fold = createStoryFold(storyId);
  const facts = new Map<string, Fact>();
  const conflicts = new Map<string, Conflict>();
  const holdings = createHoldings();
  const conflictsByFact = new Map<string, Set<string>>();

  const elsewhere = new Set(state?.elsewhere);

  const keepFact = (fact: Fact): void => {
    facts.set(fact.id, fact);
  };
  const keepConflict = (conflict: Conflict): void => {
    conflicts.set(conflict.id, conflict);
    for (const fact of conflict.facts) {
      const ids = conflictsByFact.get(fact) ?? new Set();
      conflictsByFact.set(fact, ids);
      if (conflict.status === 'active') ids.add(conflict.id);
      else ids.delete(conflict.id);
    }
  };
  const keep = (change: LedgerChange): void => {
    if (change.kind === 'fact' || change.kind === 'fact-retracted') keepFact(change.fact);
    else keepConflict(change.conflict);
  };

  /** Compares the changed part of the fold with what is published of the same mentions. */
  const settle = (): LedgerChange[] => {
    const next = fold.takeChanges();
    const concerned = new Set<string>();
    // Before the moves: what leaves the story still tells where it stood.
    for (const mention of next.gone) {
      const id = holdings.factOf(mention);
      if (id !== undefined) concerned.add(id);
    }
    holdings.move(next.moves);
    for (const mention of next.gone) holdings.forget(mention);
    const shares = new Map<string, Map<FactDraft, number>>();
    for (const [draft, leader] of next.leaders) {
      for (const [id, count] of holdings.factsOf(leader)) {
        concerned.add(id);
        shares.set(id, (shares.get(id) ?? new Map<FactDraft, number>()).set(draft, count));
      }
    }
    const neighbours = new Map<string, Fact>();
    for (const draft of next.neighbours) {
      const fact = facts.get(holdings.factOf(draft.mentions[0] ?? '') ?? '');
      if (fact !== undefined) neighbours.set(draft.id, fact);
    }
    const about = new Set<string>();
    for (const id of concerned) for (const conflict of conflictsByFact.get(id) ?? []) about.add(conflict);
    const changes = diffLedger(
      { facts: [...concerned].flatMap((id) => facts.get(id) ?? []), conflicts: [...about].flatMap((id) => conflicts.get(id) ?? []) },
      next,
      {
        neighbours,
        elsewhere,
        lookUp: (id) => facts.get(id),
        lookUpConflict: (id) => conflicts.get(id),
        sharesOf: (fact) => shares.get(fact.id) ?? new Map(),
        onIdentity(draft, factId) {
          const leader = next.leaders.get(draft);
          if (leader !== undefined) holdings.publish(leader, factId, draft);
        },
      },
    );
    for (const change of changes) keep(change);
    return [...changes, ...echo(changes)];
  };

  /** Facts that did not change but for the conflicts that name them. */
  const echo = (changes: readonly LedgerChange[]): LedgerChange[] => {
    const named = new Set(
      changes.flatMap((change) => (change.kind === 'conflict' || change.kind === 'conflict-retracted' ? change.conflict.facts : [])),
    );
    return [...named].sort().flatMap((id): LedgerChange[] => {
      const fact = facts.get(id);
      const live = [...(conflictsByFact.get(id) ?? [])].sort();
      if (fact === undefined || fact.status !== 'active' || fact.conflicts.join() === live.join()) return [];
      const revised = { ...fact, conflicts: live, revision: fact.revision + 1 };
      keepFact(revised);
      return [{ kind: 'fact', change: 'revised', fact: revised, last: fact }];
    });
  };

  if (state !== undefined) {
    for (const fact of state.published.facts) {
      keepFact(fact);
      holdings.restore(fact);
    }
    for (const conflict of state.published.conflicts) keepConflict(conflict);
    const byArticle = Map.groupBy(state.mentions, (mention) => mention.articleId);
    for (const article of state.articles) fold.setArticle(article, byArticle.get(article.articleId) ?? []);
    holdings.move(fold.passChanges());
  }
  return {
    storyId,
    setArticle(article, mentions) {
      fold.setArticle(article, mentions);
      return settle();
    },
    removeArticle(articleId) {
      fold.removeArticle(articleId);
      return settle();
    },
    published: () => ({ facts: [...facts.values()], conflicts: [...conflicts.values()] }),
  };
}
