import type { Queryable } from '../database.ts';

/** How far an unfinished reading of an input has come: file → where to go on, and the file as it was then. */
export async function loadIntakeProgress(db: Queryable, input: string): Promise<Map<string, { fingerprint: string; position: number }>> {
  const rows = await db.selectFrom('intake_progress').select(['file', 'fingerprint', 'position']).where('input', '=', input).execute();
  return new Map(rows.map((row) => [row.file, { fingerprint: row.fingerprint, position: Number(row.position) }]));
}

/** Notes that everything before `position` of a file has its outcome. */
export async function saveIntakeProgress(
  db: Queryable,
  entry: { input: string; file: string; fingerprint: string; position: number },
): Promise<void> {
  const { fingerprint, position } = entry;
  await db
    .insertInto('intake_progress')
    .values(entry)
    .onConflict((conflict) => conflict.columns(['input', 'file']).doUpdateSet({ fingerprint, position }))
    .execute();
}

/** An input was read to its end: the next time it is read from its beginning. */
export async function clearIntakeProgress(db: Queryable, input: string): Promise<void> {
  await db.deleteFrom('intake_progress').where('input', '=', input).execute();
}
