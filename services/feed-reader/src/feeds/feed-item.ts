import { sha256 } from '@copydesk/contracts';
import { plainText } from '@copydesk/feed';
import type { FeedItem } from '@copydesk/feed';
import { canonicalUrl, publisherFamily } from '@copydesk/text';
import type { IntakeItem } from '../intake/item.ts';

/** Below so many characters of text a feed's content is a teaser, and the page is asked for. */
const TEASER = 600;

/** An item as intake takes it, with the page still to be fetched when `page` is set. */
export interface PolledItem {
  item: IntakeItem;
  /** Address of the article's page; null when the feed brings the whole text. */
  page: string | null;
  /** The feed's own id of the item, where the feed may take the item back by it: not for articles of others that it only points to. */
  guid: string | null;
}

/**
 * What a feed's item is for intake; undefined when it has neither an address nor text.
 * The guid within its feed identifies it only where the item has no address: the same article in two feeds is one article.
 */
export function polledItem(feedUrl: string, feedTitle: string | null, item: FeedItem): PolledItem | undefined {
  const link = item.originalLink ?? item.link;
  const url = link === undefined ? null : canonicalUrl(link);
  const content = item.content ?? item.summary;
  const whole = content === undefined ? '' : plainText(content);
  if (url === null && (item.id === undefined || whole === '')) return undefined;
  const html = content === undefined ? '' : content.type === 'html' ? content.value : `<p>${escapeHtml(content.value)}</p>`;
  return {
    guid: item.id !== undefined && (url === null || publisherFamily(url) === publisherFamily(feedUrl)) ? itemKey(item.id) : null,
    page: url !== null && whole.length < TEASER ? url : null,
    item: {
      intake: { kind: 'feed', name: feedUrl },
      identity: url === null ? { feed: feedUrl, guid: item.id ?? '' } : { url },
      url,
      title: item.title === undefined ? null : plainText(item.title),
      publisher: item.source?.title ?? feedTitle,
      published: (item.published ?? item.updated)?.iso ?? null,
      body: { kind: 'html', content: html },
    },
  };
}

/** A feed's id of an item as it is stored: ids are of any length and may hold anything. */
export function itemKey(id: string): string {
  return sha256(id);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
