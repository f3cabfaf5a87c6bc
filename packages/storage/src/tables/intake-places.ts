import { sha256 } from '@copydesk/contracts';
import type { Queryable } from '../database.ts';

/** The content hash of what a place last said of an article; undefined when it never said anything. */
export async function placeSays(db: Queryable, articleId: string, place: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('intake_places')
    .select('content_hash')
    .where('article_id', '=', articleId)
    .where('place', '=', place.length > 500 ? sha256(place) : place)
    .executeTakeFirst();
  return row?.content_hash;
}
