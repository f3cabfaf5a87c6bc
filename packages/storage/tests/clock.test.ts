import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addFeed, claimDueFeeds, endTurn, feedId, findFeed, migrate, openDatabase, saveFeedPoll, takeTurn } from '../src/index.ts';
import type { Database } from '../src/index.ts';

const url = 'https://outlet.example/feed';
const id = feedId(url);
const hour = 3600;
const schedule = { state: 'ok', interval: 1800 };

describeOn('when the clock of the database jumps', await testPostgres(), (server) => {
  let database: Database;
  let drop: () => Promise<void>;

  const setClock = async (seconds: number) => {
    await sql`update clock.ahead set by = make_interval(secs => ${seconds})`.execute(database);
  };
  const claim = async (reader: string) => await claimDueFeeds(database, { reader, limit: 5, leaseSeconds: 120 });
  const now = async () => (await sql<{ at: Date }>`select now() as at`.execute(database)).rows[0]?.at.getTime() ?? 0;
  /** What a reader does with a feed that it holds: the next try is half an hour away. */
  const poll = async (reader: string) => {
    const nextTryAt = new Date((await now()) + 1_800_000);
    await saveFeedPoll(database, { id, reader, url, title: null, schedule, validators: null, nextTryAt });
  };

  beforeAll(async () => {
    const made = await createTestDatabase(server);
    const plain = openDatabase({ url: made.url, applicationName: 'test', maxConnections: 1 });
    await migrate(plain);
    // A clock of our own in front of the server's: every `now()` of a statement is this one.
    await sql
      .raw(
        `create schema clock; create table clock.ahead (by interval not null); insert into clock.ahead values ('0');
      create function clock.now() returns timestamptz language sql stable as 'select pg_catalog.now() + by from clock.ahead'`,
      )
      .execute(plain);
    await plain.destroy();
    const address = new URL(made.url);
    address.searchParams.set('options', '-c search_path=clock,public,pg_catalog');
    database = openDatabase({ url: address.href, applicationName: 'test', maxConnections: 1 });
    drop = async () => {
      await database.destroy();
      await made.drop();
    };
  });
  beforeEach(async () => {
    await sql`delete from feeds`.execute(database);
    await sql`delete from domain_turns`.execute(database);
    await setClock(0);
    await addFeed(database, { id, url, title: null, schedule });
  });
  afterAll(async () => await drop());

  test('the made clock is the one that counts', async () => {
    const before = await now();
    await setClock(5 * hour);
    expect((await now()) - before).toBeGreaterThan(4.9 * hour * 1000);
  });

  test.each([5 * hour, -5 * hour])('by %d s, a feed is asked once and then again at its own pace', async (jump) => {
    expect(await claim('one')).toHaveLength(1);
    await poll('one');
    expect(await claim('one')).toEqual([]);
    await setClock(jump);
    expect(await claim('one')).toHaveLength(1);
    await poll('one');
    expect(await claim('one')).toEqual([]);
    await setClock(jump + 1700);
    expect(await claim('one')).toEqual([]);
    await setClock(jump + 1900);
    expect(await claim('one')).toHaveLength(1);
    expect((await findFeed(database, id))?.schedule).toEqual(schedule);
  });

  test.each([5 * hour, -5 * hour])(
    'by %d s, what a killed reader held is free within the hour at most, and never held by two',
    async (jump) => {
      expect(await claim('killed')).toHaveLength(1);
      expect(await claim('other')).toEqual([]);
      await setClock(jump);
      expect(await claim('other')).toHaveLength(1);
      expect(await claim('third')).toEqual([]);
      // The one that was taken for dead writes nothing.
      await poll('killed');
      await setClock(jump + 60);
      expect(await claim('third')).toEqual([]);
    },
  );

  test('a small step back, as of a clock that is set right, takes nothing from anybody', async () => {
    expect(await claim('one')).toHaveLength(1);
    await setClock(-30);
    expect(await claim('other')).toEqual([]);
    await poll('one');
    await setClock(-60);
    expect(await claim('other')).toEqual([]);
  });

  test.each([5 * hour, -5 * hour])('by %d s, turns at a domain go on, one at a time', async (jump) => {
    const turn = (holder: string) => takeTurn(database, { domain: 'outlet.example', holder, atOnce: 1, seconds: 60 });
    expect(await turn('killed')).toBe(1);
    expect(await turn('other')).toBeUndefined();
    await setClock(jump);
    expect(await turn('other')).toBe(1);
    expect(await turn('third')).toBeUndefined();
    await endTurn(database, { domain: 'outlet.example', slot: 1, holder: 'other' });
    expect(await turn('third')).toBe(1);
  });
});
