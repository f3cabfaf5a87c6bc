import { sql } from 'kysely';
import type { Queryable } from '../database.ts';

/** A message that waits, with its place in the line. */
export interface WaitingMessage {
  line: string;
  /** The joint event that the message is of, and in how many lines it comes. */
  joint: { id: string; lines: number } | undefined;
  /** False for one that only says that the event concerns this line: what is to be done comes with another. */
  leads: boolean;
  /** The message but for its value, as JSON; kept as it is. */
  head: string;
  value: Buffer;
}

/** Where a line stands for a message that comes. */
export interface LineState {
  /** Whether others wait there. */
  isHeld: boolean;
  /** Whether the joint event asked for was carried out. */
  isCarriedOut: boolean;
}

/** @param joint id of the joint event that the message is of */
export async function lineState(db: Queryable, line: string, joint: string | undefined): Promise<LineState> {
  const { rows } = await sql<LineState>`select exists (select from waiting_messages where line = ${line}) as "isHeld",
    exists (select from joint_events where id = ${joint ?? null}) as "isCarriedOut"`.execute(db);
  return rows[0] ?? { isHeld: false, isCarriedOut: false };
}

/** Puts a message at the end of its line. Only the reader of the line's partition does so, in order. */
export async function joinLine(db: Queryable, { joint, ...message }: WaitingMessage): Promise<void> {
  await db
    .insertInto('waiting_messages')
    .values({ ...message, joint: joint?.id ?? null, lines: joint?.lines ?? null })
    .execute();
}

/**
 * The next message whose turn it is: the first of its line, and if it is of a joint event, this is first in all its lines or was carried out before.
 * @param options.aloneAfterSeconds a joint event that has waited for so long for one of its lines has its turn without it; never when not given
 */
export async function nextInLine(
  db: Queryable,
  { aloneAfterSeconds = null }: { aloneAfterSeconds?: number | null } = {},
): Promise<({ seq: string } & WaitingMessage) | undefined> {
  const { rows } = await sql<Omit<WaitingMessage, 'joint'> & { seq: string; joint: string | null; lines: number | null }>`
    with recursive firsts (line, seq) as (
      (select line, seq from waiting_messages order by line, seq limit 1)
      union all
      select next.line, next.seq from firsts cross join lateral (
        select line, seq from waiting_messages where line > firsts.line order by line, seq limit 1) as next
    ), heads as (select w.seq, w.joint, w.lines, w.leads, w.since from firsts join waiting_messages w using (seq))
    select w.seq, w.line, w.joint, w.lines, w.leads, w.head, w.value from waiting_messages w where seq = (
      select seq from heads h
      where joint is null
        or exists (select from joint_events where id = h.joint)
        or (leads and (select count(*) from heads other where other.joint = h.joint) = h.lines)
        or since < now() - make_interval(secs => ${aloneAfterSeconds}::double precision)
      order by seq limit 1)`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { joint, lines, ...rest } = row;
  return { ...rest, joint: joint === null ? undefined : { id: joint, lines: lines ?? 0 } };
}

/**
 * Takes a message out of its line, in the transaction that carries it out; of a joint event, the others go on as soon as that has ended.
 * @returns false when another process did so before: then nothing may be carried out.
 */
export async function leaveLine(db: Queryable, { seq, joint }: { seq: string; joint: { id: string } | undefined }): Promise<boolean> {
  const gone = await db.deleteFrom('waiting_messages').where('seq', '=', seq).returning('seq').executeTakeFirst();
  if (gone === undefined) return false;
  if (joint !== undefined) {
    await db
      .insertInto('joint_events')
      .values({ id: joint.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return true;
}

/** How many messages wait in lines. */
export async function countWaiting(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('waiting_messages')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
