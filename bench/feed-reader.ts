import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalPostgres } from '@copydesk/local';
import { dropDatabase, makeDatabase, migrate, openDatabase } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { addConfiguredFeeds } from '../services/feed-reader/src/feeds/poll-loop.ts';
import { startFakeWeb } from '../services/feed-reader/tests/fake-web.ts';
import { madeWarc } from '../services/feed-reader/tests/made-warc.ts';
import type { BenchReport } from './main.ts';

const file = (path: string) => fileURLToPath(new URL(`../services/feed-reader/${path}`, import.meta.url));
const ended = async (child: ChildProcess) => await new Promise<void>((resolve) => void child.once('exit', () => resolve()));
const seconds = (begun: number) => Number(((performance.now() - begun) / 1000).toFixed(1));

/**
 * Two figures of the reader on made data, each with a process killed -9 midway: so many feeds of 20 items, 5 % of them faulty, polled by two processes that share one database; and a WARC
 * of so many pages read and resumed. `feeds=500 pages=2000` unless given; `DATABASE_URL` names a server, else a local one is started.
 */
export async function bench(args: string[]): Promise<BenchReport> {
  const number = (name: string, usual: number) => Number(args.find((arg) => arg.startsWith(`${name}=`))?.split('=')[1] ?? usual);
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  const given = process.env['DATABASE_URL'];
  const server = given === undefined ? await startLocalPostgres({ dataDir: folder }) : undefined;
  const serverUrl = given ?? server?.url ?? '';
  try {
    const feeds = await onDatabase(serverUrl, async (database, url) => await pollFeeds(database, url, number('feeds', 500)));
    const archive = await onDatabase(serverUrl, async (database, url) => await readArchive(database, url, number('pages', 2000), folder));
    return { bench: 'feed-reader', ok: feeds.ok && archive.ok, feeds, archive };
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onDatabase<Result>(server: string, work: (database: Database, url: string) => Promise<Result>): Promise<Result> {
  const url = await makeDatabase(server, 'copydesk_bench');
  const database = openDatabase({ url, applicationName: 'bench' });
  try {
    await migrate(database);
    return await work(database, url);
  } finally {
    await database.destroy();
    await dropDatabase(server, 'copydesk_bench');
  }
}

async function pollFeeds(database: Database, url: string, count: number) {
  const web = await startFakeWeb({ feeds: count, items: 20, faulty: 0.05, delayMs: 5 });
  await addConfiguredFeeds(database, web.feeds, 0);
  const begun = performance.now();
  const start = (name: string) => fork(file('tests/poll-worker.ts'), [url, name]);
  const [killed, other] = [start('first'), start('second')];
  let polled = 0;
  killed.on('message', () => {
    if (++polled === Math.ceil(count / 10)) killed.kill('SIGKILL');
  });
  await Promise.all([ended(killed), ended(other)]);
  // The bench does not sit out the leases and turns of the dead reader.
  const held = await database
    .updateTable('feeds')
    .set({ leased_until: new Date(0) })
    .where('leased_by', '=', 'first')
    .returning('url')
    .execute();
  await database.deleteFrom('domain_turns').execute();
  await ended(start('third'));
  web.stop();
  const rows = await database.selectFrom('intake').select(['article_id', 'revision', 'payload']).execute();
  const urls = new Set(rows.map(({ payload }) => (payload?.kind === 'revision' ? payload.url : null)));
  const twice = [...web.asked].filter(([, times]) => times > 1).length;
  const report = {
    feeds: count,
    items: web.items.size,
    takenIn: rows.length,
    revisionsAfterTheFirst: rows.filter(({ revision }) => revision > 1).length,
    missing: [...web.items].filter((item) => !urls.has(item)).length,
    heldByTheKilledReader: held.length,
    feedsAskedTwice: twice,
    mostAtOncePerDomain: web.mostAtOnce(),
    seconds: seconds(begun),
  };
  const ok =
    rows.length === web.items.size &&
    report.missing === 0 &&
    report.revisionsAfterTheFirst === 0 &&
    twice <= held.length &&
    web.mostAtOnce() <= 2;
  return { ok, ...report };
}

/** Resident megabytes of a process; 0 where /proc does not say. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function readArchive(database: Database, url: string, pages: number, folder: string) {
  const path = join(folder, 'made.warc.gz');
  await writeFile(path, madeWarc(pages, true));
  let memory: number[] = [];
  const run = async (killAt: number) => {
    const child = fork(file('src/main.ts'), ['read'], {
      env: { ...process.env, DATABASE_URL: url, READER_INPUT: JSON.stringify([path]), READER_THREADS: '1' },
    });
    let seen = 0;
    child.on('message', (message) => {
      const report = message as { kind: string; run?: { seen: number } };
      seen = report.run?.seen ?? seen;
      memory.push(residentMegabytes(child.pid));
      if (seen >= killAt) child.kill('SIGKILL');
    });
    await ended(child);
    return seen;
  };
  const begun = performance.now();
  await run(pages / 10);
  memory = [];
  const resumed = await run(Number.POSITIVE_INFINITY);
  const took = seconds(begun);
  const rows = await database.selectFrom('outcomes').select(['article_id', 'outcome', 'revision']).execute();
  const known = memory.filter((megabytes) => megabytes > 0);
  const half = Math.floor(known.length / 2);
  const most = (some: readonly number[]) => Math.round(Math.max(0, ...some));
  const report = {
    pages,
    outcomes: rows.length,
    doubled: rows.length - new Set(rows.map(({ article_id }) => article_id)).size,
    refused: rows.filter(({ outcome }) => outcome === 'rejected').length,
    readAfterTheKill: resumed,
    mostMegabytesFirstHalf: most(known.slice(0, half)),
    mostMegabytesSecondHalf: most(known.slice(half)),
    seconds: took,
  };
  const flat = report.mostMegabytesSecondHalf <= report.mostMegabytesFirstHalf + 64;
  return { ok: flat && report.outcomes === pages && report.doubled === 0 && report.refused === 0 && resumed < pages, ...report };
}
