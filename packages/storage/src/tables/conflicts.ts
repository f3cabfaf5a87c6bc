import type { Conflict } from '@copydesk/contracts';
import { pieces } from '@copydesk/pipeline';
import type { Queryable } from '../database.ts';
import { dropPatches, patchedBody, patchesOf, savePatches } from '../patch/patched-bodies.ts';

/** Rows of one statement. */
const ROWS = 200;

const columnsOf = ({ storyId, status, severity }: Conflict) => ({ story_id: storyId, status, severity });
const lengthOf = (conflict: Conflict): number => conflict.sides.reduce((sum, side) => sum + side.mentions.length, 0);

/**
 * Writes the latest state of conflicts; of several states of one conflict the last counts.
 * @param before the state that the database has, of conflicts where it is known: of a long one only what changed is then written.
 */
export async function saveConflicts(
  db: Queryable,
  conflicts: readonly Conflict[],
  before: ReadonlyMap<string, Conflict> = new Map(),
): Promise<void> {
  const latest = [...new Map(conflicts.map((conflict) => [conflict.id, conflict])).values()];
  const patched = await savePatches(db, 'conflicts', latest, before, { lengthOf, columns: columnsOf });
  const whole = latest.filter((conflict) => !patched.has(conflict.id));
  await dropPatches(db, whole, before, lengthOf);
  for (const some of pieces(whole, { items: ROWS })) {
    const rows = some.map((conflict) => ({
      id: conflict.id,
      revision: conflict.revision,
      ...columnsOf(conflict),
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
          body_revision: null,
        })),
      )
      .execute();
  }
}

/** Active conflicts of a story, ordered by id. */
export async function conflictsOfStory(db: Queryable, storyId: string): Promise<Conflict[]> {
  const rows = await db
    .selectFrom('conflicts')
    .select(['body', patchesOf('conflicts')])
    .where('story_id', '=', storyId)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  return rows.map((row) => patchedBody(row));
}

/** One conflict by id. */
export async function findConflict(db: Queryable, id: string): Promise<Conflict | undefined> {
  const row = await db
    .selectFrom('conflicts')
    .select(['body', patchesOf('conflicts')])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && patchedBody(row);
}

/** Active conflicts after a given id, ordered by id. */
export async function listConflicts(db: Queryable, page: { after?: string; severity?: string; limit: number }): Promise<Conflict[]> {
  let query = db
    .selectFrom('conflicts')
    .select(['body', patchesOf('conflicts')])
    .where('status', '=', 'active')
    .orderBy('id')
    .limit(page.limit);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  if (page.severity !== undefined) query = query.where('severity', '=', page.severity as Conflict['severity']);
  return (await query.execute()).map((row) => patchedBody(row));
}
