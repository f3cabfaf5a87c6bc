import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import type { TopicKey } from '@copydesk/contracts';
import type { BusAdmin, ReadMessages, ReadOptions } from '../admin.ts';
import type { TopicNames } from '../topic-names.ts';
import type { PlannedTopic, TopicDifference } from '../topic-plan.ts';
import { compareTopic, planTopics } from '../topic-plan.ts';
import { toBusError } from './kafka-error.ts';
import { readKafkaTopic } from './read-kafka-topic.ts';
import { alterTopics, createTopics, describeTopics } from './kafka-topics.ts';

/** Looks after topics and offsets of a Kafka cluster; it connects at the first call and stays connected. */
export function createKafkaAdmin(kafka: Kafka, names: TopicNames): BusAdmin & { close(): Promise<void> } {
  let connected: Promise<Admin> | undefined;

  async function use<Result>(work: (admin: Admin) => Promise<Result>): Promise<Result> {
    connected ??= connect(kafka);
    try {
      return await work(await connected);
    } catch (error) {
      void connected?.then((admin) => admin.disconnect()).catch(() => undefined);
      connected = undefined;
      throw toBusError(error);
    }
  }

  const offsetsOf = (admin: Admin, name: string) =>
    admin
      .fetchTopicOffsets(name)
      .then((all) => all.map(({ partition, low, high }) => ({ partition, low, high })).sort((a, b) => a.partition - b.partition));

  async function read(topic: TopicKey, name: string, onMessages: ReadMessages, options: ReadOptions = {}): Promise<Map<number, string>> {
    // An error of the caller is its own: it is no error of the bus, and none that passes by itself.
    let ofCaller: { readonly error: unknown } | undefined;
    const take: ReadMessages = async (messages) => {
      try {
        await onMessages(messages);
      } catch (error) {
        ofCaller = { error };
        throw error;
      }
    };
    try {
      return await use(async (admin) => {
        const offsets = await offsetsOf(admin, name);
        const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
        const leaders = topics.flatMap(({ partitions }) => partitions.map(({ leader }) => leader));
        return readKafkaTopic({ kafka, topic, name, offsets, leaders, onMessages: take, ...options });
      });
    } catch (error) {
      throw ofCaller === undefined ? error : ofCaller.error;
    }
  }

  return {
    ensureTopics: ({ settings, checkOnly } = {}) =>
      use(async (admin) => {
        const plan = planTopics(names, settings);
        const before = await describeTopics(
          admin,
          plan.map(({ name }) => name),
        );
        if (checkOnly === true)
          return { created: [], altered: [], differences: plan.flatMap((topic) => compareTopic(topic, before.get(topic.name))) };
        const created = await createTopics(
          admin,
          plan.filter(({ name }) => !before.has(name)),
        );
        const altered = await alterTopics(
          admin,
          plan.filter((topic) => before.has(topic.name)),
          before,
        );
        return { created, altered, differences: await settled(admin, plan) };
      }),
    endOffsets: (topic) => use((admin) => offsetsOf(admin, names.name(topic))),
    lag: (group, topics) =>
      use(async (admin) => {
        const stored = await admin.fetchOffsets({ groupId: group, topics: topics.map(names.name) });
        const all = topics.map(async (topic) => {
          const committed = new Map(
            stored.find((each) => each.topic === names.name(topic))?.partitions.map(({ partition, offset }) => [partition, offset]),
          );
          return (await offsetsOf(admin, names.name(topic))).map(({ partition, low, high }) => {
            const offset = committed.get(partition);
            const next = offset === undefined || offset === '-1' ? null : offset;
            return { topic, partition, committed: next, end: high, lag: Math.max(0, Number(BigInt(high) - BigInt(next ?? low))) };
          });
        });
        return (await Promise.all(all)).flat();
      }),
    readToEnd: (topic, onMessages, options) => read(topic, names.name(topic), onMessages, options),
    readDeadLetters: async (topic, onMessages) => void (await read(topic, names.deadLetter(topic), onMessages)),
    async close() {
      await connected?.then((admin) => admin.disconnect()).catch(() => undefined);
      connected = undefined;
    },
  };
}

/** What differs once the cluster has settled: settings reach the broker that answers a moment after they were changed. */
async function settled(admin: Admin, plan: readonly PlannedTopic[]): Promise<TopicDifference[]> {
  const names = plan.map(({ name }) => name);
  for (let attempt = 1; ; attempt++) {
    const actual = await describeTopics(admin, names);
    const differences = plan.flatMap((topic) => compareTopic(topic, actual.get(topic.name)));
    const fixed = differences.every(({ setting }) => setting === 'partitions' || setting === 'replication');
    if (fixed || attempt >= 20) return differences;
    await sleep(100);
  }
}

async function connect(kafka: Kafka): Promise<Admin> {
  const admin = kafka.admin();
  await admin.connect();
  return admin;
}
