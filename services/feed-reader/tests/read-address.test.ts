import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createFetcher } from '@copydesk/fetch';
import type { Fetcher } from '@copydesk/fetch';
import { countOutcomes, migrate, openDatabase, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readInput } from '../src/read-input.ts';
import { madePage, madeWarc } from './made-warc.ts';

const PAGES = 40;
const archive = madeWarc(PAGES, true);

describeOn('archives on the web', await testPostgres(), (postgres) => {
  let database: Database;
  let drop: () => Promise<void>;
  let server: Server;
  let origin: string;
  let fetcher: Fetcher;
  /** Bytes after which an answer breaks off; what the server says of its document's version; whether it sends parts; whether it is there. */
  let web: { breakEvery: number; tag: string | undefined; ranges: boolean; gone: boolean; asked: string[] };

  beforeEach(async () => {
    const made = await createTestDatabase(postgres);
    ({ drop } = made);
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    web = { breakEvery: Number.POSITIVE_INFINITY, tag: '"1"', ranges: true, gone: false, asked: [] };
    server = createServer((request, response) => {
      web.asked.push(request.headers.range ?? 'whole');
      if (web.gone) return void response.writeHead(404).end();
      const body = request.url?.startsWith('/bomb') === true ? gzipSync(Buffer.alloc(200 << 20)) : archive;
      const same = web.ranges && request.headers['if-range'] === web.tag;
      const from = same ? Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
      response.writeHead(from > 0 ? 206 : 200, {
        'content-type': 'application/octet-stream',
        'content-length': String(body.length - from),
        ...(web.tag === undefined ? {} : { etag: web.tag }),
        ...(from > 0 ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {}),
      });
      const end = Math.min(body.length, from + web.breakEvery);
      response.write(body.subarray(from, end), () => (end === body.length ? response.end() : setTimeout(() => response.destroy(), 50)));
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    fetcher = createFetcher({ userAgent: 'Tests/1.0 (+https://tests.example)', testing: { allowLoopback: true } });
  });
  afterEach(async () => {
    await fetcher.close();
    server.closeAllConnections();
    server.close();
    await database.destroy();
    await drop();
  });
  const read = async (path: string, stopAfter = Number.POSITIVE_INFINITY) => {
    const stopping = new AbortController();
    const totals = new Set<number>();
    let items = 0;
    const run = await readInput(database, {
      runId: 'run',
      paths: [`${origin}${path}`],
      now: Date.parse('2024-03-07T00:00:00Z'),
      afterItem: ({ totalBytes }) => {
        totals.add(totalBytes);
        if (++items >= stopAfter) stopping.abort();
      },
      onPause: () => undefined,
      signal: stopping.signal,
      fetcher,
    });
    return { ...run, totals: [...totals] };
  };

  it('are streamed, and say how long they are', async () => {
    expect(await read('/news.warc.gz')).toMatchObject({ state: 'done', seen: PAGES, accepted: PAGES, totals: [archive.length] });
  });

  it('go on in a download that breaks, and in one that was stopped', { timeout: 60_000 }, async () => {
    web.breakEvery = Math.ceil(archive.length / 3);
    expect(await read('/news.warc.gz', 10)).toMatchObject({ state: 'running', seen: 10 });
    expect(await read('/news.warc.gz')).toMatchObject({ state: 'done', accepted: PAGES - 10 });
    expect(web.asked.filter((range) => range !== 'whole').length).toBeGreaterThanOrEqual(2);
    expect(await countOutcomes(database)).toEqual({ pending: PAGES });
  });

  it('are asked for the rest only when they were stopped, where the server can tell that they are the same', async () => {
    expect(await read('/news.warc.gz', 25)).toMatchObject({ state: 'running', seen: 25 });
    const resumed = await read('/news.warc.gz');
    expect(resumed).toMatchObject({ state: 'done', seen: PAGES - 25, accepted: PAGES - 25, totals: [archive.length] });
    const [first, second = ''] = web.asked;
    expect(first).toBe('whole');
    // More than half of it need not be sent again.
    expect(Number(/^bytes=(\d+)-$/.exec(second)?.[1])).toBeGreaterThan(archive.length / 2);
    expect(await countOutcomes(database)).toEqual({ pending: PAGES });
    const events = (await unsentIntake(database, PAGES + 1)).map(({ event }) => (event.kind === 'revision' ? event.url : ''));
    expect(events).toEqual(Array.from({ length: PAGES }, (_, number) => madePage(number).url));
  });

  it.each([
    ['it is another one now', '"2"', true, PAGES],
    ['its tag is weak', 'W/"1"', true, PAGES - 25],
    ['the server sends no parts', '"1"', false, PAGES - 25],
  ])('are read from the beginning when they were stopped and %s, and nothing is published twice', async (_, tag, ranges, seen) => {
    if (tag.startsWith('W/')) web.tag = tag;
    expect(await read('/news.warc.gz', 25)).toMatchObject({ state: 'running', seen: 25 });
    Object.assign(web, { tag, ranges });
    expect(await read('/news.warc.gz')).toMatchObject({ state: 'done', seen, accepted: PAGES - 25 });
    expect(await countOutcomes(database)).toEqual({ pending: PAGES });
    expect(await unsentIntake(database, PAGES + 1)).toHaveLength(PAGES);
  });

  it('fail where a broken download cannot be taken up, and go on when given again', async () => {
    web.tag = undefined;
    web.breakEvery = Math.ceil(archive.length / 2);
    const broken = await read('/news.warc.gz');
    expect(broken).toMatchObject({ state: 'failed', rejected: 0 });
    expect(broken.detail).not.toBe('');
    web.breakEvery = Number.POSITIVE_INFINITY;
    expect(await read('/news.warc.gz')).toMatchObject({ state: 'done', rejected: 0 });
    expect(await countOutcomes(database)).toEqual({ pending: PAGES });
  });

  it('are refused with a reason where there is none, and where they are bombs', async () => {
    expect(await read('/bomb.warc.gz')).toMatchObject({ accepted: 0, state: 'done', rejected: 1 });
    expect(await read('/bomb.ndjson.gz')).toMatchObject({ state: 'failed', detail: expect.stringContaining('bytes from') as string });
    web.gone = true;
    expect(await read('/none.warc')).toMatchObject({ state: 'done', seen: 1, rejected: 1 });
  });
});
