import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOn, testBroker, testPostgres } from '@copydesk/testkit';
import { dropDatabase } from '@copydesk/storage';
import { expect, test } from 'vitest';
import { planKills } from './attacks.ts';
import { runCalm } from './calm.ts';
import { compareDumps } from './compare.ts';
import { createDice } from './dice.ts';
import { runDisturbed } from './disturbed.ts';
import { writeInput } from './feeding.ts';
import { serviceNames } from './fleet.ts';
import { madeInput } from './made-input.ts';

const broker = await testBroker();
const postgres = await testPostgres();
const SEED = 5;
const ARTICLES = 96;
const IN_FILE = 12;

test('a plan of kills spares no service, and none more than another', () => {
  const victims = Map.groupBy(planKills(3, createDice(SEED)), ({ victim }) => victim);
  expect([...victims.keys()].toSorted()).toEqual([...serviceNames].toSorted());
  for (const kills of victims.values()) expect(kills).toHaveLength(3);
});

describeOn('four services, each killed three times while articles flow', postgres, (server) => {
  describeOn('on a broker', broker, (brokers) => {
    test('say what they say undisturbed, to the byte', { timeout: 240_000 }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-kills-'));
      const mark = `_${process.pid}`;
      const place = {
        folder,
        mark,
        brokers: brokers.join(','),
        postgres: server,
        say: (line: string) => void (process.env['TEST_LOG_LEVEL'] === undefined || console.error(line)),
        // The group waits so long for a member that was killed; a broker that is not ours bounds it at 6 s.
        environment: { KAFKA_SESSION_TIMEOUT_MS: process.env['KAFKA_BROKERS'] === undefined ? '2000' : '6000' },
        files: [] as string[],
      };
      try {
        mkdirSync(join(folder, 'input'));
        place.files = writeInput(join(folder, 'input'), madeInput(ARTICLES, SEED), IN_FILE);
        const dice = createDice(SEED);
        const calm = await runCalm(place);
        const kills = planKills(3, dice);
        const disturbed = await runDisturbed(place, [], kills, { dice, minutes: 0.5 });
        const { examples, ...difference } = compareDumps(calm.dump, disturbed.dump);
        expect(examples).toEqual([]);
        expect(difference).toEqual({ lost: 0, doubled: 0, differingBytes: 0 });
        expect(disturbed).toMatchObject({ kills: 12, deadLettered: 0, topicFaults: [] });
        expect(calm.dump.filter((line) => line.includes('"kind":"fact"')).length).toBeGreaterThan(30);
      } finally {
        for (const name of ['calm', 'chaos']) await dropDatabase(server, `${name}${mark}`);
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
