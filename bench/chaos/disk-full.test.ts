import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, startLocalPostgres } from '@copydesk/local';
import type { LocalPostgres } from '@copydesk/local';
import { dropDatabase } from '@copydesk/storage';
import { describeOn, testBroker, testPostgres } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import { everyoneReady } from './attacks.ts';
import { runCalm } from './calm.ts';
import { compareDumps } from './compare.ts';
import { feed, writeInput } from './feeding.ts';
import { serviceNames, startFleet } from './fleet.ts';
import { makeInstallation } from './installation.ts';
import { madeInput } from './made-input.ts';

const broker = await testBroker();
const postgres = await testPostgres();
const SIZE_MB = 320;

/** Mounts a small disk at a folder; the reason why not, where this user may not. */
function mountSmallDisk(folder: string): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=0700`, 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `no small disk can be mounted here: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
  }
}

/** Writes until nothing more fits. */
function fillUp(file: string): void {
  for (const size of [1_048_576, 4096]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size, 1));
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    }
  }
}

/** A PostgreSQL that is started again whenever it ends, as an operator's supervisor does. */
async function supervised(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const settings = { max_wal_size: '48MB', min_wal_size: '32MB', shared_buffers: '16MB' };
  let stopping = false;
  let server: LocalPostgres | undefined = await startLocalPostgres({ dataDir, port, settings });
  const { url } = server;
  const watching = (async () => {
    while (!stopping) {
      await server?.exited;
      await server?.stop();
      server = undefined;
      await sleep(500);
      if (!stopping) server = await startLocalPostgres({ dataDir, port, settings }).catch(() => undefined);
    }
    await server?.stop();
  })();
  return {
    url,
    async stop() {
      stopping = true;
      await server?.stop();
      await watching;
    },
  };
}

describeOn('when the disk of the database is full', postgres, (server) => {
  describeOn('on a broker', broker, (brokers) => {
    test(
      'services are not ready, none ends, and all is as it would have been once there is room',
      { timeout: 300_000 },
      async (context) => {
        const folder = mkdtempSync(join(tmpdir(), 'copydesk-full-'));
        const disk = join(folder, 'disk');
        mkdirSync(disk);
        const refused = mountSmallDisk(disk);
        if (refused !== undefined) {
          rmSync(folder, { recursive: true, force: true });
          context.skip(refused);
        }
        mkdirSync(join(folder, 'input'));
        const mark = `_full_${process.pid}`;
        const files = writeInput(join(folder, 'input'), madeInput(60, 9), 15);
        const place = { folder, mark, files, brokers: brokers.join(','), postgres: server, say: () => undefined };
        const database = await supervised(disk);
        try {
          const calm = await runCalm(place);
          const installation = await makeInstallation('full', { ...place, postgres: database.url });
          const fleet = await startFleet(join(folder, 'full'), installation.environment);
          try {
            const isRed = async () => !(await fleet.isReady('extractor'));
            let isFull = false;
            const feeding = feed(installation, fleet, files, 0, () => !isFull);
            feeding.catch(() => undefined);
            await expect.poll(async () => (await installation.outcomes()).ended, { timeout: 60_000 }).toBeGreaterThan(5);
            isFull = true;
            fillUp(join(disk, 'ballast'));
            await expect.poll(isRed, { timeout: 90_000, interval: 100 }).toBe(true);
            await sleep(5_000);
            rmSync(join(disk, 'ballast'));
            await expect.poll(async () => await everyoneReady(fleet), { timeout: 60_000 }).toBe(true);
            isFull = false;
            await feeding;
            while (!(await installation.isSettled())) await sleep(200);
            const { examples, ...difference } = compareDumps(calm.dump, await installation.dump());
            expect(examples).toEqual([]);
            expect(difference).toEqual({ lost: 0, doubled: 0, differingBytes: 0 });
            expect(await installation.deadLetters()).toBe(0);
            for (const name of serviceNames) if (name !== 'feed-reader') expect([name, fleet.starts(name)]).toEqual([name, 1]);
          } finally {
            await fleet.stop();
            await installation.close();
          }
        } finally {
          await database.stop();
          await dropDatabase(server, `calm${mark}`);
          execFileSync('umount', ['-l', disk]);
          rmSync(folder, { recursive: true, force: true });
        }
      },
    );
  });
});
