import type { FeedDate } from './date/feed-date.ts';
import type { Repair } from './repairs.ts';

/** A text of a feed: `text` is plain, `html` carries tags or references of HTML (`plainText` takes them out). */
export interface FeedText {
  value: string;
  type: 'text' | 'html';
}

export interface Enclosure {
  url: string;
  type?: string;
  /** Bytes, as the feed says. */
  length?: number;
}

/** Where an item was taken from (`<source>`): the original feed or outlet. */
export interface ItemSource {
  title?: string;
  url?: string;
  id?: string;
}

export interface FeedItem {
  /** guid, atom:id or their like, as written: unique within its feed only. */
  id?: string;
  /** Absolute http(s) address of the page. */
  link?: string;
  /** The page's own address where the feed's link goes through a proxy (`feedburner:origLink` …). */
  originalLink?: string;
  title?: FeedText;
  summary?: FeedText;
  content?: FeedText;
  /** All authors, as the feed names them; an e-mail address stands in brackets after the name. */
  author?: string;
  published?: FeedDate;
  updated?: FeedDate;
  categories: string[];
  enclosures: Enclosure[];
  image?: string;
  source?: ItemSource;
  /** BCP 47 tag as given. */
  language?: string;
  rights?: FeedText;
  comments?: string;
  /** Base address for relative links in `summary` and `content`. */
  base?: string;
  /** The document ended inside this item: wait for a whole one before treating it as read. */
  incomplete?: true;
}

/** How often to ask, as the feed says. */
export interface UpdateHints {
  /** RSS `<ttl>`: minutes. */
  ttlMinutes?: number;
  /** From `sy:updatePeriod` and `sy:updateFrequency`: minutes between updates. */
  syndicationMinutes?: number;
  /** Hours of the day (0–23, UTC) in which the feed is not to be read. */
  skipHours: number[];
  /** Days (0 = Sunday, UTC) on which the feed is not to be read. */
  skipDays: number[];
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json' | 'sitemap';

export interface Feed {
  format: FeedFormat;
  /** Version as declared, e.g. `2.0`; empty when none is. */
  version: string;
  title?: FeedText;
  link?: string;
  /** The feed's own address (`rel=self`). */
  self?: string;
  /** WebSub hub. */
  hub?: string;
  /** Next page of a paged feed. */
  next?: string;
  /** Address the publisher says the feed moved to. */
  movedTo?: string;
  description?: FeedText;
  language?: string;
  author?: string;
  rights?: FeedText;
  id?: string;
  image?: string;
  generator?: string;
  published?: FeedDate;
  updated?: FeedDate;
  hints: UpdateHints;
  /** Withdrawn entries (RFC 6721 `at:deleted-entry`). */
  deleted: { id: string; when?: FeedDate }[];
}

/** Why bytes are no feed. `html-page` and its likes carry the feeds the page points to. */
export type NotAFeedCode =
  'empty' | 'html-page' | 'challenge' | 'consent-wall' | 'opml' | 'sitemap-index' | 'other-xml' | 'other-json' | 'plain-text' | 'binary';

export type FeedResult =
  | { kind: 'feed'; feed: Feed; items: FeedItem[]; charset: string; repairs: Repair[] }
  | { kind: 'not-a-feed'; code: NotAFeedCode; detail: string; alternates: string[]; repairs: Repair[] };
