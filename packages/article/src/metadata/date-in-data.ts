import { readDate, sameDay } from './page-date.ts';
import type { PublishedDate } from './published.ts';

/** Names under which the data of a page's scripts keep the day of publication. */
const storedDate =
  /"(?:datePublished|date_published|publishedDate|published_date|publishedAt|published_at|publishedTime|published_time|publishDate|publish_date|publicationDate|publication_date)\\{0,2}"\s?:\s?\\{0,2}"([^"\\]{8,40})/g;

/** The date of publication in the data of a page's scripts, where all of them name the same day. */
export function dateInData(html: string): PublishedDate | null {
  let found: PublishedDate | null = null;
  for (const match of html.matchAll(storedDate)) {
    const date = readDate(match[1] ?? '');
    if (date === null) continue;
    if (found !== null && !sameDay(found, date)) return null;
    found ??= { ...date, source: 'data' };
  }
  return found;
}
