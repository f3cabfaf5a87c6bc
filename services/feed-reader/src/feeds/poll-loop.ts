import { newSchedule } from '@copydesk/feed';
import { MAX_FEED_URL, addFeed, claimDueFeeds, feedId } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { canonicalUrl } from '@copydesk/text';
import { LEASE_SECONDS, pollFeed } from './poll-feed.ts';
import type { PollContext } from './poll-feed.ts';

/** Adds feeds named in the configuration; those already there stay as they are. Addresses that are none are returned. */
export async function addConfiguredFeeds(database: Database, urls: readonly string[], now: number): Promise<string[]> {
  const refused: string[] = [];
  for (const url of urls) {
    if (canonicalUrl(url) === null || url.length > MAX_FEED_URL) refused.push(url);
    else await addFeed(database, { id: feedId(url), url, title: null, schedule: newSchedule(now) });
  }
  return refused;
}

/** Polls the feed that has been due longest and that nobody polls. Several of these run beside each other, so that a slow feed holds up no other. @returns true when there was one. */
export async function pollDueFeed(context: PollContext): Promise<boolean> {
  const [feed] = await claimDueFeeds(context.database, { reader: context.reader, limit: 1, leaseSeconds: LEASE_SECONDS });
  if (feed === undefined) return false;
  await pollFeed(context, feed);
  return true;
}
