import type { Queryable } from '../database.ts';

/** Remembers which article an item of a feed is. */
export async function noteFeedItem(db: Queryable, item: { feed: string; guid: string; articleId: string }): Promise<void> {
  await db
    .insertInto('feed_items')
    .values({ feed: item.feed, guid: item.guid, article_id: item.articleId })
    .onConflict((conflict) =>
      conflict.columns(['feed', 'guid']).doUpdateSet({ article_id: item.articleId }).where('feed_items.article_id', '<>', item.articleId),
    )
    .execute();
}

/** The articles that items of a feed are; ids never seen are left out. */
export async function articlesOfItems(db: Queryable, feed: string, guids: readonly string[]): Promise<string[]> {
  if (guids.length === 0) return [];
  const rows = await db
    .selectFrom('feed_items')
    .select('article_id')
    .where('feed', '=', feed)
    .where('guid', 'in', [...guids])
    .orderBy('guid')
    .execute();
  return rows.map((row) => row.article_id);
}
