import type { Outcome } from '@copydesk/contracts';
import type { Queryable } from '../database.ts';

export interface OutcomeRecord {
  articleId: string;
  revision: number;
  /** Null while the article is on its way. */
  outcome: Outcome | null;
}

/**
 * Says how an article revision ended. The first outcome stands, so that redelivery never gives a second one; only a redriven dead letter is replaced
 * (by the outcome that the redrive reached).
 */
export async function recordOutcome(db: Queryable, articleId: string, revision: number, outcome: Outcome): Promise<void> {
  await db
    .insertInto('outcomes')
    .values({ article_id: articleId, revision, outcome: outcome.outcome, detail: JSON.stringify(outcome) })
    .onConflict((conflict) =>
      conflict
        .columns(['article_id', 'revision'])
        .doUpdateSet({ outcome: outcome.outcome, detail: JSON.stringify(outcome) })
        .where((eb) => eb.or([eb('outcomes.outcome', 'is', null), eb('outcomes.outcome', '=', 'dead-letter')])),
    )
    .execute();
}

/** How many article revisions ended in which way; "pending" counts those on their way. */
export async function countOutcomes(db: Queryable): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('outcomes')
    .select(({ fn }) => ['outcome', fn.countAll<string>().as('count')])
    .groupBy('outcome')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.outcome ?? 'pending', Number(row.count)]));
}

/** Outcomes after a given article revision, ordered by article and revision. */
export async function listOutcomes(
  db: Queryable,
  page: { after?: { articleId: string; revision: number }; limit: number },
): Promise<OutcomeRecord[]> {
  let query = db.selectFrom('outcomes').selectAll().orderBy('article_id').orderBy('revision').limit(page.limit);
  const { after } = page;
  if (after !== undefined)
    query = query.where((eb) => eb(eb.refTuple('article_id', 'revision'), '>', eb.tuple(after.articleId, after.revision)));
  const rows = await query.execute();
  return rows.map((row) => ({ articleId: row.article_id, revision: row.revision, outcome: row.detail }));
}

/** Every outcome of one article. */
export async function outcomesOf(db: Queryable, articleId: string): Promise<OutcomeRecord[]> {
  const rows = await db.selectFrom('outcomes').selectAll().where('article_id', '=', articleId).orderBy('revision').execute();
  return rows.map((row) => ({ articleId: row.article_id, revision: row.revision, outcome: row.detail }));
}
