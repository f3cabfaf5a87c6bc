import type { StorySummary } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Queryable } from '../database.ts';

/** The story that an id stands for after merges: itself, or what it was merged into, followed to the end. */
export async function resolveStory(db: Queryable, storyId: string): Promise<string> {
  let id = storyId;
  // A merge goes into an older story, so a chain cannot loop; the bound only guards against a damaged table.
  for (let step = 0; step < 1000; step++) {
    const row = await db.selectFrom('story_aliases').select('into_story').where('from_story', '=', id).executeTakeFirst();
    if (row === undefined) return id;
    id = row.into_story;
  }
  return id;
}

/**
 * Where an assignment of an article to a story leads now, after the merges and splits that are known, and where the article stands; in one question, as it is asked twice for every article.
 * @returns `storyId` after merges, then the article's own moves, then merges again; `before` undefined for an article that is not there.
 */
export async function placeOfArticle(
  db: Queryable,
  articleId: string,
  storyId: string,
): Promise<{ storyId: string; before: string | undefined }> {
  // A merge goes into an older story, so a chain cannot loop; the bound only guards against a damaged table.
  const result = await sql<{ story: string; before: string | null }>`
    with recursive named(id, step) as (
      select ${storyId}::text, 0
      union all select a.into_story, step + 1 from named join story_aliases a on a.from_story = id where step < 1000
    ), moved(id) as (
      select coalesce(m.into_story, n.id)
      from (select id from named order by step desc limit 1) n
      left join story_moves m on m.article_id = ${articleId} and m.from_story = n.id
    ), placed(id, step) as (
      select id, 0 from moved
      union all select a.into_story, step + 1 from placed join story_aliases a on a.from_story = id where step < 1000
    )
    select (select id from placed order by step desc limit 1) as story,
      (select story_id from articles where article_id = ${articleId}) as before`.execute(db);
  const row = result.rows[0];
  return { storyId: row?.story ?? storyId, before: row?.before ?? undefined };
}

/** Records that a story goes on as another. */
export async function mergeStory(db: Queryable, from: string, into: string): Promise<void> {
  await db
    .insertInto('story_aliases')
    .values({ from_story: from, into_story: into })
    .onConflict((conflict) => conflict.column('from_story').doUpdateSet({ into_story: into }))
    .execute();
}

/** Records that an article left a story for another, for assignments that arrive later. */
export async function recordMove(db: Queryable, articleId: string, from: string, into: string): Promise<void> {
  await db
    .insertInto('story_moves')
    .values({ article_id: articleId, from_story: from, into_story: into })
    .onConflict((conflict) => conflict.columns(['article_id', 'from_story']).doUpdateSet({ into_story: into }))
    .execute();
}

/**
 * Holds stories until the transaction ends and counts one change of each, so that two events of one story never interleave and whoever keeps a story in memory can tell
 * whether somebody else has changed it since.
 * @returns the number of changes by story, this one included.
 */
export async function holdStories(db: Queryable, storyIds: readonly string[]): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  // In one order everywhere, so that two transactions cannot wait for each other.
  for (const id of [...new Set(storyIds)].sort()) {
    const row = await db
      .insertInto('story_versions')
      .values({ story_id: id, version: 1 })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet((eb) => ({ version: eb('story_versions.version', '+', 1) })))
      .returning('version')
      .executeTakeFirstOrThrow();
    versions.set(id, row.version);
  }
  return versions;
}

/** Stories by their latest article, newest first. */
export async function listStories(db: Queryable, page: { limit: number; offset: number; id?: string }): Promise<StorySummary[]> {
  const one = page.id === undefined ? sql`` : sql`and story_id = ${page.id}`;
  const result = await sql<StorySummary>`
    select s.story_id as id, t.title, t.language, s.articles,
      (select count(*)::int from facts f where f.story_id = s.story_id and f.status = 'active') as facts,
      (select count(*)::int from conflicts c where c.story_id = s.story_id and c.status = 'active') as conflicts,
      s.first_seen as "firstSeen", s.last_seen as "lastSeen"
    from (
      select story_id, count(*)::int as articles, min(observed_at) as first_seen, max(observed_at) as last_seen
      from articles where withdrawn is null ${one} group by story_id
      order by max(observed_at) desc, story_id limit ${page.limit} offset ${page.offset}
    ) s
    cross join lateral (
      select a.title, a.language from articles a where a.story_id = s.story_id and a.withdrawn is null
      order by (a.title is null), a.observed_at, a.article_id limit 1
    ) t
    order by s.last_seen desc, s.story_id`.execute(db);
  return result.rows;
}
