import { createFetcher } from '@copydesk/fetch';
import type { Fetcher } from '@copydesk/fetch';
import type { Database } from '@copydesk/storage';
import { openLedger } from '../store/database-url.ts';

/** Exit codes: everything done, nothing done, some of it done. */
export const exits = { done: 0, failed: 1, partial: 3 } as const;

/** What the commands about feeds work with; tests give their own. */
export interface Desk {
  database: Database;
  fetcher: Fetcher;
  now: () => number;
  print: (line: string) => void;
}

/** What became of one line, address or feed that was named. */
export interface Entry {
  name: string;
  result: string;
  /** Why it was refused. */
  code?: string;
  detail?: string;
  line?: number;
}

/** The exit code for entries of which some may have been refused. */
export function exitFor(entries: readonly Entry[]): number {
  const refused = entries.filter((entry) => entry.code !== undefined).length;
  if (refused === 0) return exits.done;
  return refused === entries.length ? exits.failed : exits.partial;
}

/** One line an entry, or all as JSON. */
export function printEntries(entries: readonly Entry[], json: boolean, print: (line: string) => void): void {
  if (json) return print(JSON.stringify(entries));
  for (const { line, result, name, code, detail } of entries) {
    const why = code === undefined ? '' : `: ${code}${detail === undefined ? '' : ` (${detail})`}`;
    print(`${line === undefined ? '' : `line ${line}: `}${result} ${name}${why}`);
  }
}

/** Runs a command on the ledger's database and the one HTTP client. */
export async function atDesk(name: string, work: (desk: Desk) => Promise<number>): Promise<number> {
  const database = await openLedger(name);
  const userAgent = process.env['READER_USER_AGENT'] || 'Copydesk/0.1 (news reader; set READER_USER_AGENT to say how to reach you)';
  const fetcher = createFetcher({ userAgent });
  try {
    return await work({ database, fetcher, now: Date.now, print: (line) => console.log(line) });
  } finally {
    await fetcher.close();
    await database.destroy();
  }
}
