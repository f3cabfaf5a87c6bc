import { createTestDatabase } from '@copydesk/testkit';
import { sql } from 'kysely';
import type { Database } from '../../src/index.ts';
import { migrate, openDatabase } from '../../src/index.ts';

/** Opens a pool of its own, as another process would. */
export type OpenAnother = () => Database;

/** Runs a test on an empty database of its own, and removes it whatever happens. */
export async function onEmptyDatabase(server: string, test: (open: OpenAnother, url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await createTestDatabase(server);
  const opened: Database[] = [];
  try {
    await test(() => {
      const database = openDatabase({ url, applicationName: 'storage-suite', maxConnections: 6 });
      opened.push(database);
      return database;
    }, url);
  } finally {
    await Promise.all(opened.map((database) => database.destroy()));
    await drop();
  }
}

interface Store {
  readonly url: string;
  readonly database: Database;
  readonly drop: () => Promise<void>;
}

/** One database with this program's schema for each server: making one for each test would take most of the time. */
const stores = new Map<string, Promise<Store>>();

async function makeStore(server: string): Promise<Store> {
  const { url, drop } = await createTestDatabase(server);
  const database = openDatabase({ url, applicationName: 'storage-suite', maxConnections: 6 });
  await migrate(database);
  return { url, database, drop };
}

async function deleteRows(database: Database): Promise<void> {
  await sql`do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_versions' loop
      execute format('delete from %I', name);
    end loop;
  end $$`.execute(database);
}

/** Runs a test on a database with this program's schema and no row in it. */
export async function onStore(server: string, test: (database: Database, open: OpenAnother) => Promise<void>): Promise<void> {
  const making = stores.get(server) ?? makeStore(server);
  stores.set(server, making);
  const { url, database } = await making;
  const opened: Database[] = [];
  await deleteRows(database);
  try {
    await test(database, () => {
      const another = openDatabase({ url, applicationName: 'storage-suite', maxConnections: 6 });
      opened.push(another);
      return another;
    });
  } finally {
    await Promise.all(opened.map((each) => each.destroy()));
  }
}

/** Removes what `onStore` made on a server. */
export async function removeStore(server: string): Promise<void> {
  const made = await stores.get(server);
  stores.delete(server);
  await made?.database.destroy();
  await made?.drop();
}

/** How many sessions of the database wait for a lock that another one holds. */
export async function waitingSessions(database: Database): Promise<number> {
  const result = await sql<{ count: string }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database);
  return Number(result.rows[0]?.count);
}

/** A promise and what fulfils it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
