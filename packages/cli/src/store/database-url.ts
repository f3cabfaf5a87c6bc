import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUrl } from '@copydesk/runtime';
import { openDatabase, ping } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { CommandError } from '../failure.ts';

/** The file in which a running `start` says where its database is. */
export function addressFile(dataDir: string): string {
  return join(dataDir, 'running.json');
}

export function dataFolder(): string {
  return process.env['COPYDESK_DATA'] ?? '.copydesk';
}

function runningUrl(): string | undefined {
  const file = addressFile(dataFolder());
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl?: string }).databaseUrl;
}

/**
 * Opens the ledger for a command: `DATABASE_URL`, else the database of the `start` that runs on this data folder.
 * @throws CommandError when there is none, or it does not answer.
 */
export async function openLedger(command: string): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  const url =
    given === undefined || given === ''
      ? runningUrl()
      : databaseUrl({ DATABASE_URL: given, DATABASE_PASSWORD_FILE: process.env['DATABASE_PASSWORD_FILE'] });
  if (url === undefined) {
    throw new CommandError('No database is named: set DATABASE_URL, or run this beside a running `pnpm start` (same COPYDESK_DATA).');
  }
  const database = openDatabase({ url, applicationName: `copydesk-${command}` });
  const state = await ping(database);
  if (state.ok) return database;
  await database.destroy();
  throw new CommandError(`The database does not answer: ${state.detail}`);
}
