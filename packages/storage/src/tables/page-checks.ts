import { sql } from 'kysely';
import type { Queryable } from '../database.ts';
import { isFree } from './lease.ts';

/** A page that is due to be looked at again. */
export interface PageCheck {
  articleId: string;
  feed: string;
  url: string;
  /** What the feed said of the article; the reader's own. */
  item: object;
  round: number;
  misses: number;
  publishedAt: Date;
}

/** Plans the looks at a page; one that is planned already stays as it is. Times are those of the program, not of the database. */
export async function planPageCheck(
  db: Queryable,
  page: { articleId: string; feed: string; url: string; item: object; publishedAt: Date; dueAt: Date },
): Promise<void> {
  await db
    .insertInto('page_checks')
    .values({
      article_id: page.articleId,
      feed: page.feed,
      url: page.url,
      item: JSON.stringify(page.item),
      published_at: page.publishedAt,
      due_at: page.dueAt,
      leased_until: null,
      leased_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes pages that are due and that nobody else is looking at, and holds them for a while, as feeds are. */
export async function claimDuePages(
  db: Queryable,
  options: { reader: string; limit: number; leaseSeconds: number; now: Date },
): Promise<PageCheck[]> {
  const due = db
    .selectFrom('page_checks')
    .select('article_id')
    .where('due_at', '<=', options.now)
    .where(isFree)
    .orderBy('due_at')
    .limit(options.limit)
    .forUpdate()
    .skipLocked();
  const rows = await db
    .updateTable('page_checks')
    .set({ leased_by: options.reader, leased_until: sql<Date>`now() + make_interval(secs => ${options.leaseSeconds})` })
    .where('article_id', 'in', due)
    .returningAll()
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    feed: row.feed,
    url: row.url,
    item: row.item,
    round: row.round,
    misses: row.misses,
    publishedAt: row.published_at,
  }));
}

/** Ends a look: when to look again, or null for never. A reader whose lease was taken over writes nothing. */
export async function savePageCheck(
  db: Queryable,
  check: { articleId: string; reader: string; round: number; misses: number; dueAt: Date | null },
): Promise<void> {
  if (check.dueAt === null) {
    await db.deleteFrom('page_checks').where('article_id', '=', check.articleId).where('leased_by', '=', check.reader).execute();
    return;
  }
  await db
    .updateTable('page_checks')
    .set({ round: check.round, misses: check.misses, due_at: check.dueAt, leased_by: null, leased_until: null })
    .where('article_id', '=', check.articleId)
    .where('leased_by', '=', check.reader)
    .execute();
}
