import { createKafkaBus, createMemoryBus } from '@copydesk/bus';
import type { Bus, ReceivedMessage } from '@copydesk/bus';
import { consumedTopics } from '@copydesk/contracts';
import { createTestDatabase, describeOn, madeArticles, testBroker, testPostgres, testPrefix } from '@copydesk/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from './four-services.ts';
import type { Installation } from './four-services.ts';
import { malformations } from './malformed-messages.ts';

const broker = await testBroker();
const postgres = await testPostgres();

type Topic = (typeof consumedTopics)[number];

async function readAll(bus: Bus, topic: Topic): Promise<ReceivedMessage[]> {
  const messages: ReceivedMessage[] = [];
  await bus.admin.readToEnd(topic, (more) => void messages.push(...more));
  return messages.toSorted((a, b) => a.partition - b.partition || Number(BigInt(a.offset) - BigInt(b.offset)));
}

/** Good messages in their order, with malformed ones between them: so many of each class. */
function* interleaved(good: readonly ReceivedMessage[], topic: Topic, each: number): Generator<ReceivedMessage> {
  const models = topic === 'articlesRaw' ? good : good.filter((message) => message.value?.includes('"assignment"') === true);
  const bad = malformations.flatMap(({ make }) => Array.from({ length: each }, (_, number) => ({ make, number })));
  const perGood = Math.ceil(bad.length / good.length);
  for (const [index, message] of good.entries()) {
    yield message;
    // Copies of what has been said already, so that "the same again" is a repetition.
    const model = models.findLast((one) => good.indexOf(one) <= index) ?? message;
    for (const { make, number } of bad.slice(index * perGood, (index + 1) * perGood)) yield { ...model, ...make(model, number) };
  }
}

async function deadLetterCodes(bus: Bus, topic: Topic): Promise<Record<string, number>> {
  const codes: Record<string, number> = {};
  await bus.admin.readDeadLetters(topic, (messages) => {
    for (const { headers } of messages)
      codes[headers['copydesk_error_code'] ?? ''] = (codes[headers['copydesk_error_code'] ?? ''] ?? 0) + 1;
  });
  return codes;
}

function expectedCodes(each: number): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const { code } of malformations) if (code !== null) codes[code] = (codes[code] ?? 0) + each;
  return codes;
}

const withoutDeadLetters = (dump: string) =>
  dump
    .split('\n')
    .filter((line) => !line.includes('"outcome":"dead-letter"'))
    .join('\n');

function malformedTests(server: string, each: number, makeBus: () => Bus): void {
  const closing: (() => Promise<void>)[] = [];
  const open = async (): Promise<Installation> => {
    const { url, drop } = await createTestDatabase(server);
    const bus = makeBus();
    const installation = await openInstallation({ databaseUrl: url, bus, groupPrefix: testPrefix() });
    closing.push(async () => {
      await installation.close();
      await bus.close();
      await drop();
    });
    return installation;
  };
  let reference: Installation;
  let undisturbed: string;

  beforeAll(async () => {
    reference = await open();
    await reference.offer(madeArticles(30));
    await reference.replay();
    undisturbed = await reference.dump();
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it.each(consumedTopics)(
    'on %s end in the dead letters, each with its code, and change nothing else',
    async (topic) => {
      const installation = await open();
      const producer = await installation.bus.producer({ source: '/test' });
      const messages = [...interleaved(await readAll(reference.bus, topic), topic, each)];
      await Promise.all(messages.map(async (message) => await producer.redrive(message)));
      await producer.close();
      await installation.replay();
      expect(await deadLetterCodes(installation.bus, topic)).toEqual(expectedCodes(each));
      expect(withoutDeadLetters(await installation.dump())).toBe(undisturbed);
      // Read again after a restart, they are not given up a second time.
      await installation.replay();
      expect(await deadLetterCodes(installation.bus, topic)).toEqual(expectedCodes(each));
    },
    600_000,
  );
}

describe(`${malformations.length} classes of malformed messages`, () => {
  describeOn('on PostgreSQL', postgres, (server) => {
    describe('and the in-memory bus, 10 of each', () => {
      malformedTests(server, 10, createMemoryBus);
    });
    describeOn('and Kafka, 100 of each', broker, (brokers) => {
      malformedTests(server, 100, () => createKafkaBus({ brokers, topicPrefix: testPrefix(), sessionTimeoutMs: 6_000 }));
    });
  });
});
