import { once } from 'node:events';
import { canonicalDump } from '@copydesk/storage';
import { openLedger } from './database-url.ts';

/** `copydesk dump`: the canonical dump of stories, facts, mentions, conflicts, articles and outcomes on standard output. */
export async function run(): Promise<number> {
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
