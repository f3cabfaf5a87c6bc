import type { Conflict, Fact } from '@copydesk/contracts';
import { pieces } from '@copydesk/pipeline';
import { sql } from 'kysely';
import type { Queryable } from '../database.ts';
import { patchedBody, patchesOf } from '../patch/patched-bodies.ts';

/** Ids of one statement. */
const AT_ONCE = 5_000;

/** Everything ever published of a story, retracted facts and conflicts included: their ids and revisions go on. */
export async function publishedOfStory(db: Queryable, storyId: string): Promise<{ facts: Fact[]; conflicts: Conflict[] }> {
  const facts = await db
    .selectFrom('facts')
    .select(['body', patchesOf('facts')])
    .where('story_id', '=', storyId)
    .orderBy('id')
    .execute();
  const conflicts = await db
    .selectFrom('conflicts')
    .select(['body', patchesOf('conflicts')])
    .where('story_id', '=', storyId)
    .orderBy('id')
    .execute();
  return { facts: facts.map((row) => patchedBody(row)), conflicts: conflicts.map((row) => patchedBody(row)) };
}

/** Puts everything published of one story under another. Bodies follow with their next revision. */
export async function adoptStory(db: Queryable, from: string, into: string): Promise<void> {
  await db.updateTable('facts').set({ story_id: into }).where('story_id', '=', from).execute();
  await db.updateTable('conflicts').set({ story_id: into }).where('story_id', '=', from).execute();
}

/** Ids of facts, of whatever status, that were made of these mentions. */
export async function factsNamedAfter(db: Queryable, mentions: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const some of pieces(mentions, { items: AT_ONCE })) {
    const rows = await db
      .selectFrom('facts')
      .select('id')
      .where('named_after', '=', sql<string>`any(${some})`)
      .execute();
    for (const row of rows) ids.push(row.id);
  }
  return ids;
}

/** Puts facts and conflicts that are retracted under the story that their mentions went to. */
export async function adoptRetracted(
  db: Queryable,
  ids: { facts: readonly string[]; conflicts: readonly string[] },
  into: string,
): Promise<void> {
  for (const [table, all] of [
    ['facts', ids.facts],
    ['conflicts', ids.conflicts],
  ] as const) {
    for (const some of pieces(all, { items: AT_ONCE })) {
      await db.updateTable(table).set({ story_id: into }).where('id', 'in', some).where('status', '=', 'retracted').execute();
    }
  }
}
