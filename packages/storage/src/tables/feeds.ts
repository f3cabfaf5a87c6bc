import { sha256 } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Queryable } from '../database.ts';
import type { FeedTable } from '../schema.ts';
import { isFree } from './lease.ts';

/** A feed as it is stored. `schedule` and `validators` are the reader's own JSON. */
export interface StoredFeed {
  id: string;
  url: string;
  title: string | null;
  fullText: boolean;
  paused: boolean;
  schedule: object;
  validators: object | null;
  /** Null: stopped, until an operator starts it again. */
  nextTryAt: Date | null;
}

/** Member of the stored schedule beside the reader's own: the database's time when it was saved, in seconds since 1970. */
const SAVED_AT = 'savedAt';

function withoutSavedAt(schedule: object): object {
  return Object.fromEntries(Object.entries(schedule).filter(([name]) => name !== SAVED_AT));
}

function toStored(row: Selectable<FeedTable>): StoredFeed {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    fullText: row.full_text,
    paused: row.paused,
    schedule: withoutSavedAt(row.schedule),
    validators: row.validators,
    nextTryAt: row.next_try_at,
  };
}

/** Most characters of a feed's address: PostgreSQL refuses to index much more. */
export const MAX_FEED_URL = 2000;

/** Id of a feed: from its first address; it stays when the feed moves. */
export function feedId(url: string): string {
  return `feed_${sha256(url).slice(0, 32)}`;
}

/** Adds a feed, due at once. @returns false when its address is there already. */
export async function addFeed(db: Queryable, feed: Pick<StoredFeed, 'id' | 'url' | 'title' | 'schedule'>): Promise<boolean> {
  const added = await db
    .insertInto('feeds')
    .values({
      id: feed.id,
      url: feed.url,
      title: feed.title,
      full_text: true,
      paused: false,
      schedule: JSON.stringify(feed.schedule),
      validators: null,
      next_try_at: new Date(0),
      leased_until: null,
      leased_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** All feeds by address. */
export async function listFeeds(db: Queryable): Promise<StoredFeed[]> {
  return (await db.selectFrom('feeds').selectAll().orderBy('url').execute()).map((row) => toStored(row));
}

/** Removes a feed by id or address. What was read from it stays. @returns false when there is none. */
export async function removeFeed(db: Queryable, idOrUrl: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('feeds')
    .where((eb) => eb.or([eb('id', '=', idOrUrl), eb('url', '=', idOrUrl)]))
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** Stops or continues polling a feed; continuing makes it due at once. @returns false when there is none. */
export async function pauseFeed(db: Queryable, idOrUrl: string, paused: boolean): Promise<boolean> {
  const changed = await db
    .updateTable('feeds')
    .set(paused ? { paused } : { paused, next_try_at: new Date(0) })
    .where((eb) => eb.or([eb('id', '=', idOrUrl), eb('url', '=', idOrUrl)]))
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/**
 * Takes feeds that are due and that nobody else is polling, and holds them for a while: several readers share the load without talking to each other, and what a killed
 * reader held is due again when its lease ends.
 */
export async function claimDueFeeds(
  db: Queryable,
  options: { reader: string; limit: number; leaseSeconds: number },
): Promise<StoredFeed[]> {
  const due = db
    .selectFrom('feeds')
    .select('id')
    .where('paused', '=', false)
    // Saved in a time that is still to come: the clock was set back, and the next try would be as far away as it jumped.
    .where(
      sql<boolean>`(next_try_at <= now() or (next_try_at is not null and (schedule->>${SAVED_AT})::numeric > extract(epoch from now()) + 300))`,
    )
    .where(isFree)
    .orderBy('next_try_at')
    .limit(options.limit)
    .forUpdate()
    .skipLocked();
  const claimed = await db
    .updateTable('feeds')
    .set({ leased_by: options.reader, leased_until: sql<Date>`now() + make_interval(secs => ${options.leaseSeconds})` })
    .where('id', 'in', due)
    .returningAll()
    .execute();
  return claimed.map((row) => toStored(row));
}

/** One feed by id or address. */
export async function findFeed(db: Queryable, idOrUrl: string): Promise<StoredFeed | undefined> {
  const row = await db
    .selectFrom('feeds')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', idOrUrl), eb('url', '=', idOrUrl)]))
    .executeTakeFirst();
  return row && toStored(row);
}

/** Starts a feed anew: due at once with the schedule given, asked for whole. What is read from it stays known. @returns false when there is none. */
export async function restartFeed(db: Queryable, idOrUrl: string, schedule: object): Promise<boolean> {
  const changed = await db
    .updateTable('feeds')
    .set({ paused: false, schedule: JSON.stringify(schedule), validators: null, next_try_at: new Date(0) })
    .where((eb) => eb.or([eb('id', '=', idOrUrl), eb('url', '=', idOrUrl)]))
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Whether the pages of a feed's items are asked for, or only what the feed brings is taken. @returns false when there is no such feed. */
export async function setFullText(db: Queryable, idOrUrl: string, fullText: boolean): Promise<boolean> {
  const changed = await db
    .updateTable('feeds')
    .set({ full_text: fullText })
    .where((eb) => eb.or([eb('id', '=', idOrUrl), eb('url', '=', idOrUrl)]))
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Goes on holding a feed. @returns false when the lease was lost: then the poll has to end. */
export async function renewFeedLease(db: Queryable, lease: { id: string; reader: string; leaseSeconds: number }): Promise<boolean> {
  const renewed = await db
    .updateTable('feeds')
    .set({ leased_until: sql<Date>`now() + make_interval(secs => ${lease.leaseSeconds})` })
    .where('id', '=', lease.id)
    .where('leased_by', '=', lease.reader)
    .returning('id')
    .executeTakeFirst();
  return renewed !== undefined;
}

/** Gives free what a reader holds, when it stops in good order: others go on with it at once. */
export async function releaseFeeds(db: Queryable, reader: string): Promise<void> {
  await db.updateTable('feeds').set({ leased_by: null, leased_until: null }).where('leased_by', '=', reader).execute();
}

/** Ends a poll: stores what it came to and gives the feed free. A reader whose lease was taken over writes nothing. */
export async function saveFeedPoll(
  db: Queryable,
  poll: {
    id: string;
    reader: string;
    url: string;
    title: string | null;
    schedule: object;
    validators: object | null;
    nextTryAt: Date | null;
  },
): Promise<void> {
  await db
    .updateTable('feeds')
    .set({
      url: poll.url,
      title: poll.title,
      schedule: sql<string>`${JSON.stringify(poll.schedule)}::jsonb || jsonb_build_object(${SAVED_AT}::text, extract(epoch from now()))`,
      validators: poll.validators === null ? null : JSON.stringify(poll.validators),
      next_try_at: poll.nextTryAt,
      leased_by: null,
      leased_until: null,
    })
    .where('id', '=', poll.id)
    .where('leased_by', '=', poll.reader)
    .execute();
}
