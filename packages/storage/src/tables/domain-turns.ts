import { sql } from 'kysely';
import type { Queryable } from '../database.ts';
import { longestLease } from './lease.ts';

/**
 * Takes a turn at a domain, so that over all readers at most `atOnce` requests run there.
 * @param holder unique to this request. @param seconds after which the turn ends by itself, for holders that were killed.
 * @returns the slot, undefined when all are taken.
 */
export async function takeTurn(
  db: Queryable,
  turn: { domain: string; holder: string; atOnce: number; seconds: number },
): Promise<number | undefined> {
  const taken = await sql<{ slot: number }>`
    insert into domain_turns (domain, slot, held_by, held_until)
    select ${turn.domain}, s, ${turn.holder}, now() + make_interval(secs => ${turn.seconds}) from generate_series(1, ${turn.atOnce}) s
    where not exists (select 1 from domain_turns t where t.domain = ${turn.domain} and t.slot = s and t.held_until between now() and ${longestLease})
    order by s limit 1
    on conflict (domain, slot) do update set held_by = excluded.held_by, held_until = excluded.held_until
    where domain_turns.held_until not between now() and ${longestLease}
    returning slot`.execute(db);
  return taken.rows[0]?.slot;
}

/** Gives a turn back. */
export async function endTurn(db: Queryable, turn: { domain: string; slot: number; holder: string }): Promise<void> {
  await db
    .deleteFrom('domain_turns')
    .where('domain', '=', turn.domain)
    .where('slot', '=', turn.slot)
    .where('held_by', '=', turn.holder)
    .execute();
}
