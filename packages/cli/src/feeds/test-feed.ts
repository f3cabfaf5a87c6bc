import { parseFeed, plainText } from '@copydesk/feed';
import type { Fetcher } from '@copydesk/fetch';

/** What an address answers when it is asked as a feed. */
export type FeedTest =
  | {
      ok: true;
      url: string;
      format: string;
      title: string | null;
      items: number;
      /** Items with an address, a date, and more than a teaser of text. */
      withLink: number;
      withDate: number;
      withText: number;
      newest: string | null;
      repairs: string[];
      movedTo?: string;
    }
  | { ok: false; url: string; code: string; detail: string; alternates: string[] };

/** Below so many characters an item's text is a teaser. */
const TEASER = 600;

/** Asks an address once and reads what comes as a feed. Stores nothing. */
export async function testFeed(fetcher: Fetcher, url: string): Promise<FeedTest> {
  const result = await fetcher.get(url, { kind: 'feed' });
  if (result.kind === 'refused') return { ok: false, url, code: result.code, detail: result.detail, alternates: [] };
  if (result.kind === 'retry-later') return { ok: false, url, code: result.code, detail: `status ${result.status}`, alternates: [] };
  if (result.kind !== 'ok') return { ok: false, url, code: result.kind, detail: '', alternates: [] };
  const read = parseFeed(result.body, { url: result.url, headers: result.headers });
  if (read.kind === 'not-a-feed')
    return { ok: false, url, code: `not-a-feed-${read.code}`, detail: read.detail, alternates: read.alternates };
  const dates = read.items.flatMap((item) => (item.published ?? item.updated)?.iso ?? []);
  const text = (item: (typeof read.items)[number]) => item.content ?? item.summary;
  return {
    ok: true,
    url: result.url,
    format: `${read.feed.format} ${read.feed.version}`.trim(),
    title: read.feed.title === undefined ? null : plainText(read.feed.title),
    items: read.items.length,
    withLink: read.items.filter((item) => item.link !== undefined).length,
    withDate: dates.length,
    withText: read.items.filter((item) => {
      const value = text(item);
      return value !== undefined && plainText(value).length >= TEASER;
    }).length,
    newest: dates.sort().at(-1) ?? null,
    repairs: [...new Set(read.repairs.map((repair) => repair.code))],
    ...(result.movedTo === undefined ? {} : { movedTo: result.movedTo }),
  };
}

/** A test for people to read. */
export function describeTest(test: FeedTest): string[] {
  if (!test.ok) {
    const also = test.alternates.map((alternate) => `  the page names this feed: ${alternate}`);
    return [`${test.url}: ${test.code}${test.detail === '' ? '' : ` (${test.detail})`}`, ...also];
  }
  return [
    `${test.url}: ${test.format}${test.title === null ? '' : `, “${test.title}”`}`,
    `  ${test.items} items; ${test.withLink} with an address, ${test.withDate} with a date, ${test.withText} with full text; newest ${test.newest ?? 'unknown'}`,
    ...(test.movedTo === undefined ? [] : [`  moved for good to ${test.movedTo}`]),
    ...(test.repairs.length === 0 ? [] : [`  repaired: ${test.repairs.join(', ')}`]),
  ];
}
