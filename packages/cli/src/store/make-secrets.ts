import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';

export const usage = 'usage: copydesk make-secrets FOLDER';

/** `copydesk make-secrets FOLDER`: makes the database password once, in a file that the server and its clients read. The folder is a volume of theirs alone. */
export async function run(args: readonly string[]): Promise<number> {
  const [folder, ...rest] = readArguments(args, {}, usage).positionals;
  if (folder === undefined || rest.length > 0) throw new CommandError(usage);
  const file = join(folder, 'postgres-password');
  if (existsSync(file)) return 0;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o644 });
  return 0;
}
