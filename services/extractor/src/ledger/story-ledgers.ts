import { openStoryLedger } from '@copydesk/facts';
import type { PublishedLedger, StoryLedger } from '@copydesk/facts';
import { articlesOfStory, factsNamedAfter, holdStories, idsOfMentions, mentionsOfStory, publishedOfStory } from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';
import { toArticleContext } from './article-context.ts';
import { createMentionCache } from './mention-cache.ts';
import type { MentionCache } from './mention-cache.ts';
import { reextractStory } from './reextract.ts';
import type { Extraction } from './reextract.ts';

/** How many stories are kept in memory; the others are read back from the database when their next article comes. */
const KEPT = 200;

/** The open ledgers of the stories that articles arrive for. */
export interface StoryLedgers {
  /** Version of the extractor that reads for these ledgers. */
  readonly version: string;
  readonly mentions: MentionCache;
  /**
   * Holds stories until the transaction ends (`holdStories`). While the ledger is brought to this version, a story that another one read is read again first: nothing is ever put beside
   * what another version read.
   */
  hold(db: Queryable, storyIds: readonly string[]): Promise<Map<string, number>>;
  /** Says whether stories of another version may still be there. */
  upgrading(on: boolean): void;
  /**
   * The ledger of a story as the database has it.
   * @param version the story's number of changes with the one now begun (`holdStories`): what is in memory is used when nobody else changed the story since.
   * @param adopted published state that comes over from another story, with the articles that are about to.
   */
  open(
    db: Queryable,
    storyId: string,
    version: number | undefined,
    adopted?: PublishedLedger & { readonly articleIds: readonly string[] },
  ): Promise<StoryLedger>;
  /** Forgets everything: a transaction failed, and memory is ahead of the database. */
  clear(): void;
}

/** Ids of facts made of these mentions that other stories have: where a story parted, the fact went on in one of them. */
async function namedElsewhere(db: Queryable, mentions: readonly string[], here: readonly { readonly id: string }[]): Promise<string[]> {
  const own = new Set(here.map(({ id }) => id));
  return (await factsNamedAfter(db, mentions)).filter((id) => !own.has(id));
}

/** An empty cache. Least recently used stories go first. */
export function createStoryLedgers(extraction: Extraction): StoryLedgers {
  const mentions = createMentionCache();
  let isUpgrading = false;
  const kept = new Map<string, { ledger: StoryLedger; version: number | undefined; by: Queryable }>();
  const keep = (ledger: StoryLedger, version: number | undefined, by: Queryable) => {
    kept.delete(ledger.storyId);
    kept.set(ledger.storyId, { ledger, version, by });
    const oldest = kept.keys().next();
    if (kept.size > KEPT && oldest.done === false) kept.delete(oldest.value);
    return ledger;
  };
  return {
    version: extraction.version,
    mentions,
    async hold(db, storyIds) {
      const versions = await holdStories(db, storyIds);
      if (!isUpgrading) return versions;
      for (const storyId of new Set(storyIds)) {
        // What is in memory is of before, though no other change may have come in between.
        if ((await reextractStory(db, storyId, extraction)) > 0) kept.delete(storyId);
      }
      return versions;
    },
    upgrading(on) {
      isUpgrading = on;
    },
    async open(db, storyId, version, adopted) {
      const entry = kept.get(storyId);
      // The same number from another transaction: that one was rolled back.
      const isFresh =
        entry !== undefined && version !== undefined && (entry.version === version - 1 || (entry.version === version && entry.by === db));
      if (isFresh && adopted === undefined) return keep(entry.ledger, version, db);
      const articles = await articlesOfStory(db, storyId);
      const told = await mentionsOfStory(db, storyId);
      const published = await publishedOfStory(db, storyId);
      const facts = [...published.facts, ...(adopted?.facts ?? [])];
      const elsewhere = await namedElsewhere(
        db,
        [...told.map(({ id }) => id), ...(await idsOfMentions(db, adopted?.articleIds ?? []))],
        facts,
      );
      const ledger = openStoryLedger(storyId, {
        articles: articles.filter((stored) => stored.withdrawn === null).map((stored) => toArticleContext(stored)),
        mentions: told,
        published: { facts, conflicts: [...published.conflicts, ...(adopted?.conflicts ?? [])] },
        elsewhere,
      });
      return keep(ledger, version, db);
    },
    clear() {
      kept.clear();
      mentions.clear();
    },
  };
}
