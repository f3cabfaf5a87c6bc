import type { TopicKey } from '@copydesk/contracts';
import type { BusAdmin, ReadMessages, ReadOptions } from '../admin.ts';
import { BusError } from '../bus-error.ts';
import type { TopicNames } from '../topic-names.ts';
import { compareTopic, planTopics } from '../topic-plan.ts';
import type { MemoryGroup } from './memory-group.ts';
import type { MemoryLog } from './memory-log.ts';

const piece = 500;

/** Looks after topics and offsets in memory. */
export function createMemoryAdmin(log: MemoryLog, names: TopicNames, groups: (group: string) => MemoryGroup): BusAdmin {
  const partitions = (name: string) => Array.from({ length: log.partitionCount(name) }, (_, partition) => partition);

  async function read(name: string, topic: TopicKey, onMessages: ReadMessages, options: ReadOptions = {}) {
    const wanted = partitions(name).filter((partition) => options.partitions?.includes(partition) ?? true);
    const ends = wanted.map((partition) => ({ partition, end: log.end(name, partition) }));
    for (const { partition, end } of ends) {
      for (let offset = Number(options.from?.get(partition) ?? 0); offset < end; offset += piece) {
        if (options.signal?.aborted === true) throw new BusError('closed', 'reading was ended');
        await onMessages(log.read(name, topic, partition, offset, Math.min(piece, end - offset)));
      }
    }
    return new Map(ends.map(({ partition, end }) => [partition, String(end)]));
  }

  return {
    async ensureTopics({ settings, checkOnly } = {}) {
      const plan = planTopics(names, settings);
      const missing = plan.filter(({ name }) => !log.has(name));
      if (checkOnly !== true) for (const { name, partitions: count, config } of missing) log.create(name, count, config);
      const actual = ({ name, replication }: (typeof plan)[number]) =>
        log.has(name) ? { partitions: log.partitionCount(name), replication: replication ?? 1, config: log.config(name) } : undefined;
      return {
        created: checkOnly === true ? [] : missing.map(({ name }) => name),
        altered: [],
        differences: plan.flatMap((topic) => compareTopic(topic, actual(topic))),
      };
    },
    endOffsets: async (topic) =>
      partitions(names.name(topic)).map((partition) => ({ partition, low: '0', high: String(log.end(names.name(topic), partition)) })),
    lag: async (group, topics) =>
      topics.flatMap((topic) =>
        partitions(names.name(topic)).map((partition) => {
          const committed = groups(group).committed({ topic, partition });
          const end = log.end(names.name(topic), partition);
          return {
            topic,
            partition,
            committed: committed === undefined ? null : String(committed),
            end: String(end),
            lag: end - (committed ?? 0),
          };
        }),
      ),
    readToEnd: (topic, onMessages, options) => read(names.name(topic), topic, onMessages, options),
    readDeadLetters: async (topic, onMessages) => void (await read(names.deadLetter(topic), topic, onMessages)),
  };
}
