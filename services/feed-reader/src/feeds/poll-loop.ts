import { newSchedule } from '@copydesk/feed';
import { addFeed, claimDueFeeds, feedId } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { canonicalUrl } from '@copydesk/text';
import { pollFeed } from './poll-feed.ts';
import type { PollContext } from './poll-feed.ts';

/** Feeds polled at the same time by one reader. */
const AT_ONCE = 8;
/** Longer than any poll may take; what a killed reader held is due again after it. */
const LEASE_SECONDS = 300;

/** Adds feeds named in the configuration; those already there stay as they are. Addresses that are none are returned. */
export async function addConfiguredFeeds(database: Database, urls: readonly string[], now: number): Promise<string[]> {
  const refused: string[] = [];
  for (const url of urls) {
    if (canonicalUrl(url) === null) refused.push(url);
    else await addFeed(database, { id: feedId(url), url, title: null, schedule: newSchedule(now) });
  }
  return refused;
}

/** Polls the feeds that are due, some at a time. @returns true when there were any. */
export async function pollDueFeeds(context: PollContext): Promise<boolean> {
  const due = await claimDueFeeds(context.database, { reader: context.reader, limit: AT_ONCE, leaseSeconds: LEASE_SECONDS });
  await Promise.all(due.map((feed) => pollFeed(context, feed)));
  return due.length > 0;
}
