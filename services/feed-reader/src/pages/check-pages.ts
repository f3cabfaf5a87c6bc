import { decodeDocument } from '@copydesk/feed';
import type { FetchResult } from '@copydesk/fetch';
import { claimDuePages, savePageCheck } from '@copydesk/storage';
import type { PageCheck } from '@copydesk/storage';
import { readArticle } from '../article/read-article.ts';
import { takeBack } from '../intake/take-back.ts';
import { takeIn } from '../intake/take-in.ts';
import type { PollContext } from '../feeds/poll-feed.ts';
import { checkedItem, nextCheck, placeOfCheck } from './check-plan.ts';
import type { Finding } from './check-plan.ts';

/** Longer than asking for one page and reading it may take. */
const LEASE_SECONDS = 120;

/** Looks again at one page that is due. @returns true when there was one. */
export async function checkDuePage(context: PollContext): Promise<boolean> {
  const { database, reader, now } = context;
  const [check] = await claimDuePages(database, { reader, limit: 1, leaseSeconds: LEASE_SECONDS, now: new Date(now()) });
  if (check === undefined) return false;
  const result = await context.fetcher.get(check.url, { kind: 'page', signal: context.signal });
  // Stopped half way: the lease ends by itself.
  if (context.signal.aborted) return true;
  const finding = await findingOf(context, check, result);
  const { withdraw, ...next } = nextCheck(check, finding, now());
  if (
    withdraw &&
    (await takeBack(database, {
      articleId: check.articleId,
      reason: 'gone',
      observedAt: new Date(now()).toISOString(),
      place: placeOfCheck(check),
    }))
  )
    context.afterItem();
  await savePageCheck(database, { articleId: check.articleId, reader, ...next });
  return true;
}

/** What the answer says of the page; a corrected article is taken in as its next revision. */
async function findingOf(context: PollContext, check: PageCheck, result: FetchResult): Promise<Finding> {
  if (result.kind === 'gone') return 'gone';
  if (result.kind === 'refused') return result.code === 'not-found' ? 'not-found' : result.transient ? 'unreachable' : 'unfit';
  if (result.kind !== 'ok') return 'unreachable';
  const { database, now, read = readArticle } = context;
  const item = checkedItem(check, decodeDocument(result.body, result.headers['content-type']).text);
  const reading = await read(item);
  // A challenge, a consent wall or an empty page says nothing of the article that was there.
  if (reading.rejected !== undefined) return reading.rejected.code === 'error-page' ? 'not-found' : 'unfit';
  const taken = await takeIn(
    database,
    item,
    () => new Date(now()).toISOString(),
    async () => reading,
  );
  if (taken.result === 'accepted') context.afterItem();
  return 'read';
}
