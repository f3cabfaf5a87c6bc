import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LocalServiceError, startLocalKafka } from '../src/index.ts';
import { askBroker } from '../src/kafka/broker-handshake.ts';
import { isAlive } from '../src/process/process-table.ts';

// Blanks, commas, colons and letters beyond ASCII: each has broken a start script somewhere.
const root = mkdtempSync(join(tmpdir(), 'copydesk, a:b ö '));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const jarCache = join(import.meta.dirname, '..', '..', '..', '.copydesk', 'kafka');
const impossible = new Set(['JAVA_MISSING', 'JAVA_TOO_OLD', 'MAVEN_MISSING', 'MAVEN_FAILED']);

test('a broker is formatted once, found again with its data on another port, and has one user at a time', async (context) => {
  let first;
  try {
    first = await startLocalKafka({ dataDir: root, jarCache });
  } catch (error) {
    if (error instanceof LocalServiceError && impossible.has(error.code)) context.skip(error.message);
    throw error;
  }
  const port = Number(first.brokers[0]?.split(':')[1]);
  let cluster;
  try {
    cluster = await askBroker(port);
    expect(cluster).toMatchObject({ brokers: 1, controllerId: 1 });
    await expect(startLocalKafka({ dataDir: root, jarCache })).rejects.toThrow(`process ${process.pid}`);
  } finally {
    await first.stop();
  }
  expect(isAlive(first.pid)).toBe(false);
  const again = await startLocalKafka({ dataDir: root, jarCache, port: port + 1 });
  const other = Number(again.brokers[0]?.split(':')[1]);
  expect(await askBroker(other)).toEqual(cluster);
  await again.stop();
});
