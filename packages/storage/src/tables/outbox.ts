import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { pieces } from '@copydesk/pipeline';
import { sql } from 'kysely';
import type { Database, Queryable } from '../database.ts';

/** One message to be sent after the transaction that wrote it. */
export interface OutboxMessage {
  topic: string;
  key: string;
  eventId: string;
  eventTime: string;
  /** The event as JSON; null is a tombstone. */
  json: string | null;
}

/** A message to be stored. */
export interface NewOutboxMessage extends OutboxMessage {
  /** Where `json` begins in that of the message before, when it is a part of it: then it is stored once. */
  startsInLast?: number;
}

/** Any number will do as long as nothing else of this database locks on it. */
const RELAY_LOCK = 4_217_002;

/** A piece is read and sent as a whole: it stays within what a relay takes at once. */
const PIECE = { items: 100, size: 2_000_000 };
/** Evidence repeats itself: the quickest level makes a tenth of it. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Topic, key, event id and time of a message, and where its JSON begins and ends in the texts behind; -1 for a tombstone. */
type Head = [topic: string, key: string, eventId: string, eventTime: string, start: number, end: number];

function pack(messages: readonly NewOutboxMessage[]): { messages: number; packed: boolean; body: Buffer } {
  const texts: string[] = [];
  let length = 0;
  let last = 0;
  const heads = messages.map(({ topic, key, eventId, eventTime, json, startsInLast }, index): Head => {
    if (json === null) return [topic, key, eventId, eventTime, -1, -1];
    if (startsInLast !== undefined && index > 0)
      return [topic, key, eventId, eventTime, last + startsInLast, last + startsInLast + json.length];
    last = length;
    length += json.length;
    texts.push(json);
    return [topic, key, eventId, eventTime, last, length];
  });
  return { messages: messages.length, packed: true, body: zstdCompressSync(`${JSON.stringify(heads)}\n${texts.join('')}`, PACKING) };
}

function unpack({ packed, body }: { packed: boolean; body: Buffer }): OutboxMessage[] {
  if (!packed) {
    const messages = JSON.parse(body.toString()) as (Omit<OutboxMessage, 'json'> & { value: object | null })[];
    return messages.map(({ value, ...message }) => ({ ...message, json: value === null ? null : JSON.stringify(value) }));
  }
  const text = zstdDecompressSync(body).toString();
  const begin = text.indexOf('\n') + 1;
  return (JSON.parse(text.slice(0, begin)) as Head[]).map(([topic, key, eventId, eventTime, start, end]) => ({
    topic,
    key,
    eventId,
    eventTime,
    json: start < 0 ? null : text.slice(begin + start, begin + end),
  }));
}

/** Appends messages; they keep their order. */
export async function appendOutbox(db: Queryable, messages: readonly NewOutboxMessage[]): Promise<void> {
  // A message that is a part of the one before stays with it.
  const groups: NewOutboxMessage[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.startsInLast !== undefined && last !== undefined) last.push(message);
    else groups.push([message]);
  }
  const sizeOf = (group: readonly NewOutboxMessage[]) => group[0]?.json?.length ?? 0;
  const rows = [...pieces(groups, { ...PIECE, sizeOf })].map((piece) => pack(piece.flat()));
  if (rows.length > 0) await db.insertInto('outbox').values(rows).execute();
}

/**
 * Takes the oldest messages, hands them to `send`, and deletes them when it returns. One relay works at a time, whoever holds the lock, so that the order per key holds
 * over several processes. A crash between send and delete sends them again with the same event ids.
 * @param limit messages after which no further piece is taken.
 * @returns how many were sent; 0 also when another process is relaying.
 */
export async function relayOutbox(database: Database, limit: number, send: (messages: OutboxMessage[]) => Promise<void>): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sql.lit(RELAY_LOCK)}) as held`.execute(transaction);
    if (lock.rows[0]?.held !== true) return 0;
    const taken = await sql<{ seq: string; packed: boolean; body: Buffer }>`select seq, packed, body from outbox where seq in (
        select seq from (select seq, sum(messages) over (order by seq) - messages as before
          from (select seq, messages from outbox order by seq limit ${limit}) as oldest) as counted
        where before < ${limit}) order by seq`.execute(transaction);
    const messages = taken.rows.flatMap(unpack);
    if (messages.length === 0) return 0;
    await send(messages);
    // By their numbers, never by the last one: numbers are given before their transactions end, and a lower one may have come in since.
    await sql`delete from outbox where seq = any(${taken.rows.map(({ seq }) => seq)}::bigint[])`.execute(transaction);
    return messages.length;
  });
}

/** How many messages wait to be sent. */
export async function outboxSize(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.sum<string | null>('messages').as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count ?? 0);
}
