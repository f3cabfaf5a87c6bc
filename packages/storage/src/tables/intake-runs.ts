import type { Queryable } from '../database.ts';

export interface IntakeRun {
  id: string;
  source: string;
  state: 'running' | 'done' | 'failed';
  /** Items looked at, published as new, found unchanged, and refused. */
  seen: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  detail: string | null;
}

/** Writes the state of one run of bulk intake; the newest state wins. */
export async function saveIntakeRun(db: Queryable, run: IntakeRun): Promise<void> {
  await db
    .insertInto('intake_runs')
    .values(run)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(run))
    .execute();
}

/** One run by id. */
export async function findIntakeRun(db: Queryable, id: string): Promise<IntakeRun | undefined> {
  return await db.selectFrom('intake_runs').selectAll().where('id', '=', id).executeTakeFirst();
}
