import type { Queryable } from '../database.ts';

/** What an operator did with a dead letter. */
export type DeadLetterMark = 'redriven' | 'dropped';

/** Marks by dead letter id. */
export async function loadDeadLetterMarks(db: Queryable): Promise<Map<string, DeadLetterMark>> {
  const rows = await db.selectFrom('dead_letter_marks').select(['id', 'state']).execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Marks a dead letter as dealt with; the first mark stands. */
export async function markDeadLetter(db: Queryable, id: string, state: DeadLetterMark): Promise<void> {
  await db
    .insertInto('dead_letter_marks')
    .values({ id, state })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
