import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafkaBus } from '@copydesk/bus';
import { migrate, openDatabase } from '@copydesk/storage';
import { createTestDatabase, describeOn, testBroker, testPostgres, testPrefix } from '@copydesk/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, expectSentence, mainOf, run } from './run-program.ts';

const broker = await testBroker();
const postgres = await testPostgres();

/** A port that nobody listens on: the system's lowest. */
const NOBODY = '127.0.0.1:1';
const services = ['feed-reader', 'cluster', 'extractor', 'query-api'];

describe('a start that cannot succeed says why in one sentence and ends with exit code 1', () => {
  it.each(services)('%s without its variables', async (service) => {
    expectSentence(await run(mainOf(service), {}), /environment is not a valid configuration: (KAFKA_BROKERS|DATABASE_URL): /);
  });

  it.each([
    ['HEALTH_PORT', '99999'],
    ['LOG_LEVEL', 'loud'],
    ['KAFKA_BROKERS', 'no address'],
    ['KAFKA_TLS_CA_FILE', '/nowhere/ca.pem'],
  ])('a bad value of %s', async (name, value) => {
    const ended = await run(mainOf('cluster'), { KAFKA_BROKERS: NOBODY, [name]: value });
    expectSentence(
      ended,
      name === 'KAFKA_BROKERS' ? /not a broker address/ : name === 'KAFKA_TLS_CA_FILE' ? /cannot be read/ : new RegExp(name),
    );
  });

  it('a database address that is none', async () => {
    const ended = await run(mainOf('query-api'), { DATABASE_URL: 'postgresql://me:geheim@:x/' });
    expectSentence(ended, /DATABASE_URL/);
    expect(ended.output).not.toContain('geheim');
  });

  it('a command with a database where nobody listens, an unknown command, an input that is not there', async () => {
    expectSentence(
      await run(cli, { DATABASE_URL: `postgresql://me:geheim@${NOBODY}/db` }, 'verify'),
      /^copydesk: The database does not answer: /m,
    );
    expect(await run(cli, {}, 'nonsense')).toMatchObject({ code: 2, output: expect.stringContaining('usage: copydesk') as string });
    expectSentence(
      await run(cli, { COPYDESK_DATA: join(tmpdir(), 'copydesk-never') }, 'start', '--input', '/nowhere/at/all'),
      /no file or folder/,
    );
  });
});

describe('a start of `copydesk start` that cannot succeed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bad-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says that the data folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    expectSentence(await run(cli, { COPYDESK_DATA: join(folder, 'file', 'below') }, 'start', '--once'), /^copydesk: .*ENOTDIR/m);
  });

  it('says that the data folder is in use', async () => {
    const environment = { COPYDESK_DATA: join(folder, 'shared'), KAFKA_BROKERS: NOBODY, DATABASE_URL: `postgresql://me@${NOBODY}/db` };
    const both = await Promise.all([run(cli, environment, 'start', '--once'), run(cli, environment, 'start', '--once')]);
    const second = both.find(({ output }) => output.includes('in use'));
    expect(second).toBeDefined();
    if (second !== undefined) expectSentence(second, /^copydesk: .*in use/m);
  });

  it('says that the database does not answer', async () => {
    const ended = await run(
      cli,
      { COPYDESK_DATA: join(folder, 'data'), KAFKA_BROKERS: NOBODY, DATABASE_URL: `postgresql://me:geheim@${NOBODY}/db` },
      'start',
      '--once',
    );
    expectSentence(ended, /^copydesk: .*(ECONNREFUSED|Connection)/im);
    expect(ended.output).not.toContain('geheim');
  });
});

describeOn('with a database', postgres, (server) => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase(server));
  });
  afterAll(async () => await drop());

  it('a wrong password, a database that is not there, and one without the schema', async () => {
    const wrong = new URL(url);
    wrong.password = 'wrong';
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: wrong.href }), /password authentication failed/);
    const missing = new URL(url);
    missing.pathname = '/not_there';
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: missing.href }), /not_there\\?" does not exist/);
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: url }), /run `copydesk migrate`/);
  });

  it('a port that is taken', async () => {
    const database = openDatabase({ url, applicationName: 'test' });
    await migrate(database);
    await database.destroy();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: url, API_PORT: port }), /EADDRINUSE.*another program has this port/);
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: url, HEALTH_PORT: port, API_PORT: '0' }), /EADDRINUSE/);
    taken.close();
  });

  describeOn('and a broker', broker, (brokers) => {
    it('topics that are missing', async () => {
      const environment = { DATABASE_URL: url, KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: testPrefix() };
      for (const service of ['cluster', 'extractor', 'feed-reader'])
        expectSentence(await run(mainOf(service), environment), /lacks the topics .*articles\.raw\.v1.*run `copydesk init`/);
      const checked = await run(cli, environment, 'init', '--check');
      expect(checked).toMatchObject({ code: 1, output: expect.stringContaining('articles.raw.v1: is missing') as string });
    });

    it('an input that cannot be read', async () => {
      const topicPrefix = testPrefix();
      const bus = createKafkaBus({ brokers, topicPrefix });
      await bus.admin.ensureTopics();
      await bus.close();
      const environment = { DATABASE_URL: url, KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: topicPrefix };
      const child = spawn(process.execPath, [mainOf('feed-reader')], {
        env: { PATH: process.env['PATH'], ...environment, READER_INPUT: '["/nowhere"]', READER_RUN_ID: 'bad' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      for await (const chunk of child.stdout) {
        output += String(chunk);
        if (output.includes('input-failed')) child.kill('SIGTERM');
      }
      expect(output).toContain('the input could not be read to its end');
      expect(output).toContain('/nowhere');
    });
  });
});
