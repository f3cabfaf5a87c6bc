import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import kafkajs from 'kafkajs';
import type { ExistingTopic, PlannedTopic } from '../topic-plan.ts';
import { compareTopic } from '../topic-plan.ts';
import { protocolType } from './kafka-error.ts';

/** A topic with those of its settings that were set for it alone. */
interface DescribedTopic extends ExistingTopic {
  readonly own: Readonly<Record<string, string>>;
}

const topicResource = kafkajs.ConfigResourceTypes.TOPIC;

/** The topics of these names that exist. */
export async function describeTopics(admin: Admin, wanted: readonly string[]): Promise<Map<string, DescribedTopic>> {
  const existing = new Set(await admin.listTopics());
  const names = wanted.filter((name) => existing.has(name));
  if (names.length === 0) return new Map();
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: topicResource, name })),
  });
  return new Map(
    topics.map(({ name, partitions }) => {
      const entries = resources.find(({ resourceName }) => resourceName === name)?.configEntries ?? [];
      const values = (list: typeof entries) => Object.fromEntries(list.map(({ configName, configValue }) => [configName, configValue]));
      const described = {
        partitions: partitions.length,
        replication: Math.min(...partitions.map(({ replicas }) => replicas.length)),
        config: values(entries),
        own: values(entries.filter(({ configSource }) => configSource === kafkajs.ConfigSource.TOPIC_CONFIG)),
      };
      return [name, described];
    }),
  );
}

/** Creates topics; those that another process has created meanwhile are left as they are. Returns the names of those created here. */
export async function createTopics(admin: Admin, plan: readonly PlannedTopic[]): Promise<string[]> {
  const created: string[] = [];
  // One by one: a topic that exists already would make the answer for all of them an error.
  for (const { name, partitions, replication, config } of plan) {
    const configEntries = Object.entries(config).map(([key, value]) => ({ name: key, value }));
    const topic = {
      topic: name,
      numPartitions: partitions,
      configEntries,
      ...(replication === undefined ? {} : { replicationFactor: replication }),
    };
    try {
      if (await admin.createTopics({ topics: [topic], waitForLeaders: false })) created.push(name);
    } catch (error) {
      if (protocolType(error) !== 'TOPIC_ALREADY_EXISTS') throw error;
    }
  }
  await waitForLeaders(admin, created);
  return created;
}

async function waitForLeaders(admin: Admin, names: readonly string[]): Promise<void> {
  for (let attempt = 1; names.length > 0; attempt++) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
      if (topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0))) return;
    } catch (error) {
      if (attempt > 20) throw error;
    }
    if (attempt > 40) return;
    await sleep(100);
  }
}

/** Sets the planned settings where they differ. Partitions and replication are never changed: more partitions would move keys. Returns the names of changed topics. */
export async function alterTopics(
  admin: Admin,
  plan: readonly PlannedTopic[],
  existing: ReadonlyMap<string, DescribedTopic>,
): Promise<string[]> {
  const wrong = plan.filter((topic) => compareTopic(topic, existing.get(topic.name)).some(({ setting }) => setting in topic.config));
  if (wrong.length === 0) return [];
  await admin.alterConfigs({
    validateOnly: false,
    // This request resets what it does not name: what an operator has set beside our settings is named too.
    resources: wrong.map(({ name, config }) => ({
      type: topicResource,
      name,
      configEntries: Object.entries({ ...existing.get(name)?.own, ...config }).map(([key, value]) => ({ name: key, value })),
    })),
  });
  return wrong.map(({ name }) => name);
}
