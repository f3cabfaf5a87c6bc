import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countOutcomes, migrate, openDatabase, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInput } from '../src/read-input.ts';

const text = (number: number) =>
  `The river rose by ${number} centimetres on Monday, the fire service said. Forty houses in the old town were flooded. Schools stay closed until Friday.`;
const line = (page: number, number: number) =>
  `${JSON.stringify({ url: `https://outlet.example/${page}`, title: 'River rises', text: text(number) })}\n`;

describeOn('an input that is read more than once', await testPostgres(), (server) => {
  let database: Database;
  let drop: () => Promise<void>;
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-input-'));
  const file = join(folder, 'input.ndjson');
  const read = async (signal = new AbortController().signal, afterItem: () => void = () => undefined) =>
    await readInput(database, {
      runId: 'run',
      paths: [file],
      now: Date.parse('2024-03-05T00:00:00Z'),
      afterItem,
      onPause: () => undefined,
      signal,
    });
  const revisions = async () => (await unsentIntake(database, 100)).map(({ event }) => event.revision);

  beforeAll(async () => {
    const made = await createTestDatabase(server);
    drop = made.drop;
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    // The first article is corrected twice, the second time back to what it said at first; another place repeats it.
    writeFileSync(file, [line(1, 10), line(2, 50), line(1, 20), line(1, 10), line(1, 10)].join(''));
  });
  afterAll(async () => {
    await database.destroy();
    await drop();
    rmSync(folder, { recursive: true });
  });

  it('goes on where it was stopped, and makes a revision of each correction once', async () => {
    const stop = new AbortController();
    let items = 0;
    await read(stop.signal, () => {
      if (++items === 3) stop.abort();
    });
    expect(await revisions()).toEqual([1, 1, 2]);
    expect(await read()).toMatchObject({ state: 'done', seen: 2, accepted: 1, unchanged: 1 });
    expect(await revisions()).toEqual([1, 1, 2, 3]);
  });

  it('says nothing new when it is read again from its beginning', async () => {
    expect(await read()).toMatchObject({ accepted: 0, unchanged: 5 });
    expect(await countOutcomes(database)).toEqual({ pending: 4 });
  });

  it('takes a correction at a place that spoke before', async () => {
    writeFileSync(file, [line(1, 10), line(2, 60)].join(''));
    expect(await read()).toMatchObject({ accepted: 1, unchanged: 1 });
  });

  it('lets undated articles of a new input stand with its dated ones, not with what was read before', async () => {
    const other = join(folder, 'other.ndjson');
    const record = (page: string, published?: string) =>
      `${JSON.stringify({ url: `https://outlet.example/${page}`, title: page, text: text(7), published })}\n`;
    writeFileSync(other, record('undated') + record('dated', '2024-02-01T10:00:00Z'));
    await readInput(database, {
      runId: 'other',
      paths: [other],
      now: Date.parse('2024-03-05T00:00:00Z'),
      afterItem: () => undefined,
      onPause: () => undefined,
      signal: new AbortController().signal,
    });
    const observed = (await unsentIntake(database, 100)).slice(-2).map(({ event }) => event.observedAt);
    expect(observed).toEqual(['2024-02-01T10:00:00.001Z', '2024-02-01T10:00:00.000Z']);
  });
});
