import { SCHEMA_VERSION, migrate } from '@copydesk/storage';
import { openLedger } from './database-url.ts';

/** `copydesk migrate`: brings the database to this program's schema. */
export async function run(): Promise<number> {
  const database = await openLedger('migrate');
  try {
    const applied = await migrate(database);
    console.log(
      applied.length === 0 ? `The schema is at version ${SCHEMA_VERSION}; nothing to do.` : `Migrated to version ${SCHEMA_VERSION}.`,
    );
    return 0;
  } finally {
    await database.destroy();
  }
}
