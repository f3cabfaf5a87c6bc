import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from '../failure.ts';
import { addressFile, dataFolder, openLedger } from '../store/database-url.ts';

/**
 * The address of the ledger's database for a process of its own: `DATABASE_URL` as it stands in the environment (the password file is that process's to read), else that of a running `start`.
 * @throws CommandError when there is none, or it does not answer.
 */
export async function ledgerUrl(): Promise<string> {
  await (await openLedger('read')).destroy();
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return given;
  const file = addressFile(dataFolder());
  const running = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl?: string }).databaseUrl : undefined;
  if (running === undefined) throw new CommandError('The running `start` has ended.');
  return running;
}
