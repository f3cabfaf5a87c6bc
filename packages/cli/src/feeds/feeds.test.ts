import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetcher } from '@copydesk/fetch';
import { migrate, openDatabase } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Desk } from './command.ts';
import { feedsCommand } from './feeds.ts';
import { opmlCommand } from './opml.ts';

const rss =
  '<rss version="2.0"><channel><title>Harbour Gazette</title><item><title>A</title><link>https://gazette.example/a</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item></channel></rss>';

describeOn('commands about feeds', await testPostgres(), (address) => {
  let desk: Desk;
  let server: Server;
  let base: string;
  let folder: string;
  let lines: string[];
  let drop: () => Promise<void>;

  beforeEach(async () => {
    const made = await createTestDatabase(address);
    ({ drop } = made);
    const database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    server = createServer((request, response) => {
      if (request.url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
      else if (request.url === '/page')
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><p>Hello</p></body></html>');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'feeds-'));
    lines = [];
    const fetcher = createFetcher({ userAgent: 'Copydesk-Test/1.0', testing: { allowLoopback: true } });
    desk = { database, fetcher, now: () => 1_000, print: (line) => void lines.push(line) };
  });
  afterEach(async () => {
    await desk.fetcher.close();
    await desk.database.destroy();
    server.close();
    await rm(folder, { recursive: true });
    await drop();
  });
  const said = (): unknown => JSON.parse(lines.splice(0).join('\n'));
  const feeds = async () => {
    await feedsCommand(['list', '--json'], desk);
    return said();
  };

  it('adds what is a feed, and says of the rest why not and which feed it names', async () => {
    expect(await feedsCommand(['add', `${base}/feed`, `${base}/page`, `${base}/none`, 'nonsense', '--json'], desk)).toBe(3);
    expect(said()).toMatchObject([
      { result: 'added' },
      { result: 'refused', code: 'not-a-feed-html-page', detail: `the page names ${base}/feed` },
      { result: 'refused', code: 'not-found' },
      { result: 'refused', code: 'url-invalid' },
    ]);
    expect(await feedsCommand(['add', `${base}/feed`], desk)).toBe(0);
    expect(lines.splice(0)).toEqual([`known ${base}/feed`]);
    expect(await feeds()).toMatchObject([{ url: `${base}/feed`, title: 'Harbour Gazette', state: 'empty', nextTry: 'now' }]);
  });

  it('pauses, starts again, changes and removes a feed', async () => {
    await feedsCommand(['add', `${base}/feed`], desk);
    expect(await feedsCommand(['pause', `${base}/feed`], desk)).toBe(0);
    expect(await feedsCommand(['full-text', 'off', `${base}/feed`], desk)).toBe(0);
    lines = [];
    expect(await feeds()).toMatchObject([{ state: 'paused', nextTry: null, fullText: false }]);
    await feedsCommand(['retry', `${base}/feed`], desk);
    lines = [];
    expect(await feeds()).toMatchObject([{ state: 'empty', nextTry: 'now' }]);
    expect(await feedsCommand(['remove', `${base}/feed`, `${base}/other`], desk)).toBe(3);
    expect(await feedsCommand(['remove', `${base}/feed`], desk)).toBe(1);
    lines = [];
    expect(await feeds()).toEqual([]);
  });

  it('tests an address without storing it', async () => {
    expect(await feedsCommand(['test', `${base}/feed`, '--json'], desk)).toBe(0);
    expect(said()).toMatchObject([{ ok: true, format: 'rss 2.0', items: 1, withDate: 1, withText: 0, newest: '2024-03-05T10:00:00Z' }]);
    expect(await feedsCommand(['test', `${base}/none`], desk)).toBe(1);
    lines = [];
    expect(await feeds()).toEqual([]);
  });

  it('imports OPML and names the lines that failed; exports what it imported', async () => {
    const file = join(folder, 'list.opml');
    await writeFile(
      file,
      `<opml version="2.0"><body>\n<outline type="rss" text="One" xmlUrl="https://one.example/rss"/>\n<outline type="rss" text="Two"/>\n<outline type="rss" text="Three" xmlUrl="ftp://three.example/rss"/>\n</body></opml>`,
    );
    expect(await opmlCommand(['import', file, '--json'], desk)).toBe(3);
    expect(said()).toMatchObject([
      { line: 2, result: 'added', name: 'https://one.example/rss' },
      { line: 3, result: 'refused', code: 'no-address', name: 'Two' },
      { line: 4, result: 'refused', code: 'not-http', name: 'Three' },
    ]);
    const written = join(folder, 'written.opml');
    expect(await opmlCommand(['export', written], desk)).toBe(0);
    expect(await readFile(written, 'utf8')).toContain('xmlUrl="https://one.example/rss"');
    lines = [];
    expect(await opmlCommand(['import', written, '--json'], desk)).toBe(0);
    expect(said()).toMatchObject([{ result: 'known' }]);
    await writeFile(file, 'no list at all');
    await expect(opmlCommand(['import', file], desk)).rejects.toThrow(/not an OPML file/);
  });
});
