import { sql } from 'kysely';
import type { Queryable } from '../database.ts';

/** Hosts remembered, about 20 KB each; the ones that brought nothing for the longest go first, a tenth at a time. */
const MOST_HOSTS = 10_000;
const FORGET_AT_ONCE = MOST_HOSTS / 10;

/** What is remembered of a host's pages. */
export interface StoredHostMemory {
  pages: number;
  lines: [key: string, pages: number][];
}

/** What earlier articles taught of a host, held until the transaction ends, so that articles of one host are learnt one after the other; undefined for a host never met. */
export async function holdHostMemory(db: Queryable, host: string): Promise<StoredHostMemory | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('host ' || ${host}::text, 0))`.execute(db);
  return await db.selectFrom('host_memory').select(['pages', 'lines']).where('host', '=', host).executeTakeFirst();
}

/** Stores what is remembered of a host, and forgets others where there are too many. */
export async function saveHostMemory(db: Queryable, host: string, { pages, lines }: StoredHostMemory, isNew: boolean): Promise<void> {
  const values = { pages, lines: JSON.stringify(lines), learnt_at: sql<Date>`now()` };
  await db
    .insertInto('host_memory')
    .values({ host, ...values })
    .onConflict((conflict) => conflict.column('host').doUpdateSet(values))
    .execute();
  if (!isNew) return;
  const { count } = await db
    .selectFrom('host_memory')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) <= MOST_HOSTS) return;
  const oldest = db.selectFrom('host_memory').select('host').where('host', '<>', host).orderBy('learnt_at').limit(FORGET_AT_ONCE);
  await db.deleteFrom('host_memory').where('host', 'in', oldest.forUpdate().skipLocked()).execute();
}
