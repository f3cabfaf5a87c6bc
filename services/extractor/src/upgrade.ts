import type { Health, Logger, Metrics } from '@copydesk/runtime';
import {
  ExtractorVersionError,
  countStale,
  holdExtraction,
  isTransientDatabaseError,
  staleStories,
  takeOverExtraction,
} from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import type { StoryLedgers } from './ledger/story-ledgers.ts';

/** Stories looked up at once. */
const PAGE = 50;

/**
 * Makes sure that the ledger is made with this version of the extractor, or that an operator asked for it to be made so.
 * @throws ExtractorVersionError saying what to do.
 */
export async function requireExtraction(database: Database, version: string): Promise<void> {
  const state = await takeOverExtraction(database, version);
  if (state.version === version) return;
  throw new ExtractorVersionError(
    `The ledger was made with extractor ${state.version} and this program is ${version}: run \`copydesk reextract\` to have every article read again, or go on with the program of before; the two are never mixed.`,
  );
}

/** What bringing the ledger to a version needs. */
export interface UpgradeContext {
  readonly database: Database;
  readonly ledgers: StoryLedgers;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Told after each story, whose events wait in the outbox then. */
  readonly onStory: () => void;
}

/**
 * The task that reads the articles of another version again, story by story, beside the articles that come in; undefined when there are none. Each run of the task takes one story; it
 * answers false when nothing is left.
 */
export async function bringToVersion(context: UpgradeContext): Promise<(() => Promise<boolean>) | undefined> {
  const { database, ledgers, health, metrics, logger } = context;
  const { version } = ledgers;
  const total = await countStale(database, version);
  if (total === 0) return undefined;
  const left = metrics.gauge('copydesk_articles_to_read_again', 'Articles that another version of the extractor read');
  const tell = (count: number) => {
    left.set(count);
    health.set('extraction', { ok: true, detail: count === 0 ? `all by ${version}` : `${count} articles to be read again by ${version}` });
  };
  logger.info({ event: 'reextract', articles: total, version }, 'reading every article again');
  ledgers.upgrading(true);
  tell(total);
  let after = '';
  let waiting: string[] = [];
  let isDone = false;

  const bringUp = async (storyId: string) => {
    try {
      await database.transaction().execute(async (transaction) => {
        await holdExtraction(transaction, version);
        await ledgers.hold(transaction, [storyId]);
      });
      context.onStory();
      health.progress();
    } catch (error) {
      ledgers.clear();
      if (isTransientDatabaseError(error) || error instanceof ExtractorVersionError) throw error;
      logger.error({ event: 'reextract-failed', story: storyId, err: error }, 'a story could not be read again; it stays as it was');
    }
  };
  return async () => {
    if (isDone) return false;
    const next = waiting.shift();
    if (next !== undefined) {
      await bringUp(next);
      return true;
    }
    const rest = await countStale(database, version);
    tell(rest);
    waiting = await staleStories(database, version, { after, limit: PAGE });
    after = waiting.at(-1) ?? '';
    if (waiting.length > 0) return true;
    // What is left stands in stories that failed, or in ones passed by since: the next round begins at the first story.
    if (rest > 0) return false;
    isDone = true;
    ledgers.upgrading(false);
    logger.info({ event: 'reextracted', articles: total, version }, 'every article is read by this version');
    return false;
  };
}
