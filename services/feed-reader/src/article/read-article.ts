import { readFlat, readHtml, rulesFor } from '@copydesk/article';
import type { ArticleReading, ReaderPool, Sites } from '@copydesk/article';
import { readFeedDate } from '@copydesk/feed';
import { scrub } from '@copydesk/text';
import type { IntakeItem } from '../intake/item.ts';

/** Takes the article out of an item's page or flat text. */
export type ReadArticle = (item: IntakeItem) => Promise<ArticleReading>;

/** How many characters of `2003-12-31T10:14:55Z` each precision covers; less than a day says no date. */
const covered = { second: 19, minute: 16, hour: 16, day: 10 } as const;

/** The time that a feed or a record says of its item, as the page would have said it. */
function givenTime(printed: string | null): ArticleReading['published'] {
  const date = printed === null ? undefined : readFeedDate(printed);
  if (date === undefined || date.precision === 'month' || date.precision === 'year') return null;
  const { iso, precision } = date;
  return {
    value: `${iso.slice(0, covered[precision])}${precision === 'day' ? '' : 'Z'}`,
    source: 'given',
    precision: precision === 'hour' ? 'minute' : precision,
  };
}

/** What a feed or record says, made safe to store. */
function clean(text: string | null): string | null {
  const cleaned = text === null ? '' : scrub(text).text.replaceAll(/\s+/g, ' ').trim();
  return cleaned === '' ? null : cleaned;
}

/** A reader on killable threads, for pages of the open web and of archives. What the item says of itself is used where the text does not say it. */
export function createArticleReader(pool: Pick<ReaderPool, 'readHtml' | 'readFlat'>, sites: Sites['rules'] = new Map()): ReadArticle {
  return async (item) => {
    if (item.body.kind === 'flat') {
      return await pool.readFlat(item.body.content, {
        ...(item.url === null ? {} : { url: item.url }),
        ...(item.title === null ? {} : { title: item.title }),
        ...(item.published === null ? {} : { published: item.published }),
        ...(item.publisher === null ? {} : { publisher: item.publisher }),
      });
    }
    const meta = item.url === null ? {} : { url: item.url, site: rulesFor(sites, item.url) };
    const reading = await pool.readHtml(item.body.content, meta);
    return {
      ...reading,
      title: reading.title ?? clean(item.title),
      publisher: reading.publisher ?? clean(item.publisher),
      published: reading.published ?? givenTime(item.published),
    };
  };
}

/** Reads in this thread: for input that is trusted, and for tests. */
export const readArticle: ReadArticle = createArticleReader({
  readHtml: async (html, meta) => readHtml(html, meta),
  readFlat: async (text, meta) => readFlat(text, meta),
});
