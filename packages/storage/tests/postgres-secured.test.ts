import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '@copydesk/local';
import type { LocalPostgres } from '@copydesk/local';
import { describeOn, makeCertificate, testPostgres } from '@copydesk/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTransientDatabaseError, migrate, openDatabase, requireSchema } from '../src/index.ts';

// A server of its own; where the shared one cannot run, neither can this.
describeOn('a PostgreSQL that wants TLS', await testPostgres(), () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk secured '));
  let server: LocalPostgres;

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const own = makeCertificate(['localhost']);
  const ca = file('ca.pem', own.certificate);
  const otherCa = file('other.pem', makeCertificate(['localhost']).certificate);

  /** Opens the database as an address says, and asks it how the connection is secured. */
  async function ask(host: string, parameters: Readonly<Record<string, string>>): Promise<boolean> {
    const url = new URL(server.url);
    url.hostname = host;
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const database = openDatabase({ url: url.href, applicationName: 'test', maxConnections: 1 });
    try {
      const result = await sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(database);
      return result.rows[0]?.ssl === true;
    } finally {
      await database.destroy();
    }
  }

  beforeAll(async () => {
    const certificate = file('server.pem', own.certificate);
    const key = file('server.key', own.key);
    server = await startLocalPostgres({
      dataDir: folder,
      settings: { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key, fsync: 'off' },
    });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is served with its authority, whatever is checked; without TLS the connection is plain', async () => {
    expect(await ask('localhost', { sslmode: 'verify-full', sslrootcert: ca })).toBe(true);
    expect(await ask('127.0.0.1', { sslmode: 'verify-ca', sslrootcert: ca })).toBe(true);
    expect(await ask('127.0.0.1', { sslmode: 'require' })).toBe(true);
    expect(await ask('127.0.0.1', { sslmode: 'disable' })).toBe(false);
  });

  test.each([
    ['another authority', 'localhost', otherCa, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['another host', '127.0.0.1', ca, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('is refused for good by %s', async (_why, host, sslrootcert, code) => {
    const error = await ask(host, { sslmode: 'verify-full', sslrootcert }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(isTransientDatabaseError(error)).toBe(false);
  });

  test('carries the whole schema', async () => {
    const url = new URL(server.url);
    url.hostname = 'localhost';
    url.search = new URLSearchParams({ sslmode: 'verify-full', sslrootcert: ca }).toString();
    const database = openDatabase({ url: url.href, applicationName: 'test' });
    try {
      expect((await migrate(database)).length).toBeGreaterThan(5);
      await requireSchema(database);
    } finally {
      await database.destroy();
    }
  });
});
