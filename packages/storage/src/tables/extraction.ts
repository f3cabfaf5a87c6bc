import type { Outcome } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Database, Queryable } from '../database.ts';
import type { StoredArticle } from './articles.ts';
import { storedArticlesOf } from './articles.ts';

/** Any number will do as long as nothing else of this database locks on it. */
const EXTRACTION_LOCK = 4_217_004;

/** Which version of the extractor made the ledger, and which one an operator asked for. */
export interface ExtractionState {
  version: string;
  wanted: string | null;
}

/** The ledger is made with another version of the extractor: to write to it would mix what the two read. */
export class ExtractorVersionError extends Error {
  readonly code = 'extractor-version';
}

/** The state, undefined while the ledger is empty. */
export async function extractionState(db: Queryable): Promise<ExtractionState | undefined> {
  return await db.selectFrom('extraction').select(['version', 'wanted']).executeTakeFirst();
}

/**
 * Makes sure, until the transaction ends, that the ledger is made with `version`, and stays so: a program of another version that wants to take over waits.
 * @throws ExtractorVersionError when another version has taken over.
 */
export async function holdExtraction(db: Queryable, version: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${sql.lit(EXTRACTION_LOCK)})`.execute(db);
  const state = await extractionState(db);
  if (state === undefined || state.version === version) return;
  throw new ExtractorVersionError(`The ledger is made with extractor ${state.version} by now, this program is ${version}.`);
}

/**
 * Takes the ledger over for a version, once all transactions of others have ended: an empty one at once, one of another version where an operator asked for it.
 * @returns the state as it was; its `version` differs from `version` where that was not asked for, and then nothing has changed.
 */
export async function takeOverExtraction(db: Database, version: string): Promise<ExtractionState> {
  return await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(EXTRACTION_LOCK)})`.execute(transaction);
    const before = await extractionState(transaction);
    const fresh = before === undefined || (await isEmpty(transaction));
    if (!fresh && before.wanted !== version) return before;
    await transaction
      .insertInto('extraction')
      .values({ version, wanted: null })
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ version, wanted: null }))
      .execute();
    return { version, wanted: null };
  });
}

async function isEmpty(db: Queryable): Promise<boolean> {
  return (await db.selectFrom('articles').select('article_id').limit(1).executeTakeFirst()) === undefined;
}

/** Asks for the ledger to be made again with a version; the extractor of that version does it. @returns false when the ledger is empty. */
export async function wantExtraction(db: Queryable, version: string): Promise<boolean> {
  const asked = await db.updateTable('extraction').set({ wanted: version }).returning('version').executeTakeFirst();
  return asked !== undefined;
}

/** How many standing articles were read by another version. */
export async function countStale(db: Queryable, version: string): Promise<number> {
  const row = await db
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('withdrawn', 'is', null)
    .where('extracted_by', 'is distinct from', version)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Stories after a given id that hold standing articles read by another version, ordered by id. */
export async function staleStories(db: Queryable, version: string, page: { after: string; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('story_id')
    .distinct()
    .where('story_id', '>', page.after)
    .where('withdrawn', 'is', null)
    .where('extracted_by', 'is distinct from', version)
    .orderBy('story_id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.story_id);
}

/** The standing articles of a story, with their texts, where one of them was read by another version; empty where none was. */
export async function staleArticlesOf(db: Queryable, storyId: string, version: string): Promise<StoredArticle[]> {
  const stale = await db
    .selectFrom('articles')
    .select('article_id')
    .where('story_id', '=', storyId)
    .where('withdrawn', 'is', null)
    .where('extracted_by', 'is distinct from', version)
    .limit(1)
    .executeTakeFirst();
  return stale === undefined ? [] : await storedArticlesOf(db, storyId);
}

/** Says that all standing articles of a story were read by a version. */
export async function markExtracted(db: Queryable, storyId: string, version: string): Promise<void> {
  await db.updateTable('articles').set({ extracted_by: version }).where('story_id', '=', storyId).where('withdrawn', 'is', null).execute();
}

/** Replaces how an article revision ended, where its reading by another version came to something else. */
export async function correctOutcome(db: Queryable, articleId: string, revision: number, outcome: Outcome): Promise<void> {
  await db
    .updateTable('outcomes')
    .set({ outcome: outcome.outcome, detail: JSON.stringify(outcome) })
    .where('article_id', '=', articleId)
    .where('revision', '=', revision)
    .execute();
}
