import type { Conflict, Fact } from '@copydesk/contracts';
import type { Queryable } from '../database.ts';

/** Everything ever published of a story, retracted facts and conflicts included: their ids and revisions go on. */
export async function publishedOfStory(db: Queryable, storyId: string): Promise<{ facts: Fact[]; conflicts: Conflict[] }> {
  const facts = await db.selectFrom('facts').select('body').where('story_id', '=', storyId).orderBy('id').execute();
  const conflicts = await db.selectFrom('conflicts').select('body').where('story_id', '=', storyId).orderBy('id').execute();
  return { facts: facts.map((row) => row.body), conflicts: conflicts.map((row) => row.body) };
}

/** Puts everything published of one story under another. Bodies follow with their next revision. */
export async function adoptStory(db: Queryable, from: string, into: string): Promise<void> {
  await db.updateTable('facts').set({ story_id: into }).where('story_id', '=', from).execute();
  await db.updateTable('conflicts').set({ story_id: into }).where('story_id', '=', from).execute();
}
