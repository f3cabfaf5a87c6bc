import type { ColumnType, Generated } from 'kysely';

/** A key of a program; only its hash is kept. */
export interface ApiKeyTable {
  id: string;
  name: string;
  /** SHA-256 of the key, hexadecimal. */
  hash: string;
  scopes: string[];
  created_at: Generated<Date>;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** How far an unfinished reading of an input has come in each of its files. */
export interface IntakeProgressTable {
  input: string;
  file: string;
  /** Size and time of the file: a file that changed is read from its beginning. */
  fingerprint: string;
  position: ColumnType<string, number, number>;
}

/** A page that is looked at again for corrections and withdrawals. */
export interface PageCheckTable {
  article_id: string;
  feed: string;
  url: string;
  /** What the feed said of the article; the reader's own. */
  item: ColumnType<object, string, string>;
  /** How many of the looks are done. */
  round: Generated<number>;
  /** How often in a row the page was not there. */
  misses: Generated<number>;
  published_at: Date;
  due_at: Date;
  leased_until: Date | null;
  leased_by: string | null;
}

/** Which article an item of a feed is, for feeds that take items back by their id. */
export interface FeedItemTable {
  feed: string;
  guid: string;
  article_id: string;
}

/** Requests that run at a domain now, over all readers. */
export interface DomainTurnTable {
  domain: string;
  slot: number;
  held_by: string;
  held_until: Date;
}

/** Which lines repeat on the pages of a host. */
export interface HostMemoryTable {
  host: string;
  pages: number;
  lines: ColumnType<[key: string, pages: number][], string, string>;
  learnt_at: Generated<Date>;
}

export interface ForgottenArticleTable {
  article_id: string;
  forgotten_at: Generated<Date>;
}

export interface ReaderSchema {
  api_keys: ApiKeyTable;
  intake_progress: IntakeProgressTable;
  page_checks: PageCheckTable;
  feed_items: FeedItemTable;
  domain_turns: DomainTurnTable;
  forgotten_articles: ForgottenArticleTable;
  host_memory: HostMemoryTable;
}
