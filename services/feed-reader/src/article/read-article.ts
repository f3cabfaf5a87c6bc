import { readFlat, readHtml } from '@copydesk/article';
import type { ArticleReading } from '@copydesk/article';
import type { IntakeItem } from '../intake/item.ts';

/** Takes the article out of an item's page or flat text. What the item says of itself is used where the text does not say it. */
export function readArticle(item: IntakeItem): ArticleReading {
  const known = {
    ...(item.url === null ? {} : { url: item.url }),
    ...(item.title === null ? {} : { title: item.title }),
    ...(item.published === null ? {} : { published: item.published }),
    ...(item.publisher === null ? {} : { publisher: item.publisher }),
  };
  if (item.body.kind === 'flat') return readFlat(item.body.content, known);
  const reading = readHtml(item.body.content, item.url === null ? {} : { url: item.url });
  return { ...reading, title: reading.title ?? item.title, publisher: reading.publisher ?? item.publisher };
}
