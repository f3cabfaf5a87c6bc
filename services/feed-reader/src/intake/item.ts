import type { ArticleRevision, ErrorCode } from '@copydesk/contracts';

/** One article as it came in, whatever the way: a file, a record of a file, a feed's item with its page. */
export interface IntakeItem {
  intake: ArticleRevision['intake'];
  /** What makes it this article: a guid within a feed (or a file's name within its folder), else its address. */
  identity: { feed: string; guid: string } | { url: string };
  url: string | null;
  title: string | null;
  publisher: string | null;
  /** In any form that feeds and archives use; a hint. */
  published: string | null;
  /** When an archive took the page, ISO 8601: the article's time where the page does not say one. */
  archivedAt?: string;
  body: { kind: 'flat' | 'html'; content: string };
}

/** Something that should have been an article and cannot be read as one. */
export interface UnreadableItem {
  intake: ArticleRevision['intake'];
  identity: IntakeItem['identity'];
  unreadable: { code: ErrorCode; detail: string };
}

/** A place of a file at which a reading can begin without what lies before it. */
export interface Entry {
  /** Of the file, as it lies there. */
  byte: number;
  /** The position there. */
  position: number;
}

/** An item of a file, and the position behind it: reading may go on there once the item has its outcome. */
export interface PlacedItem {
  position: number;
  item: IntakeItem | UnreadableItem;
  /** The last place before the item at which a reading can begin. */
  entry?: Entry;
}

/** Where a reading begins: at an entry, passing over what lies between it and the position. */
export interface Start {
  position: number;
  entry?: Entry;
}
