import { articleId } from '@copydesk/contracts';
import { afterPoll, decodeDocument, parseFeed, plainText } from '@copydesk/feed';
import type { Feed, FeedItem, FeedSchedule, PollOutcome } from '@copydesk/feed';
import type { Fetcher, FetchResult, Validators } from '@copydesk/fetch';
import {
  MAX_FEED_URL,
  articlesOfItems,
  findFeed,
  isTransientDatabaseError,
  latestIntake,
  noteFeedItem,
  planPageCheck,
  renewFeedLease,
  saveFeedPoll,
} from '@copydesk/storage';
import type { Database, StoredFeed } from '@copydesk/storage';
import type { ReadArticle } from '../article/read-article.ts';
import { scrub } from '@copydesk/text';
import { takeBack, tookBack } from '../intake/take-back.ts';
import { takeIn } from '../intake/take-in.ts';
import { firstCheck, itemOfCheck } from '../pages/check-plan.ts';
import { itemKey, polledItem } from './feed-item.ts';
import type { PolledItem } from './feed-item.ts';

export interface PollContext {
  database: Database;
  fetcher: Fetcher;
  /** Takes articles out of pages; in this thread unless given. */
  read?: ReadArticle;
  reader: string;
  now: () => number;
  /** Called after each new article. */
  afterItem: () => void;
  signal: AbortSignal;
  /** Told of errors that should not be. */
  onFault?: (error: unknown, feed: StoredFeed) => void;
}

/** How long a feed is held; what a killed reader held is due again after it. A poll that takes longer goes on holding it. */
export const LEASE_SECONDS = 120;
const RENEW_MS = 30_000;

/** Polls one feed and holds it meanwhile. A poll that lost its feed (this process slept too long) ends and stores nothing. */
export async function pollFeed(context: PollContext, feed: StoredFeed): Promise<PollOutcome> {
  const lost = new AbortController();
  const renewal = setInterval(() => {
    renewFeedLease(context.database, { id: feed.id, reader: context.reader, leaseSeconds: LEASE_SECONDS }).then(
      (held) => (held ? undefined : lost.abort()),
      // The database is away: what the poll does next says so.
      () => undefined,
    );
  }, RENEW_MS);
  try {
    return await pollHeldFeed({ ...context, signal: AbortSignal.any([context.signal, lost.signal]) }, feed);
  } finally {
    clearInterval(renewal);
  }
}

/** Polls one feed, top to bottom: ask, read, take in what is new, decide when to ask again, store. Never throws for what the web does. */
async function pollHeldFeed(context: PollContext, feed: StoredFeed): Promise<PollOutcome> {
  const validators = feed.validators as Validators | null;
  const result = await context.fetcher.get(feed.url, {
    kind: 'feed',
    signal: context.signal,
    ...(validators === null ? {} : { validators }),
  });
  const { outcome, title, unread } = await readOutcome(context, feed, result);
  // Stopped half way: the lease ends by itself and the feed is polled again from the same validators.
  if (context.signal.aborted) return outcome;
  const { schedule, moveTo } = afterPoll(feed.schedule as FeedSchedule, outcome, context.now(), spreadOf(feed.id));
  // Two feeds cannot have one address: the one that arrives second stops, and says why.
  const other = moveTo === undefined ? undefined : await findFeed(context.database, moveTo);
  const merged = other !== undefined && other.id !== feed.id;
  const moves = moveTo !== undefined && !merged && moveTo.length <= MAX_FEED_URL;
  if (merged) {
    delete schedule.nextTryAt;
    Object.assign(schedule, { state: 'gone', reason: 'moved-to-known-feed' });
  }
  await saveFeedPoll(context.database, {
    id: feed.id,
    reader: context.reader,
    url: moves ? moveTo : feed.url,
    title: title ?? feed.title,
    schedule,
    // With validators of a feed whose items were not all read, the next answer would be "not modified" and the rest would be lost.
    validators: (result.kind === 'ok' || result.kind === 'not-modified') && unread === 0 ? result.validators : feed.validators,
    nextTryAt: schedule.nextTryAt === undefined ? null : new Date(schedule.nextTryAt),
  });
  return outcome;
}

interface PollReading {
  outcome: PollOutcome;
  title?: string;
  /** Items whose page could not be had this time. */
  unread: number;
}

/** What the answer came to. An error that is not of the database passing away is this feed's alone: it is told, and the feed is tried again later like any that fails. */
async function readOutcome(context: PollContext, feed: StoredFeed, result: FetchResult): Promise<PollReading> {
  try {
    return await outcomeOf(context, feed, result);
  } catch (error) {
    if (isTransientDatabaseError(error)) throw error;
    context.onFault?.(error, feed);
    return { outcome: { kind: 'failed', code: 'reading-failed' }, unread: 1 };
  }
}

async function outcomeOf(context: PollContext, feed: StoredFeed, result: FetchResult): Promise<PollReading> {
  switch (result.kind) {
    case 'gone':
      return { outcome: { kind: 'gone' }, unread: 0 };
    case 'retry-later':
      return {
        outcome: { kind: 'failed', code: result.code, ...(result.after === undefined ? {} : { retryAfter: result.after }) },
        unread: 0,
      };
    case 'refused':
      return { outcome: { kind: 'failed', code: result.code }, unread: 0 };
    case 'not-modified':
      return { outcome: { kind: 'not-modified', ...known(result) }, unread: 0 };
    case 'ok':
      if (result.identical) return { outcome: { kind: 'not-modified', ...known(result) }, unread: 0 };
      return await readFeed(context, feed, result);
  }
}

function known(result: { freshSeconds?: number; movedTo?: string }) {
  return {
    ...(result.freshSeconds === undefined ? {} : { freshSeconds: result.freshSeconds }),
    ...(result.movedTo === undefined ? {} : { movedTo: result.movedTo }),
  };
}

async function readFeed(context: PollContext, stored: StoredFeed, result: Extract<FetchResult, { kind: 'ok' }>): Promise<PollReading> {
  const read = parseFeed(result.body, { url: result.url, headers: result.headers });
  if (read.kind === 'not-a-feed') return { outcome: { kind: 'failed', code: `not-a-feed-${read.code}` }, unread: 0 };
  const title = read.feed.title === undefined ? stored.title : scrub(plainText(read.feed.title)).text;
  let newItems = 0;
  let unread = 0;
  const deleted = new Set(deletedIds(read.feed, read.items).map(itemKey));
  // Oldest first, so that a story's first article is seen first.
  for (const item of read.items.filter(({ incomplete }) => incomplete !== true).toReversed()) {
    if (context.signal.aborted) break;
    const polled = polledItem(stored.url, title, item);
    if (polled === undefined || (polled.guid !== null && deleted.has(polled.guid))) continue;
    const taken = await takeInPolled(context, stored, polled);
    if (taken === 'new') newItems++;
    if (taken === 'unread') unread++;
  }
  const observedAt = new Date(context.now()).toISOString();
  const place = { kind: 'feed', name: stored.url } as const;
  for (const gone of await articlesOfItems(context.database, stored.id, [...deleted])) {
    if (await takeBack(context.database, { articleId: gone, reason: 'deleted-entry', observedAt, place })) context.afterItem();
  }
  return {
    outcome: { kind: 'items', newItems, totalItems: read.items.length, hints: read.feed.hints, ...known(result) },
    ...(title === null ? {} : { title }),
    unread,
  };
}

/** Entries that the feed takes back, unless it has them again with a later change (RFC 6721, 4). */
function deletedIds(feed: Feed, items: readonly FeedItem[]): string[] {
  const changed = new Map(items.map(({ id, updated, published }) => [id, updated ?? published]));
  const isLater = ({ id, when }: Feed['deleted'][number]): boolean => {
    const again = changed.get(id);
    return again !== undefined && when !== undefined && Date.parse(again.iso) > Date.parse(when.iso);
  };
  return feed.deleted.filter((entry) => !isLater(entry)).map(({ id }) => id);
}

/** Takes one item in, with its page where the feed brings only a teaser. */
async function takeInPolled(
  context: PollContext,
  stored: StoredFeed,
  { item, page, guid }: PolledItem,
): Promise<'new' | 'known' | 'unread'> {
  const { database, fetcher, now } = context;
  const id = articleId(item.identity);
  const before = await latestIntake(database, id);
  if (guid !== null) await noteFeedItem(database, { feed: stored.id, guid, articleId: id });
  // The page of a known item is not asked for again at every poll; corrections are found by re-checks.
  if (before !== undefined && page !== null && !(await tookBack(database, { articleId: id, reason: 'deleted-entry', place: item.intake })))
    return 'known';
  let { body } = item;
  let fromPage = false;
  if (page !== null && stored.fullText) {
    const fetched = await fetcher.get(page, { kind: 'page', signal: context.signal });
    if (fetched.kind === 'ok') {
      body = { kind: 'html', content: decodeDocument(fetched.body, fetched.headers['content-type']).text };
      fromPage = true;
    } else if (fetched.kind === 'retry-later' || (fetched.kind === 'refused' && fetched.transient)) return 'unread';
    else if (body.content === '') return 'known';
  }
  const taken = await takeIn(database, { ...item, body }, () => new Date(now()).toISOString(), context.read);
  if (fromPage && page !== null && taken.result === 'accepted') {
    await planPageCheck(database, { articleId: id, feed: stored.id, url: page, item: itemOfCheck(item), ...firstCheck(now()) });
  }
  context.afterItem();
  return taken.result === 'unchanged' ? 'known' : 'new';
}

/** A fixed number from 0 to 1 for each feed, so that feeds do not fall into step. */
function spreadOf(id: string): number {
  return (Number.parseInt(id.slice(-6), 16) % 1000) / 1000 || 0;
}
