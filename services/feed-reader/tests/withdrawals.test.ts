import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher } from '@copydesk/fetch';
import { countOutcomes, findFeed, listFeeds, migrate, openDatabase, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addConfiguredFeeds, pollDueFeed } from '../src/feeds/poll-loop.ts';
import type { PollContext } from '../src/feeds/poll-feed.ts';
import { checkDuePage } from '../src/pages/check-pages.ts';

const HOUR = 3_600_000;
const sentence = (level: number) =>
  `The dam held through the night although the water stood ${level} centimetres above the mark, the river board said. `;

describeOn('articles after they were published', await testPostgres(), (address) => {
  let database: Database;
  let server: Server;
  let base: string;
  let context: PollContext;
  let drop: () => Promise<void>;
  let clock = 0;
  /** What the server answers: path → status and body. */
  let web: Map<string, [number, string, Record<string, string>?]>;
  const page = (level: number) =>
    `<html lang="en"><body><article><h1>Dam holds</h1><p>${sentence(level).repeat(4)}</p><p>${sentence(level).repeat(3)}</p></article></body></html>`;
  const atom = (entries: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>River Post</title>${entries}</feed>`;
  const entry = (id: string, link: string) => `<entry><id>${id}</id><title>Dam holds</title><link href="${link}"/></entry>`;

  beforeEach(async () => {
    const made = await createTestDatabase(address);
    ({ drop } = made);
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    web = new Map();
    server = createServer((request, response) => {
      const [status, body, headers] = web.get(request.url ?? '') ?? [404, ''];
      response
        .writeHead(status, { 'content-type': (request.url ?? '').startsWith('/feed') ? 'application/atom+xml' : 'text/html', ...headers })
        .end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    clock = Date.parse('2024-03-05T10:00:00Z');
    context = {
      database,
      fetcher: createFetcher({ userAgent: 'Copydesk-Test/1.0', testing: { allowLoopback: true } }),
      reader: 'test',
      now: () => clock,
      afterItem: () => undefined,
      signal: new AbortController().signal,
      onFault: (error) => {
        throw error;
      },
    };
    await addConfiguredFeeds(database, [`${base}/feed`], 0);
    web.set('/feed', [200, atom(entry('tag:one', `${base}/one`))]);
    web.set('/one', [200, page(10)]);
    await pollDueFeed(context);
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await context.fetcher.close();
    await database.destroy();
    await drop();
  });
  const events = async () =>
    (await unsentIntake(database, 50)).map(
      ({ event }) => [event.kind, event.revision, event.kind === 'withdrawal' ? event.reason : ''] as const,
    );
  const due = async () => {
    await database
      .updateTable('feeds')
      .set({ next_try_at: new Date(0) })
      .execute();
  };
  const first = ['revision', 1, ''];

  it('are looked at after an hour, a day and a week; a correction is a revision, a challenge is nothing', async () => {
    expect(await checkDuePage(context)).toBe(false);
    clock += HOUR;
    expect(await checkDuePage(context)).toBe(true);
    expect(await events()).toEqual([first]);
    clock += 23 * HOUR;
    web.set('/one', [200, page(20)]);
    expect(await checkDuePage(context)).toBe(true);
    expect(await checkDuePage(context)).toBe(false);
    expect(await events()).toEqual([first, ['revision', 2, '']]);
    clock += 6 * 24 * HOUR;
    web.set('/one', [200, '<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>']);
    expect(await checkDuePage(context)).toBe(true);
    clock += 30 * 24 * HOUR;
    expect(await checkDuePage(context)).toBe(false);
    expect(await countOutcomes(database)).toEqual({ pending: 2 });
  });

  it('are taken back when the page says it is gone, or is not there twice', async () => {
    web.delete('/one');
    clock += HOUR;
    await checkDuePage(context);
    expect(await events()).toEqual([first]);
    clock += HOUR;
    await checkDuePage(context);
    expect(await events()).toEqual([first, ['withdrawal', 2, 'gone']]);
    web.set('/feed', [200, atom(entry('tag:two', `${base}/two`))]);
    web.set('/two', [200, page(30)]);
    await due();
    await pollDueFeed(context);
    web.set('/two', [410, '']);
    clock += HOUR;
    await checkDuePage(context);
    expect((await events()).slice(2)).toEqual([first, ['withdrawal', 2, 'gone']]);
  });

  it('are taken back by their own feed, once, and not by the feed of another publisher', async () => {
    await addConfiguredFeeds(database, [`${base.replace('127.0.0.1', 'localhost')}/feed-b`], 0);
    web.set('/feed-b', [200, atom(entry('tag:theirs', `${base}/one`))]);
    await pollDueFeed(context);
    web.set('/feed-b', [200, atom('<at:deleted-entry ref="tag:theirs" when="2024-03-05T10:00:00Z"/>')]);
    await due();
    await pollDueFeed(context);
    await pollDueFeed(context);
    expect(await events()).toEqual([first]);
    web.set('/feed', [
      200,
      atom('<at:deleted-entry ref="tag:one" when="2024-03-05T10:00:00Z"/><at:deleted-entry ref="tag:never" when="2024-03-05T10:00:00Z"/>'),
    ]);
    for (let poll = 0; poll < 2; poll++) {
      await due();
      await pollDueFeed(context);
      await pollDueFeed(context);
    }
    expect(await events()).toEqual([first, ['withdrawal', 2, 'deleted-entry']]);
  });

  it('are published again when their page is back as it was', async () => {
    web.set('/one', [410, '']);
    clock += HOUR;
    await checkDuePage(context);
    expect(await events()).toEqual([first, ['withdrawal', 2, 'gone']]);
    web.set('/one', [200, page(10)]);
    // The feed still names the page; that is no news, and nobody asks for it before its time.
    await due();
    await pollDueFeed(context);
    expect(await checkDuePage(context)).toBe(false);
    clock += 23 * HOUR;
    await checkDuePage(context);
    expect(await events()).toEqual([first, ['withdrawal', 2, 'gone'], ['revision', 3, '']]);
    clock += 6 * 24 * HOUR;
    web.set('/one', [410, '']);
    await checkDuePage(context);
    clock += 7 * 24 * HOUR;
    await checkDuePage(context);
    clock += 60 * 24 * HOUR;
    expect(await checkDuePage(context)).toBe(false);
    expect((await events()).slice(3)).toEqual([['withdrawal', 4, 'gone']]);
  });

  it('are published again when the feed that took them back has them again', async () => {
    const tombstone = '<at:deleted-entry ref="tag:one" when="2024-03-05T10:00:00Z"/>';
    const poll = async (body: string) => {
      web.set('/feed', [200, body]);
      for (let i = 0; i < 2; i++) {
        await due();
        await pollDueFeed(context);
      }
    };
    await poll(atom(tombstone + entry('tag:one', `${base}/one`)));
    expect(await events()).toEqual([first, ['withdrawal', 2, 'deleted-entry']]);
    await poll(atom(entry('tag:one', `${base}/one`)));
    expect(await events()).toEqual([first, ['withdrawal', 2, 'deleted-entry'], ['revision', 3, '']]);
    const later = entry('tag:one', `${base}/one`).replace('</entry>', '<updated>2024-03-06T10:00:00Z</updated></entry>');
    await poll(atom(tombstone + later));
    expect(await events()).toHaveLength(3);
  });

  it('come from feeds with any id, title or length', async () => {
    const long = 'x'.repeat(9000);
    web.set('/feed', [200, atom(`${entry(`\u0001${long}&#0;`, `${base}/three`)}<title>bad &#0; &#xD800; ${long}</title>`)]);
    web.set('/three', [200, page(40).replace('<h1>Dam holds</h1>', '')]);
    await due();
    await pollDueFeed(context);
    expect(await events()).toHaveLength(2);
  });

  it('stop coming from a feed that moves to the address of another', async () => {
    web.set('/feed', [301, '', { location: `${base}/feed-b` }]);
    web.set('/feed-b', [200, atom(entry('tag:one', `${base}/one`))]);
    await addConfiguredFeeds(database, [`${base}/feed-b`], 0);
    for (let poll = 0; poll < 3; poll++) {
      await due();
      await pollDueFeed(context);
      await pollDueFeed(context);
    }
    expect((await listFeeds(database)).map(({ url }) => url)).toEqual([`${base}/feed`, `${base}/feed-b`]);
    expect(await findFeed(database, `${base}/feed`)).toMatchObject({
      nextTryAt: null,
      schedule: { state: 'gone', reason: 'moved-to-known-feed' },
    });
  });
});
