import { articleId } from '@copydesk/contracts';
import { afterPoll, decodeDocument, parseFeed, plainText } from '@copydesk/feed';
import type { FeedSchedule, PollOutcome } from '@copydesk/feed';
import type { Fetcher, FetchResult, Validators } from '@copydesk/fetch';
import { latestIntake, saveFeedPoll } from '@copydesk/storage';
import type { Database, StoredFeed } from '@copydesk/storage';
import type { ReadArticle } from '../article/read-article.ts';
import { takeIn } from '../intake/take-in.ts';
import { polledItem } from './feed-item.ts';
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
}

/** Polls one feed, top to bottom: ask, read, take in what is new, decide when to ask again, store. Never throws for what the web does. */
export async function pollFeed(context: PollContext, feed: StoredFeed): Promise<PollOutcome> {
  const validators = feed.validators as Validators | null;
  const result = await context.fetcher.get(feed.url, {
    kind: 'feed',
    signal: context.signal,
    ...(validators === null ? {} : { validators }),
  });
  const { outcome, title, unread } = await outcomeOf(context, feed, result);
  // Stopped half way: the lease ends by itself and the feed is polled again from the same validators.
  if (context.signal.aborted) return outcome;
  const { schedule, moveTo } = afterPoll(feed.schedule as FeedSchedule, outcome, context.now(), spreadOf(feed.id));
  await saveFeedPoll(context.database, {
    id: feed.id,
    reader: context.reader,
    url: moveTo ?? feed.url,
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
  const title = read.feed.title === undefined ? stored.title : plainText(read.feed.title);
  let newItems = 0;
  let unread = 0;
  // Oldest first, so that a story's first article is seen first.
  for (const item of read.items.filter(({ incomplete }) => incomplete !== true).toReversed()) {
    if (context.signal.aborted) break;
    const polled = polledItem(stored.url, title, item);
    if (polled === undefined) continue;
    const taken = await takeInPolled(context, stored.fullText, polled);
    if (taken === 'new') newItems++;
    if (taken === 'unread') unread++;
  }
  return {
    outcome: { kind: 'items', newItems, totalItems: read.items.length, hints: read.feed.hints, ...known(result) },
    ...(title === null ? {} : { title }),
    unread,
  };
}

/** Takes one item in, with its page where the feed brings only a teaser. */
async function takeInPolled(context: PollContext, fullText: boolean, { item, page }: PolledItem): Promise<'new' | 'known' | 'unread'> {
  const { database, fetcher, now } = context;
  const observedAt = () => new Date(now()).toISOString();
  const before = await latestIntake(database, articleId(item.identity));
  // The page of a known item is not asked for again at every poll; corrections are found by re-checks.
  if (before !== undefined && page !== null) return 'known';
  let { body } = item;
  if (page !== null && fullText) {
    const fetched = await fetcher.get(page, { kind: 'page', signal: context.signal });
    if (fetched.kind === 'ok') body = { kind: 'html', content: decodeDocument(fetched.body, fetched.headers['content-type']).text };
    else if (fetched.kind === 'retry-later' || (fetched.kind === 'refused' && fetched.transient)) return 'unread';
    else if (body.content === '') return 'known';
  }
  const taken = await takeIn(database, { ...item, body }, observedAt, context.read);
  context.afterItem();
  return taken.result === 'unchanged' ? 'known' : 'new';
}

/** A fixed number from 0 to 1 for each feed, so that feeds do not fall into step. */
function spreadOf(id: string): number {
  return (Number.parseInt(id.slice(-6), 16) % 1000) / 1000 || 0;
}
