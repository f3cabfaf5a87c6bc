import { openStoryLedger } from '@copydesk/facts';
import type { PublishedLedger, StoryLedger } from '@copydesk/facts';
import { articlesOfStory, mentionsOfStory, publishedOfStory } from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';
import { toArticleContext } from './article-context.ts';

/** How many stories are kept in memory; the others are read back from the database when their next article comes. */
const KEPT = 200;

/** The open ledgers of the stories that articles arrive for. */
export interface StoryLedgers {
  /**
   * The ledger of a story as the database has it.
   * @param version the story's number of changes with the one now begun (`holdStories`): what is in memory is used when nobody else changed the story since.
   * @param adopted published state that comes over from another story.
   */
  open(db: Queryable, storyId: string, version: number | undefined, adopted?: PublishedLedger): Promise<StoryLedger>;
  /** Forgets everything: a transaction failed, and memory is ahead of the database. */
  clear(): void;
}

/** An empty cache. Least recently used stories go first. */
export function createStoryLedgers(): StoryLedgers {
  const kept = new Map<string, { ledger: StoryLedger; version: number | undefined }>();
  const keep = (ledger: StoryLedger, version: number | undefined) => {
    kept.delete(ledger.storyId);
    kept.set(ledger.storyId, { ledger, version });
    const oldest = kept.keys().next();
    if (kept.size > KEPT && oldest.done === false) kept.delete(oldest.value);
    return ledger;
  };
  return {
    async open(db, storyId, version, adopted) {
      const entry = kept.get(storyId);
      const fresh = entry !== undefined && version !== undefined && (entry.version === version || entry.version === version - 1);
      if (fresh && adopted === undefined) return keep(entry.ledger, version);
      const articles = await articlesOfStory(db, storyId);
      const mentions = await mentionsOfStory(db, storyId);
      const published = await publishedOfStory(db, storyId);
      const ledger = openStoryLedger(storyId, {
        articles: articles.filter((stored) => stored.withdrawn === null).map((stored) => toArticleContext(stored)),
        mentions,
        published: {
          facts: [...published.facts, ...(adopted?.facts ?? [])],
          conflicts: [...published.conflicts, ...(adopted?.conflicts ?? [])],
        },
      });
      return keep(ledger, version);
    },
    clear: () => kept.clear(),
  };
}
