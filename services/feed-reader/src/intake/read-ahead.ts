import type { ArticleReading } from '@copydesk/article';
import type { ReadArticle } from '../article/read-article.ts';
import type { PlacedItem } from './item.ts';

/** A placed item whose article is being read already. */
export type Ahead<Placed extends PlacedItem> = Placed & { reading: Promise<ArticleReading> | undefined };

/**
 * Has the articles of the next items read while the one before is taken in, in the order of the input: memory is bounded by the window, and the order does not depend on
 * which thread is quicker.
 */
export async function* readAhead<Placed extends PlacedItem>(
  items: AsyncIterable<Placed>,
  read: ReadArticle,
  window: number,
): AsyncGenerator<Ahead<Placed>> {
  const waiting: Ahead<Placed>[] = [];
  for await (const placed of items) {
    const reading = 'unreadable' in placed.item ? undefined : read(placed.item);
    // Whoever takes the item in sees the failure; nobody may see it before.
    reading?.catch(() => undefined);
    waiting.push({ ...placed, reading });
    if (waiting.length >= window) yield waiting.shift() as Ahead<Placed>;
  }
  yield* waiting;
}
