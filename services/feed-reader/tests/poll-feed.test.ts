import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher } from '@copydesk/fetch';
import type { Fetcher } from '@copydesk/fetch';
import { countOutcomes, listFeeds, migrate, openDatabase, setFullText, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addConfiguredFeeds, pollDueFeed } from '../src/feeds/poll-loop.ts';

const paragraph =
  'The dam held through the night although the water stood two metres above the usual mark, the river board said on Thursday morning. ';

/** A small web of one feed and its pages, on this machine. */
function startWeb() {
  const state = { items: ['one', 'two'], teaser: '', down: new Set<string>(), asked: [] as string[] };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    state.asked.push(path);
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (path === '/robots.txt') return void response.writeHead(404).end();
    if (path === '/feed.xml') {
      const body = `<rss version="2.0"><channel><title>River Post</title>${state.items.map((name) => `<item><guid>${name}</guid><title>News ${name}</title><link>${base}/news/story-${name}</link>${state.teaser}</item>`).join('')}</channel></rss>`;
      const etag = `"${state.items.join('-')}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
      return void response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
    }
    const name = path.replace('/news/story-', '');
    if (state.down.has(name)) return void response.writeHead(503).end();
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<html lang="en"><body><article><h1>News ${name}</h1><p>${name} ${paragraph.repeat(3)}</p><p>${paragraph.repeat(2)}</p></article></body></html>`,
      );
  });
  return new Promise<{ url: string; state: typeof state; stop: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state, stop: () => server.close() }),
    );
  });
}

describeOn('polling a feed', await testPostgres(), (address) => {
  let database: Database;
  let fetcher: Fetcher;
  let web: Awaited<ReturnType<typeof startWeb>>;
  let drop: () => Promise<void>;
  const begun = Date.now();
  const context = () => ({
    database,
    fetcher,
    reader: 'test',
    now: () => begun,
    afterItem: () => undefined,
    signal: new AbortController().signal,
  });

  beforeEach(async () => {
    const made = await createTestDatabase(address);
    drop = made.drop;
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    fetcher = createFetcher({ userAgent: 'Copydesk-Test/1.0', testing: { allowLoopback: true } });
    web = await startWeb();
    await addConfiguredFeeds(database, [`${web.url}/feed.xml`], 0);
  });
  afterEach(async () => {
    web.stop();
    await fetcher.close();
    await database.destroy();
    await drop();
  });
  const due = async () =>
    await database
      .updateTable('feeds')
      .set({ next_try_at: new Date(0) })
      .execute();

  it('takes every item in once, with its page, and asks for nothing that has not changed', async () => {
    expect(await pollDueFeed(context())).toBe(true);
    expect(await countOutcomes(database)).toEqual({ pending: 2 });
    const [first] = await unsentIntake(database, 10);
    expect(first?.event).toMatchObject({ title: 'News two', publisher: 'River Post', observedAt: new Date(begun).toISOString() });
    expect(await pollDueFeed(context())).toBe(false);
    await due();
    web.state.asked.length = 0;
    await pollDueFeed(context());
    expect(web.state.asked).toEqual(['/feed.xml']);
    expect(await countOutcomes(database)).toEqual({ pending: 2 });
  });

  it('comes back for a page that was down, although the feed has not changed since', async () => {
    web.state.down.add('one');
    await pollDueFeed(context());
    expect(await countOutcomes(database)).toEqual({ pending: 1 });
    web.state.down.clear();
    await due();
    await pollDueFeed(context());
    expect(await countOutcomes(database)).toEqual({ pending: 2 });
  });

  it('asks for no page where full text is off, and for those of new items when it is on again', async () => {
    web.state.teaser = `<description>${paragraph}${paragraph.replace('Thursday', 'Friday')}</description>`;
    await setFullText(database, `${web.url}/feed.xml`, false);
    await pollDueFeed(context());
    expect(web.state.asked).toEqual(['/feed.xml']);
    const texts = async () => (await unsentIntake(database, 10)).map(({ event }) => (event.kind === 'revision' ? event.text : ''));
    expect((await texts()).map((text) => text.split('Friday').length)).toEqual([2, 2]);
    await setFullText(database, `${web.url}/feed.xml`, true);
    web.state.items = ['three', ...web.state.items];
    web.state.asked.length = 0;
    await due();
    await pollDueFeed(context());
    expect(web.state.asked).toEqual(['/feed.xml', '/robots.txt', '/news/story-three']);
    expect((await texts()).at(-1)).toContain('three The dam held');
  });

  it('does not let two readers poll a feed at once', async () => {
    const polled = await Promise.all([pollDueFeed({ ...context(), reader: 'a' }), pollDueFeed({ ...context(), reader: 'b' })]);
    expect(polled.filter((any) => any)).toHaveLength(1);
  });

  it('keeps the reason of a failure and tries again later', async () => {
    web.stop();
    fetcher = createFetcher({ userAgent: 'Copydesk-Test/1.0' });
    await pollDueFeed(context());
    const [feed] = await listFeeds(database);
    expect(feed?.schedule).toMatchObject({ state: 'degraded', reason: 'address-forbidden', failures: 1 });
    expect(feed?.nextTryAt?.getTime()).toBeGreaterThan(begun);
  });
});
