import { openStoryLedger } from '@copydesk/facts';
import type { PublishedLedger, StoryLedger } from '@copydesk/facts';
import { articlesOfStory, mentionsOfStory, publishedOfStory } from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';
import { toArticleContext } from './article-context.ts';

/** How many stories are kept in memory; the others are read back from the database when their next article comes. */
const KEPT = 200;

/** The open ledgers of the stories that articles arrive for. */
export interface StoryLedgers {
  /** The ledger of a story as the database has it. `adopted` is published state that comes over from another story. */
  open(db: Queryable, storyId: string, adopted?: PublishedLedger): Promise<StoryLedger>;
  /** Forgets a story: its transaction failed, or its state was changed beside the ledger. */
  drop(storyId: string): void;
}

/** An empty cache. Least recently used stories go first. */
export function createStoryLedgers(): StoryLedgers {
  const open = new Map<string, StoryLedger>();
  const keep = (ledger: StoryLedger) => {
    open.delete(ledger.storyId);
    open.set(ledger.storyId, ledger);
    const oldest = open.keys().next();
    if (open.size > KEPT && oldest.done === false) open.delete(oldest.value);
  };
  return {
    async open(db, storyId, adopted) {
      let ledger = adopted === undefined ? open.get(storyId) : undefined;
      if (ledger === undefined) {
        const [articles, mentions, published] = [
          await articlesOfStory(db, storyId),
          await mentionsOfStory(db, storyId),
          await publishedOfStory(db, storyId),
        ];
        ledger = openStoryLedger(storyId, {
          articles: articles.filter((stored) => stored.withdrawn === null).map((stored) => toArticleContext(stored)),
          mentions,
          published: {
            facts: [...published.facts, ...(adopted?.facts ?? [])],
            conflicts: [...published.conflicts, ...(adopted?.conflicts ?? [])],
          },
        });
      }
      keep(ledger);
      return ledger;
    },
    drop: (storyId) => void open.delete(storyId),
  };
}
