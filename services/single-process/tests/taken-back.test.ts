import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryBus } from '@copydesk/bus';
import { articleId } from '@copydesk/contracts';
import { latestIntake, notePlace, recordWithdrawal } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres, testPrefix } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInstallation } from './four-services.ts';
import type { Installation } from './four-services.ts';

const record = (number: number, town: string) =>
  JSON.stringify({
    url: `https://outlet.example/${number}`,
    title: `Flood in ${town}`,
    text: `The river rose by ${number} centimetres in ${town} on Monday, the fire service said. Forty houses in the old town were flooded. Schools in ${town} stay closed until Friday, the mayor told reporters.`,
  });

describeOn('an article that was taken back', await testPostgres(), (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-back-'));
  const file = join(folder, 'input.ndjson');
  let installation: Installation;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await createTestDatabase(server);
    ({ drop } = made);
    installation = await openInstallation({ databaseUrl: made.url, bus: createMemoryBus(), groupPrefix: testPrefix() });
    writeFileSync(file, `${record(1, 'Ashby')}\n${record(2, 'Corfe')}\n`);
  });
  afterAll(async () => {
    await installation.close();
    await drop();
    rmSync(folder, { recursive: true });
  });

  it('is in the ledger again when it is published again with the same words', { timeout: 120_000 }, async () => {
    const { database } = installation;
    const id = articleId({ url: 'https://outlet.example/1' });
    const active = async () => {
      const objects = (await installation.dump()).split('\n').map((line) => JSON.parse(line) as { articleIds?: string[]; status?: string });
      return objects.filter(({ articleIds, status }) => articleIds?.includes(id) === true && status === 'active').length;
    };
    await installation.run([file]);
    const before = await active();
    expect(before).toBeGreaterThan(0);

    await notePlace(database, { articleId: id, place: 'file input.ndjson#0', contentHash: 'withdrawn:gone' });
    await recordWithdrawal(database, { articleId: id, reason: 'gone', observedAt: '2024-03-05T10:00:00.000Z' });
    await installation.replay();
    expect(await active()).toBe(0);

    await installation.run([file]);
    expect(await latestIntake(database, id)).toMatchObject({ revision: 3 });
    expect(await active()).toBe(before);
  });
});
