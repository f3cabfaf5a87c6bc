import { createFetcher } from '@copydesk/fetch';
import { listFeeds, migrate, openDatabase } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { expect, it } from 'vitest';
import { addConfiguredFeeds, pollDueFeed } from '../src/feeds/poll-loop.ts';
import { createSharedLimiter } from '../src/feeds/shared-limiter.ts';
import { publishIntake } from '../src/publish.ts';
import { startFakeWeb } from './fake-web.ts';
import type { FakeWeb } from './fake-web.ts';

const POLLS_AT_ONCE = 6;

/** A reader of its own: connections, limiter, fetcher, and loops that poll until nothing is due. */
function startReader(web: FakeWeb, databaseUrl: string, reader: string, afterItem: () => void) {
  const database = openDatabase({ url: databaseUrl, applicationName: reader });
  const fetcher = createFetcher({
    userAgent: 'Copydesk-Test/1.0',
    limiter: createSharedLimiter(database),
    resolve: async (name) => await web.resolve(name),
    testing: { allowLoopback: true },
  });
  const stop = new AbortController();
  const context = { database, fetcher, reader, now: Date.now, afterItem, signal: stop.signal };
  const loop = async () => {
    let polled = 0;
    while (!stop.signal.aborted && (await pollDueFeed(context))) polled++;
    return polled;
  };
  const done = Promise.all(Array.from({ length: POLLS_AT_ONCE }, loop)).then((polled) => polled.reduce((sum, count) => sum + count, 0));
  return { kill: () => stop.abort(), done, close: async () => (await fetcher.close(), await database.destroy()) };
}

describeOn('two readers on one list of feeds', await testPostgres(), (address) => {
  it('take every item in once although some feeds are faulty and one reader dies midway', { timeout: 180_000 }, async () => {
    const made = await createTestDatabase(address);
    const database: Database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    const web = await startFakeWeb({ feeds: 100, items: 20, faulty: 0.05, delayMs: 4 });
    await addConfiguredFeeds(database, web.feeds, 0);
    let taken = 0;
    const first = startReader(web, made.url, 'first', () => {
      if (++taken === 300) first.kill();
    });
    const second = startReader(web, made.url, 'second', () => undefined);
    try {
      const polled = [await first.done, await second.done];
      expect(Math.min(...polled)).toBeGreaterThan(5);
      const held = await database.selectFrom('feeds').select('url').where('leased_by', '=', 'first').execute();
      expect(held.length).toBeGreaterThan(0);
      // What it held is nobody's until the lease ends.
      const third = startReader(web, made.url, 'third', () => undefined);
      expect(await third.done).toBe(0);
      await database
        .updateTable('feeds')
        .set({ leased_until: new Date(0) })
        .where('leased_by', '=', 'first')
        .execute();
      const fourth = startReader(web, made.url, 'fourth', () => undefined);
      expect(await fourth.done).toBe(held.length);
      await Promise.all([third.close(), fourth.close()]);

      const sent: string[] = [];
      const urls: (string | null)[] = [];
      const producer = {
        send: async (messages: readonly { id: string; event: object }[]) => {
          for (const { id, event } of messages) {
            sent.push(id);
            if ('url' in event) urls.push(event.url as string | null);
          }
        },
      };
      const relay = async () => {
        while ((await publishIntake(database, producer as never)) > 0);
      };
      await Promise.all([relay(), relay()]);
      await relay();
      expect(sent).toHaveLength(web.items.size);
      expect(new Set(sent).size).toBe(web.items.size);
      expect(new Set(urls)).toEqual(web.items);
      // Only what the dead reader had begun was asked for twice.
      const twice = [...web.asked].filter(([, count]) => count > 1);
      expect(twice.length).toBeLessThanOrEqual(held.length);
      expect(Math.max(...web.asked.values())).toBeLessThanOrEqual(2);
      expect(web.asked.size).toBe(100);
      expect(web.mostAtOnce()).toBe(2);
      const states = (await listFeeds(database)).map(({ schedule }) => (schedule as { state: string }).state);
      expect(states.filter((state) => state === 'degraded')).toHaveLength(5);
      expect(states.filter((state) => state === 'ok')).toHaveLength(95);
    } finally {
      await Promise.all([first.close(), second.close()]);
      web.stop();
      await database.destroy();
      await made.drop();
    }
  });
});
