import { eventId } from '@copydesk/contracts';
import type { StoryChange } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Queryable } from '../database.ts';

/** Keeps why a story went on in another, or parted. It comes under the keys of both stories, and again with every redelivery: it is kept once. */
export async function recordStoryChange(db: Queryable, change: StoryChange): Promise<void> {
  const { kind, from, into, articles, reasons, observedAt } = change;
  const id = eventId('story-change', [kind, from, into, articles, observedAt]);
  await sql`
    insert into story_changes (id, kind, from_story, into_story, articles, reasons, observed_at)
    values (${id}, ${kind}, ${from}, ${into}, ${articles}, ${JSON.stringify(reasons)}::jsonb, ${observedAt})
    on conflict (id) do nothing`.execute(db);
}

/** The last changes of a story and of those that were merged into it, the newest first. */
export async function changesOfStory(db: Queryable, storyId: string, limit: number): Promise<StoryChange[]> {
  const { rows } = await sql<StoryChange>`
    with recursive names (id) as (
      select ${storyId}::text
      union
      select story_aliases.from_story from story_aliases join names on story_aliases.into_story = names.id
    )
    select kind, from_story as "from", into_story as "into", articles, reasons, observed_at as "observedAt"
    from story_changes
    where from_story in (select id from names) or into_story in (select id from names)
    order by observed_at desc, id
    limit ${limit}`.execute(db);
  return rows;
}
