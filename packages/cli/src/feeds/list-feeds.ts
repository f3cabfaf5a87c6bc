import type { FeedSchedule } from '@copydesk/feed';
import { listFeeds } from '@copydesk/storage';
import type { Database, StoredFeed } from '@copydesk/storage';

/** A feed as operators see it. */
export interface FeedView {
  id: string;
  url: string;
  title: string | null;
  state: FeedSchedule['state'] | 'paused';
  reason: string;
  failures: number;
  /** Usual seconds between polls. */
  interval: number;
  lastNew: string | null;
  /** Null: stopped until an operator starts it again. */
  nextTry: string | null;
  fullText: boolean;
}

function view(feed: StoredFeed): FeedView {
  const schedule = feed.schedule as FeedSchedule;
  return {
    id: feed.id,
    url: feed.url,
    title: feed.title,
    state: feed.paused ? 'paused' : schedule.state,
    reason: schedule.reason,
    failures: schedule.failures,
    interval: schedule.interval,
    lastNew: schedule.lastNewAt === undefined ? null : new Date(schedule.lastNewAt).toISOString(),
    // A feed just added is due since the beginning of time.
    nextTry: feed.paused || feed.nextTryAt === null ? null : feed.nextTryAt.getTime() === 0 ? 'now' : feed.nextTryAt.toISOString(),
    fullText: feed.fullText,
  };
}

/** The feeds in a state, or all, by address. */
export async function viewFeeds(database: Database, state: string | undefined): Promise<FeedView[]> {
  return (await listFeeds(database)).map(view).filter((feed) => state === undefined || feed.state === state);
}

/** A feed for people to read. */
export function describeFeed(feed: FeedView): string {
  const about = [
    // What was never asked is in no state yet.
    feed.reason === 'new' ? 'new' : feed.state === feed.reason ? feed.state : `${feed.state} (${feed.reason})`,
    `next ${feed.nextTry ?? 'never'}`,
    `every ${Math.round(feed.interval / 60)} min`,
    ...(feed.failures > 0 ? [feed.failures === 1 ? '1 failure' : `${feed.failures} failures in a row`] : []),
    ...(feed.fullText ? [] : ['feed text only']),
  ];
  return `${feed.url}${feed.title === null ? '' : ` “${feed.title}”`}\n    ${about.join(', ')}`;
}
