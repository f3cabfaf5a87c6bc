import { createMemoryBus } from '@copydesk/bus';
import { createQueryApi, readConfig } from '@copydesk/query-api';
import { createLogger } from '@copydesk/runtime';
import { canonicalDump, grantRoles, migrate, openDatabase, requireSchema, roleNames, runSql } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInstallation, seeds } from './four-services.ts';

describeOn('roles with no more rights than they need', await testPostgres(), (server) => {
  const names = roleNames(`t${process.pid}`);
  const logins = { writer: `${names.writer}_login`, reader: `${names.reader}_login` };
  const pools: Database[] = [];
  let url: string;
  let drop: () => Promise<void>;
  let owner: Database;

  const open = (address: string): Database => {
    const database = openDatabase({ url: address, applicationName: 'test', maxConnections: 2 });
    pools.push(database);
    return database;
  };
  /** The database's address for a user who was only given a role. */
  const addressOf = (login: string): string => {
    const address = new URL(url);
    address.username = login;
    address.password = 'open sesame';
    return address.href;
  };

  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase(server));
    owner = open(url);
    await migrate(owner);
    await grantRoles(owner, names);
    await grantRoles(owner, names);
    for (const role of ['writer', 'reader'] as const) {
      await runSql(owner, `create role ${logins[role]} login password 'open sesame'`);
      await runSql(owner, `grant ${names[role]} to ${logins[role]}`);
    }
  });
  afterAll(async () => {
    for (const role of [...Object.values(logins), ...Object.values(names)]) {
      await runSql(owner, `drop owned by ${role}`);
      await runSql(owner, `drop role ${role}`);
    }
    await Promise.all(pools.map((pool) => pool.destroy()));
    await drop();
  });

  it('the writer takes articles through the whole pipeline, and cannot change the schema', { timeout: 60_000 }, async () => {
    const bus = createMemoryBus();
    const installation = await openInstallation({ databaseUrl: addressOf(logins.writer), bus, groupPrefix: 'roles.' });
    try {
      await installation.run([seeds]);
      expect((await installation.dump()).split('\n').length).toBeGreaterThan(50);
      for (const statement of [
        'create table mine (a int)',
        'drop table facts',
        'alter table facts add column mine int',
        'truncate facts',
        `update schema_versions set name = 'mine'`,
        'create role mine',
      ])
        await expect(runSql(installation.database, statement), statement).rejects.toMatchObject({ code: '42501' });
    } finally {
      await installation.close();
      await bus.close();
    }
  });

  it('the reader serves the query API and cannot write a single row', { timeout: 60_000 }, async () => {
    const address = addressOf(logins.reader);
    const api = createQueryApi(readConfig({ DATABASE_URL: address, API_PORT: '0', LOG_LEVEL: 'silent' }), {
      logger: createLogger('test', 'silent'),
    });
    await api.start();
    try {
      const base = `http://127.0.0.1:${api.port()}`;
      const stories = (await (await fetch(`${base}/v1/stories`)).json()) as { items: { id: string }[] };
      expect(stories.items.length).toBeGreaterThan(0);
      for (const path of [
        `/v1/stories/${stories.items[0]?.id}`,
        '/v1/facts',
        '/v1/conflicts',
        '/v1/articles',
        '/v1/outcomes/summary',
        '/',
        `/stories/${stories.items[0]?.id}`,
      ])
        expect([path, (await fetch(`${base}${path}`)).status]).toEqual([path, 200]);
    } finally {
      await api.stop();
    }
    const reader = open(address);
    await requireSchema(reader);
    const tables = await owner.introspection.getTables();
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      await expect(runSql(reader, `delete from ${name}`), name).rejects.toMatchObject({ code: '42501' });
      await expect(runSql(reader, `insert into ${name} default values`), name).rejects.toMatchObject({ code: '42501' });
      await expect(runSql(reader, `truncate ${name}`), name).rejects.toMatchObject({ code: '42501' });
    }
    await expect(runSql(reader, 'create table mine (a int)')).rejects.toMatchObject({ code: '42501' });
    for (const secret of ['api_keys', 'feeds', 'intake', 'outbox'])
      await expect(runSql(reader, `select * from ${secret}`), secret).rejects.toMatchObject({ code: '42501' });
    const lines: string[] = [];
    for await (const line of canonicalDump(reader)) lines.push(line);
    expect(lines.length).toBeGreaterThan(50);
  });

  it('tables of later migrations are covered', async () => {
    await runSql(owner, 'create table of_tomorrow (a int)');
    await runSql(open(addressOf(logins.writer)), 'insert into of_tomorrow values (1)');
    const reader = open(addressOf(logins.reader));
    await runSql(reader, 'select * from of_tomorrow');
    await expect(runSql(reader, 'update of_tomorrow set a = 2')).rejects.toMatchObject({ code: '42501' });
  });
});
