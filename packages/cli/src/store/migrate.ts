import { SCHEMA_VERSION, grantRoles, migrate, roleNames, rolesExist } from '@copydesk/storage';
import type { Database, RoleNames } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { openLedger } from './database-url.ts';

export const usage = `usage: copydesk migrate [--roles] [--role-prefix PREFIX]
  --roles        makes the roles PREFIX_writer (reader, extractor) and PREFIX_reader (query API) with the rights they need, to be granted to users of yours
  --role-prefix  copydesk when not given`;

function readOptions(args: readonly string[]): { wantsRoles: boolean; names: RoleNames } {
  const options = { roles: { type: 'boolean' }, 'role-prefix': { type: 'string', default: 'copydesk' } } as const;
  const { values } = readArguments(args, options, usage, 'options');
  return { wantsRoles: values.roles === true, names: roleNames(values['role-prefix']) };
}

/** Roles that are there get the rights on new tables with each migration. */
async function bringRoles(database: Database, wanted: boolean, names: RoleNames): Promise<void> {
  if (!wanted && !(await rolesExist(database, names))) return;
  await database.transaction().execute(async (transaction) => await grantRoles(transaction, names));
  console.log(`Roles: ${names.writer} (reader, extractor), ${names.reader} (query API).`);
}

/** `copydesk migrate`: brings the database to this program's schema, and the roles to what they need of it. */
export async function run(args: readonly string[] = []): Promise<number> {
  const { wantsRoles, names } = readOptions(args);
  const database = await openLedger('migrate');
  try {
    const applied = await migrate(database);
    console.log(
      applied.length === 0 ? `The schema is at version ${SCHEMA_VERSION}; nothing to do.` : `Migrated to version ${SCHEMA_VERSION}.`,
    );
    if (wantsRoles || applied.length > 0) await bringRoles(database, wantsRoles, names);
    return 0;
  } finally {
    await database.destroy();
  }
}
