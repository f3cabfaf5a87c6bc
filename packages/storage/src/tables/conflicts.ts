import type { Conflict } from '@copydesk/contracts';
import type { Queryable } from '../database.ts';

/** Writes the latest state of conflicts. */
export async function saveConflicts(db: Queryable, conflicts: readonly Conflict[]): Promise<void> {
  for (const conflict of conflicts) {
    const row = {
      story_id: conflict.storyId,
      revision: conflict.revision,
      status: conflict.status,
      severity: conflict.severity,
      body: JSON.stringify(conflict),
    };
    await db
      .insertInto('conflicts')
      .values({ id: conflict.id, ...row })
      .onConflict((existing) => existing.column('id').doUpdateSet(row))
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
