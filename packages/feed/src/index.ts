export { readFeedDate } from './date/feed-date.ts';
export type { FeedDate } from './date/feed-date.ts';
export { plainText } from './feed-text.ts';
export type { Enclosure, Feed, FeedFormat, FeedItem, FeedResult, FeedText, ItemSource, NotAFeedCode, UpdateHints } from './model.ts';
export { parseFeed } from './parse-feed.ts';
export type { ParseFeedOptions } from './parse-feed.ts';
export type { Repair, RepairCode } from './repairs.ts';
