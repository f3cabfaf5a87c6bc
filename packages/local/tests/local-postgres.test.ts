import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LocalServiceError, startLocalPostgres } from '../src/index.ts';
import { isAlive } from '../src/process/process-table.ts';

// A folder nobody else may enter, with a blank and a letter beyond ASCII in its name.
const root = mkdtempSync(join(tmpdir(), 'copydesk pösten '));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function answers(url: string): Promise<boolean> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) }, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.unref();
  });
}

test('a database is made once, found again with its password, moves to a free port, and has one user at a time', async (context) => {
  let first;
  try {
    first = await startLocalPostgres({ dataDir: root });
  } catch (error) {
    if (error instanceof LocalServiceError && (error.code === 'BINARIES_MISSING' || error.code === 'NO_PLAIN_USER'))
      context.skip(error.message);
    throw error;
  }
  try {
    expect(await answers(first.url)).toBe(true);
    const password = join(root, 'postgres', 'password');
    expect(new URL(first.url).password).toBe(readFileSync(password, 'utf8').trim());
    expect(statSync(password).mode & 0o077).toBe(0);
    await expect(startLocalPostgres({ dataDir: root })).rejects.toThrow(`process ${process.pid}`);
    const port = Number(new URL(first.url).port);
    const second = await startLocalPostgres({ dataDir: join(root, 'other'), port });
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.stop();
  } finally {
    await first.stop();
  }
  expect(isAlive(first.pid)).toBe(false);
  const again = await startLocalPostgres({ dataDir: root });
  await again.stop();
  expect(new URL(again.url).password).toBe(new URL(first.url).password);
});

test('data made in a user namespace are never left behind for new ones', async (context) => {
  context.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root on Linux needs a namespace');
  const dataDir = join(root, 'made in a namespace');
  mkdirSync(join(dataDir, 'postgres', 'data'), { recursive: true });
  await expect(startLocalPostgres({ dataDir, allowNamespace: false })).rejects.toMatchObject({ code: 'NO_PLAIN_USER' });
});

test('root without user namespaces runs it as another user, in a folder that this user may enter', async (context) => {
  context.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root on Linux needs it');
  const dataDir = join(root, 'no namespace');
  const elsewhere = join('/var/tmp', `copydesk-${createHash('sha256').update(join(dataDir, 'postgres')).digest('hex').slice(0, 16)}`);
  let server;
  try {
    server = await startLocalPostgres({ dataDir, allowNamespace: false });
  } catch (error) {
    if (error instanceof LocalServiceError && (error.code === 'BINARIES_MISSING' || error.code === 'NO_PLAIN_USER'))
      context.skip(error.message);
    throw error;
  }
  try {
    expect(await answers(server.url)).toBe(true);
    expect(statSync(join(elsewhere, 'home', 'data')).uid).not.toBe(0);
    expect(statSync(elsewhere).mode & 0o022).toBe(0);
    await server.stop();
    // Where namespaces are allowed again, the data are still where they were.
    const again = await startLocalPostgres({ dataDir });
    await again.stop();
    expect(new URL(again.url).password).toBe(new URL(server.url).password);
    expect(existsSync(join(dataDir, 'postgres', 'data'))).toBe(false);
  } finally {
    await server.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
