import { sql } from 'kysely';
import type { Queryable } from '../database.ts';

/** What a key allows: `write` is pushing articles. */
export type Scope = 'write';

export interface ApiKey {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** Keeps a key by its SHA-256 (hexadecimal); the key itself is never stored. */
export async function addApiKey(db: Queryable, key: { id: string; name: string; hash: string; scopes: readonly Scope[] }): Promise<void> {
  await db
    .insertInto('api_keys')
    .values({ id: key.id, name: key.name, hash: key.hash, scopes: [...key.scopes], last_used_at: null, revoked_at: null })
    .execute();
}

/** All keys by age, revoked ones included. */
export async function listApiKeys(db: Queryable): Promise<ApiKey[]> {
  const rows = await db.selectFrom('api_keys').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}

/** Ends a key, by id or name. @returns how many were ended; 0 also when they had ended before. */
export async function revokeApiKey(db: Queryable, idOrName: string): Promise<number> {
  const revoked = await db
    .updateTable('api_keys')
    .set({ revoked_at: sql<Date>`now()` })
    .where((eb) => eb.or([eb('id', '=', idOrName), eb('name', '=', idOrName)]))
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return revoked.length;
}

/**
 * The key with this hash, when it has not been revoked; notes the use at most once a minute, so that a busy program does not write at every request.
 */
export async function useApiKey(db: Queryable, hash: string): Promise<{ id: string; name: string; scopes: string[] } | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes'])
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) {
    await db
      .updateTable('api_keys')
      .set({ last_used_at: sql<Date>`now()` })
      .where('id', '=', row.id)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', sql<Date>`now() - interval '1 minute'`)]))
      .execute();
  }
  return row;
}
