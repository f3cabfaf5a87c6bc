import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '@copydesk/local';
import type { LocalPostgres } from '@copydesk/local';
import { migrate, openDatabase } from '@copydesk/storage';
import { describeOn, makeCertificate, testPostgres } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cli, expectSentence, mainOf, run, whileRunning } from './run-program.ts';

// A server of its own; where the shared one cannot run, neither can this.
describeOn('a service on a PostgreSQL with TLS', await testPostgres(), () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-secured-'));
  let server: LocalPostgres;
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const own = makeCertificate(['localhost']);
  const authority = file('ca.pem', own.certificate);
  const other = file('other.pem', makeCertificate(['localhost']).certificate);
  const address = (sslrootcert: string, sslmode = 'verify-full'): string => {
    const url = new URL(server.url);
    url.hostname = 'localhost';
    url.search = new URLSearchParams({ sslmode, sslrootcert }).toString();
    return url.href;
  };
  beforeAll(async () => {
    const settings = {
      ssl: 'on',
      ssl_cert_file: file('server.pem', own.certificate),
      ssl_key_file: file('server.key', own.key),
      fsync: 'off',
    };
    server = await startLocalPostgres({ dataDir: folder, settings });
    const database = openDatabase({ url: address(authority), applicationName: 'test' });
    await migrate(database);
    await database.destroy();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is ready with its authority', async () => {
    await whileRunning('query-api', { DATABASE_URL: address(authority) }, async (look) => {
      await expect.poll(async () => (await look())?.ready, { timeout: 20_000 }).toBe(true);
    });
  });

  it('ends with one sentence where another authority, a file that is not there, or no such mode is named', async () => {
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: address(other) }), /self-signed certificate.*sslrootcert/);
    expectSentence(
      await run(cli, { DATABASE_URL: address(other) }, 'verify'),
      /^copydesk: The database does not answer: self-signed certificate/m,
    );
    expectSentence(
      await run(mainOf('query-api'), { DATABASE_URL: address('/nowhere/ca.pem') }),
      /sslrootcert, \/nowhere\/ca\.pem, cannot be read/,
    );
    expectSentence(await run(mainOf('query-api'), { DATABASE_URL: address(authority, 'nonsense') }), /sslmode must be/);
  });
});
