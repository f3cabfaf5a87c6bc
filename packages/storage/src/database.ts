import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Transaction } from 'kysely';
import { Pool } from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
/** A database or a transaction on it: what every query function takes. */
export type Queryable = Kysely<Schema> | Transaction<Schema>;

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database, with `?sslmode=` as libpq reads it. */
  url: string;
  /** Most connections held at once. */
  maxConnections?: number;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  /** A statement that runs longer is cancelled by the server. */
  statementTimeoutMs?: number;
  /** Told of connections that broke while idle; the next query opens a new one. */
  onIdleError?: (error: Error) => void;
}

/** The driver reads `sslmode` as libpq does only when the address says so. */
function asLibpq(url: string): string {
  if (!/[?&]sslmode=/.test(url) || /[?&]uselibpqcompat=/.test(url)) return url;
  return `${url}&uselibpqcompat=true`;
}

/** Opens a pool. No connection is made until the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: asLibpq(options.url),
    max: options.maxConnections ?? 8,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('error', (error) => {
    // The driver hangs its whole client on the error; a log is no place for it.
    if ('client' in error) delete error.client;
    options.onIdleError?.(error);
  });
  // A connection that breaks while it is held, between two queries of a transaction, says so by an event too; without a listener that would end the process. Its next query fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Asks the database for a sign of life. Never throws. */
export async function ping(database: Database): Promise<{ ok: boolean; detail: string }> {
  try {
    await sql`select 1`.execute(database);
    return { ok: true, detail: 'connected' };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs SQL as it stands, one statement or several. Never put a value from outside into it. */
export async function runSql(database: Queryable, text: string): Promise<void> {
  await sql.raw(text).execute(database);
}

/** Bytes of the database on disk, indexes included. */
export async function databaseSize(database: Queryable): Promise<number> {
  const size = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(database);
  return Number(size.rows[0]?.bytes ?? 0);
}

/** PostgreSQL cuts longer names off, and would take another database for this one. */
function requireName(name: string): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`not a database name: ${name}`);
}

/**
 * Makes an empty database on the server of `url`, dropping one of that name.
 * @param name lower-case letters, digits and underscores.
 * @returns the address of the new database.
 */
export async function makeDatabase(url: string, name: string): Promise<string> {
  requireName(name);
  const admin = openDatabase({ url, applicationName: 'copydesk-make-database', maxConnections: 1 });
  try {
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
    await sql`create database ${sql.id(name)}`.execute(admin);
  } finally {
    await admin.destroy();
  }
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** Removes a database of the server of `url`, ending its sessions. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  requireName(name);
  const admin = openDatabase({ url, applicationName: 'copydesk-drop-database', maxConnections: 1 });
  try {
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
  } finally {
    await admin.destroy();
  }
}
