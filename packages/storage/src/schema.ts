import type { ArticleRaw, Conflict, Copy, Fact, Mention, Outcome, Published } from '@copydesk/contracts';
import type { ColumnType, Generated } from 'kysely';
import type { Patch } from './patch/patch.ts';
import type { ReaderSchema } from './reader-schema.ts';

/** jsonb: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string | Extract<T, null>, string | Extract<T, null>>;
/** bigint arrives as text; it is only ever compared and passed on. */
type BigInt64 = ColumnType<string, string | number, string | number>;

export interface DeadLetterMarkTable {
  id: string;
  state: 'redriven' | 'dropped';
  marked_at: Generated<Date>;
}

export interface IntakePlaceTable {
  article_id: string;
  place: string;
  content_hash: string;
}

/** What the reader took in, one row an article revision. `payload` is the message still to be sent, null once it was. */
export interface IntakeTable {
  article_id: string;
  revision: number;
  content_hash: string;
  language: string;
  observed_at: string;
  seq: Generated<string>;
  payload: Json<ArticleRaw | null>;
}

export interface OutcomeTable {
  article_id: string;
  revision: number;
  /** Null while the article is on its way. */
  outcome: Outcome['outcome'] | null;
  detail: Json<Outcome | null>;
}

export interface IntakeRunTable {
  id: string;
  source: string;
  state: 'running' | 'done' | 'failed';
  seen: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  detail: string | null;
}

/** How far a consumer has applied a partition; written in the transaction that applied it. `next_offset` is the first offset not applied. */
export interface ConsumerOffsetTable {
  consumer: string;
  topic: string;
  partition: number;
  next_offset: BigInt64;
}

export interface ArticleTable {
  article_id: string;
  revision: number;
  story_id: string;
  copy_group: string;
  relation: string;
  of_article: string | null;
  directed: boolean;
  score: number;
  reasons: Json<string[]>;
  copies: Json<Copy[]>;
  language: string;
  url: string | null;
  title: string | null;
  text: string;
  text_hash: string;
  headlines: Json<{ start: number; end: number }[]>;
  authors: Json<string[]>;
  publisher: string | null;
  wire_credit: Json<string[]>;
  published: Json<Published | null>;
  observed_at: string;
  withdrawn: string | null;
  /** Version of the extractor that read it; null where that was before versions were kept. */
  extracted_by: string | null;
}

export interface MentionTable {
  id: string;
  article_id: string;
  story_id: string;
  body: Json<Mention>;
}

export interface FactTable {
  id: string;
  story_id: string;
  revision: number;
  status: Fact['status'];
  type: Fact['type'];
  statement: string;
  articles: number;
  independent: number;
  /** Of the revision `body_revision`; what came after it is in `patches`. */
  body: Json<Fact>;
  /** Null where the body is of the row's own revision. */
  body_revision: Generated<number | null>;
  /** The mention in its key. */
  named_after: ColumnType<string | null, never, never>;
}

export interface FactAliasTable {
  alias: string;
  fact_id: string;
}

export interface ConflictTable {
  id: string;
  story_id: string;
  revision: number;
  status: Conflict['status'];
  severity: Conflict['severity'];
  body: Json<Conflict>;
  body_revision: Generated<number | null>;
}

/** How a fact or a conflict came from its revision before to this one. */
export interface PatchTable {
  object_id: string;
  revision: number;
  patch: Json<Patch>;
}

export interface StoryAliasTable {
  from_story: string;
  into_story: string;
}

/** Articles that a split moved, kept so that a late assignment lands in the right story. */
export interface StoryMoveTable {
  article_id: string;
  from_story: string;
  into_story: string;
}

/** A feed to poll. `schedule` and `validators` are the feed reader's own; the database only needs to know when the next try is due. */
export interface FeedTable {
  id: string;
  url: string;
  title: string | null;
  /** False keeps what the feed itself brings and asks for no page. */
  full_text: boolean;
  paused: boolean;
  schedule: Json<object>;
  validators: Json<object | null>;
  next_try_at: Date | null;
  leased_until: Date | null;
  leased_by: string | null;
}

/** How often each story was changed. */
export interface StoryVersionTable {
  story_id: string;
  version: number;
}

/** Messages to send, in pieces in order of `seq`; a row is deleted when the broker has its messages. */
export interface OutboxTable {
  seq: Generated<string>;
  /** How many messages the piece holds. */
  messages: number;
  /** True when `body` is compressed (zstd); it is a JSON array of messages. */
  packed: boolean;
  body: Buffer;
}

/** A message that waits in its line; `head` is the message but for its value, as JSON. */
export interface WaitingMessageTable {
  seq: Generated<string>;
  line: string;
  /** The joint event that it is of, and in how many lines that comes. */
  joint: string | null;
  lines: number | null;
  leads: boolean;
  head: string;
  value: Buffer;
  since: Generated<Date>;
}

/** Joint events that were carried out. */
export interface JointEventTable {
  id: string;
}

/** Which version of the extractor made the ledger, in one row; none while the ledger is empty. */
export interface ExtractionTable {
  only_row: Generated<boolean>;
  /** What the ledger is made with, or being brought to. */
  version: string;
  /** The version that an operator asked for; null when nobody asked. */
  wanted: string | null;
}

export interface Schema extends ReaderSchema {
  intake: IntakeTable;
  intake_places: IntakePlaceTable;
  dead_letter_marks: DeadLetterMarkTable;
  outcomes: OutcomeTable;
  intake_runs: IntakeRunTable;
  consumer_offsets: ConsumerOffsetTable;
  articles: ArticleTable;
  mentions: MentionTable;
  facts: FactTable;
  fact_aliases: FactAliasTable;
  conflicts: ConflictTable;
  patches: PatchTable;
  story_aliases: StoryAliasTable;
  story_moves: StoryMoveTable;
  story_versions: StoryVersionTable;
  outbox: OutboxTable;
  waiting_messages: WaitingMessageTable;
  joint_events: JointEventTable;
  extraction: ExtractionTable;
  feeds: FeedTable;
}
