import type { FactRecord } from '@copydesk/contracts';
import { randomBytes } from 'node:crypto';
import { describeOn, testBroker, testPrefix } from '@copydesk/testkit';
import kafkajs from 'kafkajs';
import { expect, test } from 'vitest';
import type { ReceivedMessage } from '../src/index.ts';
import { createKafkaBus, describeDifference } from '../src/index.ts';
import { topicNames } from '../src/topic-names.ts';

const soon = { timeout: 25_000, interval: 200 };
const time = '2024-03-05T12:00:00Z';

/** What only a real cluster can show. */
const madeStory = (id: string, revision: number) => ({
  id,
  revision,
  language: 'en',
  title: null,
  articleCount: 0,
  articles: [],
  firstSeen: time,
  lastSeen: time,
  mergedInto: null,
});

const madeFact = (id: string, revision: number): FactRecord => ({
  id,
  revision,
  storyId: 's_1',
  key: id,
  type: 'event',
  statement: 'The bridge was closed',
  mentions: [],
  articleIds: [],
  value: null,
  time: null,
  place: null,
  series: [],
  support: { articles: 1, outlets: 1, roots: [], independent: 1 },
  wordings: [],
  conflicts: [],
  aliases: [],
  salience: 'core',
  firstSeen: time,
  lastChanged: time,
  status: 'active',
  extractor: { name: 'test', version: '1' },
  mentionCount: 0,
  evidence: [],
});

describeOn('a Kafka cluster', await testBroker(), (brokers) => {
  const client = () => new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING }).admin();

  test('settings that were changed are set again, and what an operator added stays', async () => {
    const topicPrefix = testPrefix();
    const bus = createKafkaBus({ brokers, topicPrefix });
    await bus.admin.ensureTopics();
    const name = bus.topicName('articlesRaw');
    const admin = client();
    await admin.connect();
    const resource = { type: kafkajs.ConfigResourceTypes.TOPIC, name };
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          ...resource,
          configEntries: [
            { name: 'retention.ms', value: '1000' },
            { name: 'segment.bytes', value: '2000000' },
          ],
        },
      ],
    });
    // A change reaches the broker that answers a moment later.
    const differences = async () => (await bus.admin.ensureTopics({ checkOnly: true })).differences.map(describeDifference);
    await expect.poll(differences, soon).toContain(`${name}: retention.ms is 1000, expected 2592000000`);
    expect(await bus.admin.ensureTopics()).toEqual({ created: [], altered: [name], differences: [] });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ ...resource, configNames: ['segment.bytes'] }],
    });
    expect(resources[0]?.configEntries).toMatchObject([{ configName: 'segment.bytes', configValue: '2000000' }]);
    await admin.disconnect();
    await bus.close();
  });

  test('a dead letter that its topic cannot hold is shortened, and says how long it was', async () => {
    const bus = createKafkaBus({ brokers, topicPrefix: testPrefix() });
    await bus.admin.ensureTopics();
    const producer = await bus.producer({ source: '/test' });
    const value = randomBytes(3_000_000);
    const reason = { code: 'article-too-large', detail: 'three million bytes', stage: 'test', attempts: 1 };
    await producer.deadLetter({ topic: 'articlesRaw', partition: 2, offset: '7', key: 'k', headers: {}, value }, reason);
    const letters: ReceivedMessage[] = [];
    await bus.admin.readDeadLetters('articlesRaw', (messages) => void letters.push(...messages));
    expect(letters).toMatchObject([{ key: 'k', headers: { copydesk_original_offset: '7', copydesk_original_bytes: '3000000' } }]);
    expect(letters[0]?.value?.equals(value.subarray(0, 500_000))).toBe(true);
    await bus.close();
  });

  test.each(['stories', 'facts'] as const)(
    'after compaction of %s the latest state of every key is there, a reader reaches the end, and a tombstone is the last word',
    async (topic) => {
      const topicPrefix = testPrefix();
      const bus = createKafkaBus({ brokers, topicPrefix });
      await bus.admin.ensureTopics({ settings: { partitions: { [topic]: 1 } } });
      const admin = client();
      await admin.connect();
      const configEntries = Object.entries({
        'cleanup.policy': 'compact',
        'segment.ms': '100',
        'min.cleanable.dirty.ratio': '0.01',
        'delete.retention.ms': '0',
      }).map(([name, value]) => ({ name, value }));
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topicNames(topicPrefix).name(topic), configEntries }],
      });
      const producer = await bus.producer({ source: '/test' });
      const send = (key: string, revision: number | null) => {
        const outgoing = { key, id: `${key}/${revision}`, time };
        if (topic === 'facts') return producer.send([{ ...outgoing, topic, event: revision === null ? null : madeFact(key, revision) }]);
        return producer.send([{ ...outgoing, topic, event: revision === null ? null : madeStory(key, revision) }]);
      };
      for (let revision = 1; revision <= 20; revision++) for (const key of ['s_1', 's_2']) await send(key, revision);
      await send('s_2', null);
      await new Promise((resolve) => setTimeout(resolve, 300));
      // The segment that is written to is never compacted: something must open the next one.
      const read = async () => {
        await send('s_3', 1);
        const ids: string[] = [];
        const ends = await bus.admin.readToEnd(
          topic,
          (messages) => void ids.push(...messages.map(({ headers }) => headers['ce_id'] ?? '?')),
        );
        expect([...ends.values()]).toEqual((await bus.admin.endOffsets(topic)).map(({ high }) => high));
        return ids;
      };
      await expect.poll(async () => (await read()).filter((id) => /^s_[12]/.test(id)), soon).toEqual(['s_1/20']);
      await admin.disconnect();
      await bus.close();
    },
  );
});
