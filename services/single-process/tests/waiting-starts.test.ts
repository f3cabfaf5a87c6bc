import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { createKafkaBus } from '@copydesk/bus';
import { migrate, openDatabase } from '@copydesk/storage';
import { createTestDatabase, describeOn, testBroker, testPostgres, testPrefix } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closedPort, whileRunning } from './run-program.ts';

const broker = await testBroker();
const postgres = await testPostgres();

/** Lets what connects to `port` through to another address, from now on. */
async function forward(port: number, host: string, to: number): Promise<Server> {
  const server = createServer((client) => {
    const upstream = connect(to, host);
    client.pipe(upstream).pipe(client);
    for (const end of [client, upstream]) end.on('error', () => void (client.destroy(), upstream.destroy()));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const soon = { timeout: 40_000, interval: 100 };

describeOn('a service that starts while something is away waits for it, and says so', postgres, (server) => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase(server));
    const database = openDatabase({ url, applicationName: 'test' });
    await migrate(database);
    await database.destroy();
  });
  afterAll(async () => await drop());

  it('PostgreSQL: not ready and why, ready once it is there; a stop meanwhile is a clean one', { timeout: 90_000 }, async () => {
    const port = await closedPort();
    const away = new URL(url);
    away.host = `127.0.0.1:${port}`;
    await whileRunning('query-api', { DATABASE_URL: away.href }, async (look, output) => {
      await expect.poll(async () => (await look())?.conditions['postgres']?.detail, soon).toMatch(/ECONNREFUSED.*nothing listens there/);
      expect((await look())?.ready).toBe(false);
      await expect.poll(output, soon).toContain('waiting for PostgreSQL');
      expect(output()).not.toContain(away.password);
      const { hostname, port: to } = new URL(url);
      const gate = await forward(port, hostname, Number(to));
      await expect.poll(async () => (await look())?.ready, soon).toBe(true);
      gate.close();
    });
    await whileRunning('query-api', { DATABASE_URL: away.href }, async (look) => {
      await expect.poll(async () => (await look())?.ready, soon).toBe(false);
    });
  });

  describeOn('and with a broker', broker, (brokers) => {
    it.each(['cluster', 'extractor', 'feed-reader'])('Kafka: %s', { timeout: 90_000 }, async (service) => {
      const topicPrefix = testPrefix();
      const bus = createKafkaBus({ brokers, topicPrefix });
      await bus.admin.ensureTopics();
      await bus.close();
      const port = await closedPort();
      const environment = {
        DATABASE_URL: url,
        KAFKA_BROKERS: `127.0.0.1:${port}`,
        KAFKA_TOPIC_PREFIX: topicPrefix,
        KAFKA_GROUP_PREFIX: topicPrefix,
      };
      await whileRunning(service, environment, async (look, output) => {
        await expect.poll(async () => (await look())?.conditions['broker']?.ok, soon).toBe(false);
        await expect.poll(output, soon).toContain('waiting for Kafka');
        const [host = '', to] = (brokers[0] ?? '').split(':');
        const gate = await forward(port, host, Number(to));
        await expect.poll(async () => (await look())?.ready, soon).toBe(true);
        gate.close();
      });
    });
  });
});
