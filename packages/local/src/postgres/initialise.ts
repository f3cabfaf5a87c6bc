import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServiceError } from '../local-error.ts';
import type { RunningProcess } from '../process/run-process.ts';
import type { RunAs } from './plain-user.ts';
import type { PostgresHome } from './postgres-folder.ts';

/** Runs a program of PostgreSQL as the user it wants, with a file as standard input where one is given. */
export type RunPostgres = (name: string, program: string, args: readonly string[], input?: string) => Promise<RunningProcess>;

/** The owner of everything in a local database; the services' own roles are made by the migrations. */
export const databaseUser = 'copydesk';

/** Makes the database cluster on first use, under another name that is changed at the end, and returns the password. */
export async function initialise(home: PostgresHome, folder: string, database: string, runAs: RunAs, run: RunPostgres): Promise<string> {
  const passwordFile = join(folder, 'password');
  const data = join(home.folder, 'data');
  if (existsSync(data) && existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  const partial = join(home.folder, 'data.partial');
  const handedOver = join(home.folder, 'password.once');
  const script = join(folder, 'create.sql');
  const password = randomBytes(24).toString('base64url');
  for (const old of [partial, handedOver]) rmSync(old, { recursive: true, force: true });
  if (existsSync(data))
    throw failed(
      `There is a database in ${data}, but its password in ${passwordFile} is gone.`,
      `Put the file back, or remove ${data} to begin anew.`,
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  writeFileSync(handedOver, `${password}\n`, { mode: 0o600 });
  if (runAs.way === 'switched') chownSync(handedOver, runAs.uid, runAs.gid);
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [`--username=${databaseUser}`, `--pwfile=${handedOver}`, '--auth=scram-sha-256'];
    await finish(await run('initdb', home.binaries.initdb, ['-D', partial, ...locale, ...access, '--no-instructions']));
    // A database of the given name, made by the server itself without any port: nobody can connect before the password counts.
    writeFileSync(script, `CREATE DATABASE ${database}\n`, { mode: 0o600 });
    await finish(await run('postgres --single', home.binaries.postgres, ['--single', '-D', partial, 'postgres'], script));
  } finally {
    rmSync(handedOver, { force: true });
    rmSync(script, { force: true });
  }
  renameSync(partial, data);
  return password;
}

async function finish(running: RunningProcess): Promise<void> {
  if ((await running.exited).code !== 0)
    throw failed(`The first set-up of PostgreSQL failed: ${running.tail(2).replaceAll('\n', ' ')}.`, `See ${running.log}.`);
}

function failed(message: string, remedy: string): LocalServiceError {
  return new LocalServiceError('FORMAT_FAILED', message, remedy);
}
