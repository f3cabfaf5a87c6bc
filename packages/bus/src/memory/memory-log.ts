import type { TopicKey } from '@copydesk/contracts';
import type { ReceivedMessage } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import type { EncodedMessage } from '../event-codec.ts';
import { partitionForKey } from '../partition-for-key.ts';

interface Topic {
  readonly config: Readonly<Record<string, string>>;
  readonly partitions: EncodedMessage[][];
  /** Called, once, at the next message. */
  readonly waiting: Set<() => void>;
}

/** Topics in memory: lists of messages that only grow. */
export interface MemoryLog {
  has(name: string): boolean;
  create(name: string, partitions: number, config: Readonly<Record<string, string>>): void;
  config(name: string): Readonly<Record<string, string>>;
  /** All or none of the messages. @throws BusError unavailable when the topic, or the partition named, is not there */
  append(name: string, messages: readonly EncodedMessage[]): void;
  partitionCount(name: string): number;
  end(name: string, partition: number): number;
  /** At most `limit` messages from `offset` on, as messages of `topic`. */
  read(name: string, topic: TopicKey, partition: number, offset: number, limit: number): ReceivedMessage[];
  /** Resolves when the topic gets its next message, or the signal aborts. */
  changed(name: string, signal: AbortSignal): Promise<void>;
}

/** An empty log. */
export function createMemoryLog(): MemoryLog {
  const topics = new Map<string, Topic>();
  const find = (name: string): Topic => {
    const topic = topics.get(name);
    if (topic === undefined) throw new BusError('unavailable', `there is no topic ${name}`);
    return topic;
  };
  const partitionOf = (name: string, number: number): EncodedMessage[] => {
    const partition = find(name).partitions[number];
    if (partition === undefined) throw new BusError('unavailable', `there is no partition ${number} in ${name}`);
    return partition;
  };
  return {
    has: (name) => topics.has(name),
    create(name, partitions, config) {
      topics.set(name, { config, partitions: Array.from({ length: partitions }, () => []), waiting: new Set() });
    },
    config: (name) => find(name).config,
    append(name, messages) {
      const { partitions, waiting } = find(name);
      const placed = messages.map((message) => ({
        message,
        to: partitionOf(name, message.partition ?? partitionForKey(message.partitionKey ?? message.key ?? '', partitions.length)),
      }));
      for (const { message, to } of placed) to.push(message);
      const wake = [...waiting];
      waiting.clear();
      for (const each of wake) each();
    },
    partitionCount: (name) => find(name).partitions.length,
    end: (name, partition) => partitionOf(name, partition).length,
    read: (name, topic, partition, offset, limit) =>
      partitionOf(name, partition)
        .slice(offset, offset + limit)
        .map(({ key, headers, value }, index) => ({ topic, partition, offset: String(offset + index), key, headers, value })),
    changed(name, signal) {
      const { waiting } = find(name);
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        if (signal.aborted) return resolve();
        waiting.add(done);
        signal.addEventListener('abort', done);
      });
    },
  };
}
