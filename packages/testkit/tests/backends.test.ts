import { createKafkaBus } from '@copydesk/bus';
import { openDatabase, ping } from '@copydesk/storage';
import { expect, test } from 'vitest';
import { createTestDatabase, describeOn, testBroker, testPostgres, testPrefix } from '../src/index.ts';

describeOn('the shared broker', await testBroker(), (brokers) => {
  test('answers, and has no topic of a new prefix', async () => {
    const bus = createKafkaBus({ brokers, topicPrefix: testPrefix() });
    const { differences } = await bus.admin.ensureTopics({ checkOnly: true });
    expect(differences.every(({ setting }) => setting === 'topic')).toBe(true);
    await bus.close();
  });
});

describeOn('the shared PostgreSQL', await testPostgres(), (server) => {
  test('gives each test a database of its own', async () => {
    const { url, drop } = await createTestDatabase(server);
    const database = openDatabase({ url, applicationName: 'test' });
    expect(await ping(database)).toMatchObject({ ok: true });
    await database.destroy();
    await drop();
    const gone = openDatabase({ url, applicationName: 'test' });
    expect(await ping(gone)).toMatchObject({ ok: false });
    await gone.destroy();
  });
});
