import { sql } from 'kysely';
import type { Database, Queryable } from '../database.ts';

/** Marks an article as one that is never taken in again. */
export async function markForgotten(db: Queryable, articleId: string): Promise<void> {
  await db
    .insertInto('forgotten_articles')
    .values({ article_id: articleId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether an operator asked to forget this article. */
export async function isForgotten(db: Queryable, articleId: string): Promise<boolean> {
  return (
    (await db.selectFrom('forgotten_articles').select('article_id').where('article_id', '=', articleId).executeTakeFirst()) !== undefined
  );
}

/** Whether everything sent of an article has reached the ledger: no revision is on its way, and what is there is taken back. */
export async function isWithdrawn(db: Queryable, articleId: string): Promise<boolean> {
  const result = await sql<{ done: boolean }>`select not exists (
      select 1 from intake where article_id = ${articleId} and payload is not null
      union all select 1 from outcomes where article_id = ${articleId} and outcome is null
      union all select 1 from articles where article_id = ${articleId} and withdrawn is null
    ) as done`.execute(db);
  return result.rows[0]?.done === true;
}

/**
 * Removes the words of a withdrawn article from the ledger: text, headline, names of authors, mentions, and the wording of facts and conflicts that are retracted and rested on it.
 * Rows, ids, hashes and outcomes stay: they prove that it was there and are no text.
 * @param emptyHash SHA-256 of the empty text.
 */
export async function eraseArticle(
  database: Database,
  articleId: string,
  emptyHash: string,
): Promise<{ facts: number; conflicts: number }> {
  return await database.transaction().execute(async (db) => {
    await db.deleteFrom('mentions').where('article_id', '=', articleId).execute();
    await db.deleteFrom('page_checks').where('article_id', '=', articleId).execute();
    await db.updateTable('intake').set({ payload: null }).where('article_id', '=', articleId).execute();
    await db
      .updateTable('articles')
      .set({ text: '', text_hash: emptyHash, title: null, url: null, authors: '[]', headlines: '[]', copies: '[]', wire_credit: '[]' })
      .where('article_id', '=', articleId)
      .execute();
    const facts = await sql`update facts set statement = '(forgotten)',
        body = body || '{"statement":"(forgotten)","key":"(forgotten)","wordings":[],"value":null,"time":null,"place":null,"series":[]}'::jsonb
      where status <> 'active' and body->'articleIds' @> to_jsonb(array[${articleId}::text]) returning id`.execute(db);
    const conflicts = await sql`update conflicts set body = body || '{"explanation":"(forgotten)","sides":[]}'::jsonb
      where status <> 'active' and body::text like ${`%${articleId}%`} returning id`.execute(db);
    return { facts: facts.rows.length, conflicts: conflicts.rows.length };
  });
}
