import { setTimeout as sleep } from 'node:timers/promises';
import { createMemoryBus, partitionForKey } from '@copydesk/bus';
import { createExtractor, readConfig } from '@copydesk/extractor';
import { createLogger } from '@copydesk/runtime';
import { canonicalDump, countOutcomes, countWaiting, migrate, openDatabase } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import { clusteredOutputs } from '../../services/cluster/src/outputs.ts';
import type { ClusteredOutput } from '../../services/cluster/src/outputs.ts';
import { compareDumps } from './compare.ts';
import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { madeDecisions } from './made-decisions.ts';

const ARTICLES = 90;
const SEED = 3;
const PARTITIONS = 4;
const environment = { LOG_LEVEL: 'silent', KAFKA_BROKERS: 'unused:1', KAFKA_GROUP_PREFIX: 'test.' };

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await sleep(5);
}

/** Feeds messages to an extractor with an empty ledger, each when the one before was read; gives what the ledger says in the end. */
async function ledgerAfter(server: string, messages: readonly ClusteredOutput[]): Promise<string[]> {
  const { url, drop } = await createTestDatabase(server);
  const bus = createMemoryBus();
  await bus.admin.ensureTopics();
  const database = openDatabase({ url, applicationName: 'test', maxConnections: 2 });
  await migrate(database);
  const logger = createLogger('test', 'silent');
  const extractor = createExtractor(readConfig({ ...environment, DATABASE_URL: url }), { bus, logger });
  const producer = await bus.producer({ source: '/test' });
  try {
    await extractor.start();
    for (const [at, { key, event }] of messages.entries()) {
      const time = event.kind === 'assignment' ? event.article.observedAt : event.observedAt;
      await producer.send([{ topic: 'articlesClustered', key, partitionKey: event.line, id: `${at}`, time, event }]);
      await until(async () => (await bus.admin.lag('test.extractor', ['articlesClustered'])).every(({ lag }) => lag === 0));
    }
    await until(async () => (await countWaiting(database)) === 0);
    const { pending } = await countOutcomes(database);
    expect(pending ?? 0).toBe(0);
    const lines: string[] = [];
    for await (const line of canonicalDump(database)) lines.push(line);
    return lines;
  } finally {
    await extractor.stop();
    await bus.close();
    await database.destroy();
    await drop();
  }
}

/** All messages in an order that keeps each partition's own: the partition of the next one is drawn, now and then the same one many times. */
function mixed(partitions: readonly (readonly ClusteredOutput[])[], dice: Dice): ClusteredOutput[] {
  const left = partitions.map((messages) => [...messages]);
  const order: ClusteredOutput[] = [];
  for (;;) {
    const waiting = left.filter((messages) => messages.length > 0);
    if (waiting.length === 0) return order;
    order.push(...dice.pick(waiting).splice(0, dice.next() < 0.2 ? 20 : 1));
  }
}

describeOn('an extractor that reads the partitions', await testPostgres(), (server) => {
  test('in any order says the same, to the byte', { timeout: 300_000 }, async () => {
    const outputs = madeDecisions(ARTICLES, SEED, createDice(SEED)).flatMap((decision) => clusteredOutputs(decision));
    const partitions = [...Map.groupBy(outputs, ({ event }) => partitionForKey(event.line, PARTITIONS)).values()];
    expect(partitions).toHaveLength(PARTITIONS);
    // Without stories of several partitions that meet there would be nothing to go wrong.
    const joint = Map.groupBy(
      outputs.filter(({ event }) => event.joint !== undefined),
      ({ event }) => event.kind,
    );
    for (const kind of ['assignment', 'departure', 'merge', 'split', 'withdrawal'] as const) expect(joint.get(kind), kind).toBeDefined();

    const decided = await ledgerAfter(server, outputs);
    expect(decided.filter((line) => line.includes('"kind":"fact"')).length).toBeGreaterThan(30);
    for (const order of [partitions.flat(), partitions.toReversed().flat(), mixed(partitions, createDice(1))]) {
      expect(compareDumps(decided, await ledgerAfter(server, order))).toEqual({ lost: 0, doubled: 0, differingBytes: 0, examples: [] });
    }
  });
});
