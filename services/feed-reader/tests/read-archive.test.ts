import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { countOutcomes, migrate, openDatabase, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BulkReport } from '../src/bulk.ts';
import { readInput } from '../src/read-input.ts';
import { madePage, madeWarc, pageRecord, warcRecord } from './made-warc.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

describeOn('archives', await testPostgres(), (server) => {
  let database: Database;
  let url: string;
  let drop: () => Promise<void>;
  let folder: string;
  beforeEach(async () => {
    const made = await createTestDatabase(server);
    ({ drop, url } = made);
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    folder = mkdtempSync(join(tmpdir(), 'copydesk-archive-'));
  });
  afterEach(async () => {
    await database.destroy();
    await drop();
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const read = async (path: string) =>
    await readInput(database, {
      runId: 'run',
      paths: [path],
      now: Date.parse('2024-03-07T00:00:00Z'),
      afterItem: () => undefined,
      onPause: () => undefined,
      signal: new AbortController().signal,
      window: 3,
    });
  /** Runs the bulk program; kills it after so many reported items. */
  const runProgram = async (path: string, killAfter = Number.POSITIVE_INFINITY) => {
    const child = fork(main, ['read'], {
      env: { ...process.env, DATABASE_URL: url, READER_INPUT: JSON.stringify([path]), READER_THREADS: '1' },
      stdio: 'inherit',
    });
    let last: BulkReport | undefined;
    child.on('message', (message) => {
      last = message as BulkReport;
      if (last.kind === 'progress' && last.run.seen >= killAfter) child.kill('SIGKILL');
    });
    await new Promise((ended) => child.once('exit', ended));
    return last?.kind === 'end' ? last.run : undefined;
  };

  it.each([
    ['one.warc', false],
    ['one.warc.gz', true],
  ])('are read page by page: %s', async (name, gzip) => {
    const run = await read(write(name, madeWarc(12, gzip)));
    expect(run).toMatchObject({ state: 'done', seen: 12, accepted: 12, rejected: 0 });
    const events = (await unsentIntake(database, 50)).map(({ event }) => event);
    expect(events.map((event) => (event.kind === 'revision' ? event.url : ''))).toEqual(
      Array.from({ length: 12 }, (_, number) => madePage(number).url),
    );
    expect(events[0]).toMatchObject({ observedAt: '2024-03-05T12:00:00.000Z', intake: { kind: 'archive' } });
  });

  it('give each damaged or unfit page its own refusal and go on behind it', async () => {
    const [good, zipped] = [madePage(1), madePage(2)];
    const undated = madePage(3);
    const records = [
      pageRecord('https://levels.example/moved', '', ['Location: /x'], '301 Moved'),
      pageRecord('https://levels.example/bomb', gzipSync(Buffer.alloc(40_000_000, 0x20)), ['Content-Encoding: gzip']),
      pageRecord('https://levels.example/broken', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), ['Content-Encoding: gzip']),
      pageRecord(zipped.url, gzipSync(zipped.html), ['Content-Encoding: gzip']),
      pageRecord(undated.url, undated.html.replace(/<meta[^>]*>/, ''), ['Content-Encoding: br']),
      pageRecord('https://levels.example/chunks', `${Buffer.byteLength(good.html).toString(16)}\r\n${good.html}\r\n0\r\n\r\n`, [
        'Transfer-Encoding: chunked',
      ]),
      warcRecord('resource', { 'WARC-Target-URI': 'https://levels.example/x.png', 'Content-Type': 'image/png' }, 'png'),
      pageRecord('https://levels.example/cut', good.html).subarray(0, 400),
    ];
    const run = await read(write('mixed.warc', Buffer.concat(records)));
    expect(run).toMatchObject({ state: 'done', seen: 6, accepted: 3, rejected: 3 });
    const details = await database.selectFrom('outcomes').select('detail').where('outcome', '=', 'rejected').execute();
    expect(details.map(({ detail }) => (detail?.outcome === 'rejected' ? detail.code : '')).sort()).toEqual([
      'article-too-large',
      'input-format',
      'input-format',
    ]);
    const events = (await unsentIntake(database, 50)).map(({ event }) => event);
    expect(events.map((event) => event.observedAt)).toContain('2024-03-06T01:02:03.000Z');
  });

  it('say what is wrong with a file that is none, or that is cut short', async () => {
    expect(await read(write('none.warc', 'no archive\r\n\r\nat all'))).toMatchObject({ state: 'done', seen: 1, rejected: 1 });
    const whole = madeWarc(4, true);
    expect(await read(write('cut.warc.gz', whole.subarray(0, whole.length - 40)))).toMatchObject({
      state: 'done',
      accepted: 3,
      rejected: 1,
    });
  });

  it('are resumed after kill -9: every page has one outcome, none is doubled', { timeout: 180_000 }, async () => {
    const pages = 400;
    const path = write('news.warc.gz', madeWarc(pages, true));
    expect(await runProgram(path, 60)).toBeUndefined();
    const midway = (await countOutcomes(database))['pending'] ?? 0;
    expect(midway).toBeGreaterThan(50);
    expect(midway).toBeLessThan(pages);
    const resumed = await runProgram(path);
    expect(resumed).toMatchObject({ state: 'done', rejected: 0 });
    // It went on where it was, and did not begin again.
    expect(resumed?.seen).toBeLessThan(pages);
    expect(await countOutcomes(database)).toEqual({ pending: pages });
    const rows = await database.selectFrom('intake').select(['revision']).execute();
    expect(rows).toHaveLength(pages);
    expect(rows.every(({ revision }) => revision === 1)).toBe(true);
    expect(await database.selectFrom('intake_progress').selectAll().execute()).toEqual([]);
  });
});
