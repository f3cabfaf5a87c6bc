import type { Conflict } from '@copydesk/contracts';
import { pieces } from '@copydesk/pipeline';
import type { Queryable } from '../database.ts';

/** Rows of one statement. */
const ROWS = 200;

/** Writes the latest state of conflicts; of several states of one conflict the last counts. */
export async function saveConflicts(db: Queryable, conflicts: readonly Conflict[]): Promise<void> {
  const latest = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  for (const some of pieces(latest.values(), { items: ROWS })) {
    const rows = some.map((conflict) => ({
      id: conflict.id,
      story_id: conflict.storyId,
      revision: conflict.revision,
      status: conflict.status,
      severity: conflict.severity,
      body: JSON.stringify(conflict),
    }));
    await db
      .insertInto('conflicts')
      .values(rows)
      .onConflict((existing) =>
        existing.column('id').doUpdateSet((eb) => ({
          story_id: eb.ref('excluded.story_id'),
          revision: eb.ref('excluded.revision'),
          status: eb.ref('excluded.status'),
          severity: eb.ref('excluded.severity'),
          body: eb.ref('excluded.body'),
        })),
      )
      .execute();
  }
}

/** Active conflicts of a story, ordered by id. */
export async function conflictsOfStory(db: Queryable, storyId: string): Promise<Conflict[]> {
  const rows = await db
    .selectFrom('conflicts')
    .select('body')
    .where('story_id', '=', storyId)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.body);
}

/** One conflict by id. */
export async function findConflict(db: Queryable, id: string): Promise<Conflict | undefined> {
  return (await db.selectFrom('conflicts').select('body').where('id', '=', id).executeTakeFirst())?.body;
}

/** Active conflicts after a given id, ordered by id. */
export async function listConflicts(db: Queryable, page: { after?: string; severity?: string; limit: number }): Promise<Conflict[]> {
  let query = db.selectFrom('conflicts').select('body').where('status', '=', 'active').orderBy('id').limit(page.limit);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  if (page.severity !== undefined) query = query.where('severity', '=', page.severity as Conflict['severity']);
  return (await query.execute()).map((row) => row.body);
}
