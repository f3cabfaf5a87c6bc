import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { countOutcomes, migrate, openDatabase } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const record = (number: number) =>
  JSON.stringify({
    url: `https://outlet.example/${number}`,
    text: `The river rose by ${number} centimetres on Monday, the fire service said. Forty houses in the old town were flooded. Schools stay closed until Friday.`,
  });

describeOn('copydesk read', await testPostgres(), (address) => {
  let database: Database;
  let url: string;
  let drop: () => Promise<void>;
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-read-'));
  beforeEach(async () => {
    const made = await createTestDatabase(address);
    ({ drop, url } = made);
    database = openDatabase({ url, applicationName: 'test' });
    await migrate(database);
  });
  afterEach(async () => {
    await database.destroy();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = async (args: string[], input = '') => {
    const { INIT_CWD: _, ...env } = process.env;
    const child = spawn(process.execPath, [main, 'read', ...args], { env: { ...env, DATABASE_URL: url }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const [out, err, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    return {
      code,
      err,
      lines: out
        .trim()
        .split('\n')
        .map((line): unknown => (line.startsWith('{') ? JSON.parse(line) : line)),
    };
  };

  it('takes a file in, says what became of each item, and says by its exit code that some were refused', { timeout: 120_000 }, async () => {
    const path = join(folder, 'input.ndjson');
    writeFileSync(path, `${record(1)}\nnonsense\n${record(2)}\n`);
    const first = await run([path, '--json', '--items', '--threads', '1']);
    expect(first.code).toBe(3);
    expect(first.lines).toMatchObject([
      { place: 'input.ndjson#0', result: 'accepted' },
      { place: 'input.ndjson#1', result: 'rejected', code: 'input-format' },
      { place: 'input.ndjson#2', result: 'accepted' },
      { state: 'done', seen: 3, accepted: 2, unchanged: 0, rejected: 1 },
    ]);
    expect(await countOutcomes(database)).toEqual({ pending: 2, rejected: 1 });
  });

  it('reads standard input, and finds the same articles known', { timeout: 120_000 }, async () => {
    const input = `${record(1)}\n${record(2)}\n`;
    expect((await run(['-', '--json'], input)).lines).toMatchObject([{ accepted: 2, unchanged: 0 }]);
    const again = await run(['-', '--json'], input);
    expect(again).toMatchObject({ code: 0, lines: [{ accepted: 0, unchanged: 2 }] });
  });

  it('says by its exit code when nothing could be taken, and why', { timeout: 120_000 }, async () => {
    const refused = await run(['http://127.0.0.1/archive.warc.gz']);
    expect(refused.code).toBe(1);
    expect(refused.lines.join('\n')).toContain('address-forbidden');
    expect(refused.lines.join('\n')).toContain('1 item in');
  });

  it('refuses what is not there', async () => {
    expect(await run([join(folder, 'none.txt')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no file or folder') as string,
    });
  });
});
