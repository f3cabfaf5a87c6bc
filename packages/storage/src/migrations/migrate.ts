import { retryTransient } from '@copydesk/pipeline';
import type { Pause } from '@copydesk/pipeline';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { ledger } from './0001-ledger.ts';
import { feeds } from './0002-feeds.ts';
import { intakePlaces } from './0003-intake-places.ts';
import { deadLetterMarks } from './0004-dead-letter-marks.ts';
import { reader } from './0005-reader.ts';
import { pageCheckItems } from './0006-page-check-items.ts';
import { storyIndexes } from './0007-story-indexes.ts';
import { storyChanges } from './0008-story-changes.ts';
import { extraction } from './0009-extraction.ts';
import { hostMemory } from './0010-host-memory.ts';
import { lines } from './0011-lines.ts';
import { patches } from './0012-patches.ts';
import { isTransientDatabaseError } from '../transient.ts';

/** In order; a landed migration is never edited. */
const migrations: readonly { version: number; name: string; statements: string }[] = [
  { version: 1, name: 'ledger', statements: ledger },
  { version: 2, name: 'feeds', statements: feeds },
  { version: 3, name: 'intake-places', statements: intakePlaces },
  { version: 4, name: 'dead-letter-marks', statements: deadLetterMarks },
  { version: 5, name: 'reader', statements: reader },
  { version: 6, name: 'page-check-items', statements: pageCheckItems },
  { version: 7, name: 'story-indexes', statements: storyIndexes },
  { version: 8, name: 'story-changes', statements: storyChanges },
  { version: 9, name: 'extraction', statements: extraction },
  { version: 10, name: 'host-memory', statements: hostMemory },
  { version: 11, name: 'lines', statements: lines },
  { version: 12, name: 'patches', statements: patches },
];

export const SCHEMA_VERSION = migrations.at(-1)?.version ?? 0;

/** Any number will do as long as nothing else of this database locks on it. */
const MIGRATION_LOCK = 4_217_001;

/** The database is newer than this program: an older program must not write to it. */
export class SchemaVersionError extends Error {
  readonly code = 'schema-version';
}

/**
 * Brings the database to this program's schema. Safe to call from several processes at once: a lock lets one do the work and the others wait.
 * @returns the versions applied by this call.
 * @throws SchemaVersionError when the database is newer than the program.
 */
export async function migrate(database: Database): Promise<number[]> {
  const there = await presentVersions(database);
  // A role that may not change the schema need not ask for it.
  if (Math.max(0, ...there) === SCHEMA_VERSION && migrations.every(({ version }) => there.has(version))) return [];
  return await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
    await sql`create table if not exists schema_versions (version integer primary key, name text not null)`.execute(transaction);
    const present = await sql<{ version: number }>`select version from schema_versions`.execute(transaction);
    const versions = new Set(present.rows.map((row) => row.version));
    const newest = Math.max(0, ...versions);
    if (newest > SCHEMA_VERSION) {
      throw new SchemaVersionError(`The database has schema version ${newest}, this program knows ${SCHEMA_VERSION}: run a newer program.`);
    }
    const missing = migrations.filter((migration) => !versions.has(migration.version));
    for (const migration of missing) {
      await sql.raw(migration.statements).execute(transaction);
      await sql`insert into schema_versions values (${migration.version}, ${migration.name})`.execute(transaction);
    }
    return missing.map((migration) => migration.version);
  });
}

/** Versions that this database has; none where there is no schema yet. */
async function presentVersions(database: Database): Promise<Set<number>> {
  const table = await sql<{ present: boolean }>`select to_regclass('schema_versions') is not null as present`.execute(database);
  if (table.rows[0]?.present !== true) return new Set();
  const rows = await sql<{ version: number }>`select version from schema_versions`.execute(database);
  return new Set(rows.rows.map(({ version }) => version));
}

/**
 * Checks, without writing, that the database has exactly this program's schema.
 * @param onPause told of each wait; with it, a database that is away is waited for, for as long as it takes. What only an operator can mend (a wrong password, no such database) is thrown in either case.
 * @throws SchemaVersionError when the schema is another.
 */
export async function requireSchema(database: Database, onPause?: (pause: Pause) => void): Promise<void> {
  const present =
    onPause === undefined
      ? await presentVersions(database)
      : await retryTransient(async () => await presentVersions(database), { isTransient: isTransientDatabaseError, onPause });
  const newest = Math.max(0, ...present);
  const isWhole = migrations.every(({ version }) => present.has(version));
  if (isWhole && newest <= SCHEMA_VERSION) return;
  const remedy = newest > SCHEMA_VERSION ? 'run a newer program' : 'run `copydesk migrate`';
  throw new SchemaVersionError(`The database has schema version ${newest}, this program needs ${SCHEMA_VERSION}: ${remedy}.`);
}
