import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../failure.ts';

/** The user that the services run as in the image. */
const SERVICE_USER = 1000;

/** `copydesk make-secrets FOLDER`: makes the database password once, for the server (a file) and for its clients (a password file of libpq). */
export async function run(args: readonly string[]): Promise<number> {
  const [folder] = args;
  if (folder === undefined) throw new CommandError('usage: copydesk make-secrets FOLDER');
  const password = join(folder, 'postgres-password');
  const passfile = join(folder, 'pgpass');
  if (existsSync(password) && existsSync(passfile)) return 0;
  mkdirSync(folder, { recursive: true });
  const secret = randomBytes(24).toString('base64url');
  writeFileSync(passfile, `*:*:*:copydesk:${secret}\n`, { mode: 0o600 });
  chownSync(passfile, SERVICE_USER, SERVICE_USER);
  chmodSync(passfile, 0o600);
  // The server's entry point reads it as a user of its own.
  writeFileSync(password, secret, { mode: 0o644 });
  return 0;
}
