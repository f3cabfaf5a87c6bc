import { sql } from 'kysely';
import type { Queryable } from './database.ts';

/** What readers have no business with: keys, addresses of feeds (which may hold passwords), and what is still on its way. */
const keptFromReaders = ['api_keys', 'feeds', 'intake', 'outbox', 'waiting_messages'];

/** Names of the two roles; each installation of a server may have a prefix of its own. */
export interface RoleNames {
  readonly writer: string;
  readonly reader: string;
}

/** @throws Error when the prefix is not lower-case letters, digits and underscores. */
export function roleNames(prefix: string): RoleNames {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) throw new Error(`not a prefix of roles: ${prefix}`);
  return { writer: `${prefix}_writer`, reader: `${prefix}_reader` };
}

/** Whether both roles are there. */
export async function rolesExist(db: Queryable, { writer, reader }: RoleNames): Promise<boolean> {
  const found = await sql<{ count: string }>`select count(*) as count from pg_roles where rolname in (${writer}, ${reader})`.execute(db);
  return Number(found.rows[0]?.count) === 2;
}

/**
 * Makes the roles where they are missing and gives them what they need of this database, and nothing else: the writer (reader, cluster, extractor) changes rows, the reader (query API) reads the
 * ledger. Neither can log in: they are given to users of the operator's (`grant copydesk_reader to api`). Tables of later migrations are covered; may be run again. The caller is the owner of the schema.
 */
export async function grantRoles(db: Queryable, { writer, reader }: RoleNames): Promise<void> {
  const [writers, readers] = [sql.id(writer), sql.id(reader)];
  for (const role of [writer, reader]) {
    const present = await sql<{ present: boolean }>`select exists (select from pg_roles where rolname = ${role}) as present`.execute(db);
    if (present.rows[0]?.present !== true) await sql`create role ${sql.id(role)} nologin`.execute(db);
  }
  const database = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const here = sql.id(database.rows[0]?.name ?? '');
  const statements = [
    sql`revoke create on schema public from public`,
    sql`grant connect on database ${here} to ${writers}, ${readers}`,
    sql`grant usage on schema public to ${writers}, ${readers}`,
    sql`revoke all on all tables in schema public from ${writers}, ${readers}`,
    sql`grant select, insert, update, delete on all tables in schema public to ${writers}`,
    sql`grant usage on all sequences in schema public to ${writers}`,
    sql`revoke insert, update, delete on schema_versions from ${writers}`,
    sql`grant select on all tables in schema public to ${readers}`,
    ...keptFromReaders.map((table) => sql`revoke all on ${sql.table(table)} from ${readers}`),
    sql`alter default privileges in schema public grant select, insert, update, delete on tables to ${writers}`,
    sql`alter default privileges in schema public grant usage on sequences to ${writers}`,
    sql`alter default privileges in schema public grant select on tables to ${readers}`,
  ];
  for (const statement of statements) await statement.execute(db);
}
