import type { Mention } from '@copydesk/contracts';
import { sql } from 'kysely';
import type { Queryable } from '../database.ts';

/** Replaces all mentions of an article by those of its newest revision. */
export async function replaceMentions(db: Queryable, articleId: string, storyId: string, mentions: readonly Mention[]): Promise<void> {
  await db.deleteFrom('mentions').where('article_id', '=', articleId).execute();
  for (let at = 0; at < mentions.length; at += 500) {
    const rows = mentions
      .slice(at, at + 500)
      .map((mention) => ({ id: mention.id, article_id: articleId, story_id: storyId, body: JSON.stringify(mention) }));
    await db.insertInto('mentions').values(rows).execute();
  }
}

/** Every mention of a story, ordered by id. */
export async function mentionsOfStory(db: Queryable, storyId: string): Promise<Mention[]> {
  const rows = await db.selectFrom('mentions').select('body').where('story_id', '=', storyId).orderBy('id').execute();
  return rows.map((row) => row.body);
}

/** Every mention of one article, ordered by id. */
export async function mentionsOfArticle(db: Queryable, articleId: string): Promise<Mention[]> {
  const rows = await db.selectFrom('mentions').select('body').where('article_id', '=', articleId).orderBy('id').execute();
  return rows.map((row) => row.body);
}

/** Ids of all mentions of some articles. */
export async function idsOfMentions(db: Queryable, articleIds: readonly string[]): Promise<string[]> {
  if (articleIds.length === 0) return [];
  const rows = await db
    .selectFrom('mentions')
    .select('id')
    .where('article_id', '=', sql<string>`any(${articleIds})`)
    .execute();
  return rows.map((row) => row.id);
}

/** Mentions by id; unknown ids are left out. */
export async function findMentions(db: Queryable, ids: readonly string[]): Promise<Mention[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('mentions')
    .select('body')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.body);
}
