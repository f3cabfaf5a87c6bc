import type { Conflict, Fact } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Database, Queryable } from '../database.ts';
import { withOldStatesOf } from '../patch/patched-bodies.ts';
import { findConflict, saveConflicts } from './conflicts.ts';
import { findFact, saveFacts } from './facts.ts';

/** Stands where words were. */
const FORGOTTEN = '(forgotten)';

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
 * Facts and conflicts that others carry on are written whole, so that no older state keeps its words. Rows, ids, hashes and outcomes stay: they prove that it was there and are no text.
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
    await writeWhole(db, articleId);
    const facts = await retractedFacts(db, articleId);
    await saveFacts(db, facts.map(withoutWords));
    const conflicts = await retractedConflicts(db, articleId);
    await saveConflicts(
      db,
      conflicts.map((conflict) => ({
        ...conflict,
        explanation: FORGOTTEN,
        sides: conflict.sides.map((side) => ({ ...side, value: FORGOTTEN })),
      })),
    );
    return { facts: facts.length, conflicts: conflicts.length };
  });
}

/** Writes patched facts and conflicts whole that knew the article once. */
async function writeWhole(db: Queryable, articleId: string): Promise<void> {
  for (const id of await withOldStatesOf(db, 'facts', articleId)) {
    const fact = await findFact(db, id);
    if (fact !== undefined) await saveFacts(db, [fact]);
  }
  for (const id of await withOldStatesOf(db, 'conflicts', articleId)) {
    const conflict = await findConflict(db, id);
    if (conflict !== undefined) await saveConflicts(db, [conflict]);
  }
}

async function retractedFacts(db: Queryable, articleId: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('facts')
    .select('body')
    .where('status', '<>', 'active')
    .where(sql<boolean>`body->'articleIds' ? ${articleId}`)
    .execute();
  return rows.map((row) => row.body);
}

async function retractedConflicts(db: Queryable, articleId: string): Promise<Conflict[]> {
  const rows = await db
    .selectFrom('conflicts')
    .select('body')
    .where('status', '<>', 'active')
    .where(sql<boolean>`jsonb_path_exists(body, '$.sides[*].articles[*] ? (@ == $id)', jsonb_build_object('id', ${articleId}::text))`)
    .execute();
  return rows.map((row) => row.body);
}

/** The fact with everything that was read out of texts removed. Its key stays its own: a ledger tells facts apart by it. */
function withoutWords(fact: Fact): Fact {
  return {
    ...fact,
    key: `${FORGOTTEN} ${fact.id}`,
    statement: FORGOTTEN,
    wordings: [],
    value: null,
    time: null,
    place: null,
    series: [],
  };
}
