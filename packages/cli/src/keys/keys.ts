import { randomBytes } from 'node:crypto';
import { sha256 } from '@copydesk/contracts';
import { addApiKey, listApiKeys, revokeApiKey } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { openLedger } from '../store/database-url.ts';

export const usage = `usage: copydesk keys add NAME [--json]
       copydesk keys list [--json]
       copydesk keys revoke ID|NAME [--json]`;

/** A new key: 256 random bits behind a prefix by which scanners for leaked secrets find it. */
function makeKey(): { id: string; key: string } {
  return { id: `key_${randomBytes(8).toString('hex')}`, key: `copydesk_${randomBytes(32).toString('base64url')}` };
}

/** `copydesk keys …` on an open database. @returns the exit code. */
export async function keysCommand(args: readonly string[], database: Database, print: (line: string) => void): Promise<number> {
  const parsed = readArguments(args, { json: { type: 'boolean' } }, usage);
  const json = parsed.values.json === true;
  const [action, name, ...rest] = parsed.positionals;
  if (rest.length > 0) throw new CommandError(usage);
  if (action === 'add' && name !== undefined) {
    const { id, key } = makeKey();
    await addApiKey(database, { id, name, hash: sha256(key), scopes: ['write'] });
    print(
      json
        ? JSON.stringify({ id, name, scopes: ['write'], key })
        : `${key}\n${id} “${name}”, scope write. The key is shown this once; only its hash is kept.`,
    );
    return 0;
  }
  if (action === 'list' && name === undefined) {
    const keys = await listApiKeys(database);
    if (json) print(JSON.stringify(keys));
    else
      for (const key of keys)
        print(
          `${key.id} “${key.name}” ${key.scopes.join(' ')}, made ${key.createdAt}, used ${key.lastUsedAt ?? 'never'}${key.revokedAt === null ? '' : `, revoked ${key.revokedAt}`}`,
        );
    return 0;
  }
  if (action === 'revoke' && name !== undefined) {
    const revoked = await revokeApiKey(database, name);
    print(json ? JSON.stringify({ revoked }) : revoked === 0 ? `There is no key ${name} that works.` : `${revoked} revoked`);
    return revoked === 0 ? 1 : 0;
  }
  throw new CommandError(usage);
}

/** `copydesk keys add|list|revoke`: the keys of programs that push articles. */
export async function run(args: readonly string[]): Promise<number> {
  const database = await openLedger('keys');
  try {
    return await keysCommand(args, database, (line) => console.log(line));
  } finally {
    await database.destroy();
  }
}
