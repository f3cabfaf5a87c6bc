import { setTimeout as sleep } from 'node:timers/promises';
import { articleId, sha256 } from '@copydesk/contracts';
import { eraseArticle, isWithdrawn, latestIntake, markForgotten, recordWithdrawal } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { canonicalUrl } from '@copydesk/text';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { openLedger } from '../store/database-url.ts';

export const usage = `usage: copydesk forget ARTICLE|URL… [--wait SECONDS] [--json]
  Takes articles out of ledger, search and exports, removes their words from the database, and never takes them in again.
  The services have to run: the withdrawal travels as any message. Messages on Kafka's topics stay until their retention ends.`;
const LOOK_EVERY_MS = 250;
const DEFAULT_WAIT_S = 30;

/** What became of one article: forgotten, barred (it was never here and never will be), or withdrawn but not yet erased. */
interface Forgotten {
  name: string;
  articleId?: string;
  result: 'forgotten' | 'barred' | 'pending' | 'refused';
  code?: 'no-such-article' | 'withdrawal-on-its-way';
  /** Retracted facts and conflicts whose wording was removed. */
  facts?: number;
  conflicts?: number;
}

async function forgetOne(database: Database, name: string, options: { now: number; waitMs: number }): Promise<Forgotten> {
  const url = /^https?:/i.test(name) ? canonicalUrl(name) : null;
  const id = url === null ? name : articleId({ url });
  const known = await latestIntake(database, id);
  if (known === undefined && url === null) return { name, result: 'refused', code: 'no-such-article' };
  // First of all: a feed may be polled at this moment.
  await markForgotten(database, id);
  if (known === undefined) return { name, articleId: id, result: 'barred' };
  await recordWithdrawal(database, { articleId: id, reason: 'forgotten', observedAt: new Date(options.now).toISOString() });
  for (let waited = 0; !(await isWithdrawn(database, id)); waited += LOOK_EVERY_MS) {
    if (waited >= options.waitMs) return { name, articleId: id, result: 'pending', code: 'withdrawal-on-its-way' };
    await sleep(LOOK_EVERY_MS);
  }
  return { name, articleId: id, result: 'forgotten', ...(await eraseArticle(database, id, sha256(''))) };
}

/** `copydesk forget …` on an open database. @returns the exit code: 3 when something is still on its way (the same command again finishes it) or was refused. */
export async function forgetCommand(
  args: readonly string[],
  database: Database,
  now: number,
  print: (line: string) => void,
): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' }, wait: { type: 'string' } }, usage);
  const seconds = Number(values.wait ?? DEFAULT_WAIT_S);
  if (positionals.length === 0 || !(seconds >= 0 && seconds <= 3600)) throw new CommandError(usage);
  const results: Forgotten[] = [];
  for (const name of positionals) results.push(await forgetOne(database, name, { now, waitMs: seconds * 1000 }));
  if (values.json === true) print(JSON.stringify(results));
  else for (const { result, name, code } of results) print(`${result} ${name}${code === undefined ? '' : `: ${code}`}`);
  const open = results.filter(({ code }) => code !== undefined);
  if (open.length === 0) return 0;
  return open.length === results.length && open.every(({ result }) => result === 'refused') ? 1 : 3;
}

/** `copydesk forget ARTICLE|URL…` */
export async function run(args: readonly string[]): Promise<number> {
  const database = await openLedger('forget');
  try {
    return await forgetCommand(args, database, Date.now(), (line) => console.log(line));
  } finally {
    await database.destroy();
  }
}
