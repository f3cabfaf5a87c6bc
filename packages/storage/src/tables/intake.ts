import { sha256 } from '@copydesk/contracts';
import type { ArticleRaw, ArticleWithdrawal, Outcome } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Database, Queryable } from '../database.ts';
import { recordOutcome } from './outcomes.ts';

/** The newest revision of an article that the reader took in; undefined when it never did. */
export async function latestIntake(
  db: Queryable,
  articleId: string,
): Promise<{ revision: number; contentHash: string; language: string; observedAt: string } | undefined> {
  const row = await db
    .selectFrom('intake')
    .select(['revision', 'content_hash', 'language', 'observed_at'])
    .where('article_id', '=', articleId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { revision: row.revision, contentHash: row.content_hash, language: row.language, observedAt: row.observed_at };
}

/** Holds an article until the transaction ends, so that two intakes of it (two feeds, a feed and a file) come one after the other. */
export async function holdIntake(db: Queryable, articleId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${articleId}, 0))`.execute(db);
}

/**
 * Notes what a place says of an article now.
 * @returns false when the place said the same the last time.
 */
export async function notePlace(db: Queryable, entry: { articleId: string; place: string; contentHash: string }): Promise<boolean> {
  const { articleId, contentHash } = entry;
  // An index holds no longer names; their hash stands for them as well.
  const place = entry.place.length > 500 ? sha256(entry.place) : entry.place;
  const changed = await db
    .insertInto('intake_places')
    .values({ article_id: articleId, place, content_hash: contentHash })
    .onConflict((conflict) =>
      conflict
        .columns(['article_id', 'place'])
        .doUpdateSet({ content_hash: contentHash })
        .where('intake_places.content_hash', '<>', contentHash),
    )
    .returning('place')
    .executeTakeFirst();
  return changed !== undefined;
}

/**
 * Records one article revision as taken in, with its message still to be sent, and its outcome as pending. Idempotent by (article, revision).
 * @returns false when that revision was there already.
 */
export async function recordIntake(db: Queryable, entry: { event: ArticleRaw; contentHash: string; observedAt: string }): Promise<boolean> {
  const { event } = entry;
  const inserted = await db
    .insertInto('intake')
    .values({
      article_id: event.articleId,
      revision: event.revision,
      content_hash: entry.contentHash,
      language: event.language,
      observed_at: entry.observedAt,
      payload: JSON.stringify(event),
    })
    .onConflict((conflict) => conflict.columns(['article_id', 'revision']).doNothing())
    .returning('article_id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  if (event.kind === 'revision') {
    await db
      .insertInto('outcomes')
      .values({ article_id: event.articleId, revision: event.revision, outcome: null, detail: null })
      .onConflict((conflict) => conflict.columns(['article_id', 'revision']).doNothing())
      .execute();
  }
  return true;
}

/** Records an article revision that is not an article, with the reason as its outcome. Idempotent by (article, revision). */
export async function recordRejection(
  db: Queryable,
  entry: { articleId: string; revision: number; contentHash: string; observedAt: string; outcome: Outcome },
): Promise<void> {
  await db
    .insertInto('intake')
    .values({
      article_id: entry.articleId,
      revision: entry.revision,
      content_hash: entry.contentHash,
      language: 'und',
      observed_at: entry.observedAt,
      payload: null,
    })
    .onConflict((conflict) => conflict.columns(['article_id', 'revision']).doNothing())
    .execute();
  await recordOutcome(db, entry.articleId, entry.revision, entry.outcome);
}

/** Messages taken in but not yet acknowledged by the broker, in order of intake. */
export async function unsentIntake(db: Queryable, limit: number): Promise<{ seq: string; event: ArticleRaw }[]> {
  const rows = await db
    .selectFrom('intake')
    .select(['seq', 'payload'])
    .where('payload', 'is not', null)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.payload === null ? [] : [{ seq: row.seq, event: row.payload }]));
}

/** How many messages were taken in and not yet acknowledged by the broker. */
export async function unsentIntakeSize(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('intake')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('payload', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Any number will do as long as nothing else of this database locks on it. */
const INTAKE_RELAY_LOCK = 4_217_003;

/**
 * Hands the oldest messages that the broker has not acknowledged to `send`, and forgets their payload when it returns. One reader sends at a time, whoever holds the lock, so that the order of
 * intake holds over several readers and nothing is sent twice. A crash between sending and forgetting sends them again.
 * @returns how many were sent; 0 also when another reader is sending.
 */
export async function relayIntake(database: Database, limit: number, send: (events: ArticleRaw[]) => Promise<void>): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sql.lit(INTAKE_RELAY_LOCK)}) as held`.execute(transaction);
    if (lock.rows[0]?.held !== true) return 0;
    const unsent = await unsentIntake(transaction, limit);
    if (unsent.length === 0) return 0;
    await send(unsent.map(({ event }) => event));
    await markIntakeSent(
      transaction,
      unsent.map(({ seq }) => seq),
    );
    return unsent.length;
  });
}

/** Forgets the payload of messages that the broker has acknowledged. */
export async function markIntakeSent(db: Queryable, seqs: readonly string[]): Promise<void> {
  if (seqs.length > 0)
    await db
      .updateTable('intake')
      .set({ payload: null })
      .where('seq', 'in', [...seqs])
      .execute();
}

/** The latest `observedAt` given so far: bulk intake continues after it. */
export async function lastObservedAt(db: Queryable): Promise<string | undefined> {
  const row = await db.selectFrom('intake').select('observed_at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.observed_at;
}

/**
 * Takes an article back: a withdrawal as its next revision, to be sent like any other. Nothing happens for an article that was never published or is taken back already.
 * @returns false when nothing happened.
 */
export async function recordWithdrawal(
  database: Database,
  withdrawal: { articleId: string; reason: ArticleWithdrawal['reason']; observedAt: string },
): Promise<boolean> {
  const { articleId, reason, observedAt } = withdrawal;
  return await database.transaction().execute(async (transaction) => {
    await holdIntake(transaction, articleId);
    const latest = await latestIntake(transaction, articleId);
    if (latest === undefined || latest.contentHash.startsWith('withdrawn:')) return false;
    const published = await transaction
      .selectFrom('intake')
      .select('language')
      .where('article_id', '=', articleId)
      .where('content_hash', 'not like', 'withdrawn:%')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('outcomes')
              .select('outcomes.revision')
              .whereRef('outcomes.article_id', '=', 'intake.article_id')
              .whereRef('outcomes.revision', '=', 'intake.revision')
              .where('outcomes.outcome', '=', 'rejected'),
          ),
        ),
      )
      .orderBy('revision', 'desc')
      .executeTakeFirst();
    if (published === undefined) return false;
    const event: ArticleWithdrawal = {
      kind: 'withdrawal',
      articleId,
      revision: latest.revision + 1,
      language: published.language,
      reason,
      observedAt,
    };
    return await recordIntake(transaction, { event, contentHash: `withdrawn:${reason}`, observedAt });
  });
}
