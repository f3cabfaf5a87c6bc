import { once } from 'node:events';
import { canonicalDump } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { openLedger } from './database-url.ts';

export const usage = 'usage: copydesk dump';

/** `copydesk dump`: the canonical dump of stories, facts, mentions, conflicts, articles and outcomes on standard output. */
export async function run(args: readonly string[] = []): Promise<number> {
  readArguments(args, {}, usage, 'options');
  const database = await openLedger('dump');
  try {
    for await (const line of canonicalDump(database)) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    }
    return 0;
  } finally {
    await database.destroy();
  }
}
