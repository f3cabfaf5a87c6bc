import { sql } from 'kysely';
import type { Database, Queryable } from '../database.ts';

/** One message to be sent after the transaction that wrote it. `value` null is a tombstone. */
export interface OutboxMessage {
  topic: string;
  key: string;
  eventId: string;
  eventTime: string;
  value: object | null;
}

/** Any number will do as long as nothing else of this database locks on it. */
const RELAY_LOCK = 4_217_002;

/** Appends messages; they keep their order. */
export async function appendOutbox(db: Queryable, messages: readonly OutboxMessage[]): Promise<void> {
  for (let at = 0; at < messages.length; at += 500) {
    const rows = messages.slice(at, at + 500).map((message) => ({
      topic: message.topic,
      key: message.key,
      event_id: message.eventId,
      event_time: message.eventTime,
      value: message.value === null ? null : JSON.stringify(message.value),
    }));
    await db.insertInto('outbox').values(rows).execute();
  }
}

/**
 * Takes the oldest messages, hands them to `send`, and deletes them when it returns. One relay works at a time, whoever holds the lock, so that the order per key holds
 * over several processes. A crash between send and delete sends them again with the same event ids.
 * @returns how many were sent; 0 also when another process is relaying.
 */
export async function relayOutbox(database: Database, limit: number, send: (messages: OutboxMessage[]) => Promise<void>): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sql.lit(RELAY_LOCK)}) as held`.execute(transaction);
    if (lock.rows[0]?.held !== true) return 0;
    const rows = await transaction.selectFrom('outbox').selectAll().orderBy('seq').limit(limit).execute();
    if (rows.length === 0) return 0;
    await send(rows.map((row) => ({ topic: row.topic, key: row.key, eventId: row.event_id, eventTime: row.event_time, value: row.value })));
    await transaction
      .deleteFrom('outbox')
      .where(
        'seq',
        'in',
        rows.map((row) => row.seq),
      )
      .execute();
    return rows.length;
  });
}

/** How many messages wait to be sent. */
export async function outboxSize(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
