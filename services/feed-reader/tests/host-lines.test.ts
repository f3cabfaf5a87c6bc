import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleRaw } from '@copydesk/contracts';
import { migrate, openDatabase, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInput } from '../src/read-input.ts';

const slogan = 'We tell you everything about the harbour, every day, before anyone else does.';
const towns = [
  'Ashby',
  'Brill',
  'Corfe',
  'Drewe',
  'Elham',
  'Frome',
  'Goole',
  'Hythe',
  'Irthe',
  'Jarow',
  'Kells',
  'Louth',
  'Malden',
  'Neath',
];
const record = (town: string, host = 'outlet.example') =>
  `${JSON.stringify({
    url: `https://${host}/${town}`,
    title: `Road in ${town}`,
    text: [
      `The council of ${town} voted on Monday to widen the road to ${town} harbour, members said.`,
      `Work in ${town} is to begin in the autumn and to last two years, the mayor of ${town} said.`,
      slogan,
      `Fishermen from ${town} had blocked the pier of ${town} in protest last week, police said.`,
    ].join('\n'),
  })}\n`;

describeOn('lines that a host repeats', await testPostgres(), (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-host-'));
  const file = join(folder, 'input.ndjson');
  const late = join(folder, 'late.ndjson');
  const made: { database: Database; drop: () => Promise<void> }[] = [];

  beforeAll(async () => {
    for (let i = 0; i < 2; i++) {
      const { url, drop } = await createTestDatabase(server);
      const database = openDatabase({ url, applicationName: 'test' });
      await migrate(database);
      made.push({ database, drop });
    }
    writeFileSync(file, towns.map((town) => record(town)).join(''));
    writeFileSync(late, record('Otley') + record('Otley', 'elsewhere.example'));
  });
  afterAll(async () => {
    for (const { database, drop } of made) {
      await database.destroy();
      await drop();
    }
    rmSync(folder, { recursive: true });
  });

  async function read(database: Database, path: string, stopAfter = Number.POSITIVE_INFINITY) {
    const stop = new AbortController();
    let items = 0;
    return await readInput(database, {
      runId: path,
      paths: [path],
      now: Date.parse('2024-03-05T00:00:00Z'),
      afterItem: () => {
        if (++items >= stopAfter) stop.abort();
      },
      onPause: () => undefined,
      signal: stop.signal,
      window: 4,
    });
  }
  const events = async (database: Database): Promise<ArticleRaw[]> => (await unsentIntake(database, 100)).map(({ event }) => event);
  const slogans = (all: readonly ArticleRaw[]) => all.map((event) => event.kind === 'revision' && event.text.includes(slogan));

  it('are left out once the host is known, the same whoever reads and however often it was interrupted', async () => {
    const [whole, broken] = made.map(({ database }) => database) as [Database, Database];
    await read(whole, file);
    for (const stopAfter of [3, 1, 5, 100]) await read(broken, file, stopAfter);
    const messages = await events(whole);
    expect(slogans(messages)).toEqual(towns.map((_, i) => i < 5));
    expect(await events(broken)).toEqual(messages);
  });

  it('do not make a page that stayed the same look changed', async () => {
    const { database } = made[0] as (typeof made)[0];
    writeFileSync(file, `${towns.map((town) => record(town)).join('')}\n`);
    expect(await read(database, file)).toMatchObject({ accepted: 0, unchanged: towns.length });
  });

  it('are known to another process, and of that host only', async () => {
    const { database } = made[0] as (typeof made)[0];
    await read(database, late);
    expect(slogans((await events(database)).slice(towns.length))).toEqual([false, true]);
  });
});
