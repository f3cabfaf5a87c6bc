import { setTimeout as sleep } from 'node:timers/promises';
import { createKafkaBus, readEvent } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import { consumedTopics } from '@copydesk/contracts';
import type { TopicKey } from '@copydesk/contracts';
import {
  canonicalDump,
  countOutcomes,
  countWaiting,
  databaseSize,
  findIntakeRun,
  makeDatabase,
  migrate,
  openDatabase,
  outboxSize,
} from '@copydesk/storage';
import type { Database } from '@copydesk/storage';

/** One set of topics and one database, seen from outside; every question is asked again while the broker or the database is away. */
export interface Installation {
  readonly environment: Readonly<Record<string, string>>;
  /** True when the run has read its input to the end. */
  isRead(runId: string): Promise<boolean>;
  /** Article revisions without and with an outcome. */
  outcomes(): Promise<{ pending: number; ended: number }>;
  /** True when every article has its outcome and every message is sent and handled. */
  isSettled(): Promise<boolean>;
  /** How far the two consuming services have come, and how much waits for each. */
  position(): Promise<Record<'cluster' | 'extractor', { done: bigint; lag: number }>>;
  dump(): Promise<string[]>;
  /** Bytes of the database on disk. */
  databaseBytes(): Promise<number>;
  /** Keys of the latest state on a compacted topic, with the text of each value. */
  latest(topic: 'facts' | 'conflicts'): Promise<Map<string, string>>;
  deadLetters(): Promise<number>;
  close(): Promise<void>;
}

const askAgainMs = 400;

async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = performance.now() + 900_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(askAgainMs);
    }
  }
}

/** Makes the topics under a prefix and an empty database, both with `name` in their names. */
export async function makeInstallation(
  name: string,
  backends: { brokers: string; postgres: string; environment?: Readonly<Record<string, string>>; mark?: string },
): Promise<Installation> {
  const prefix = `${name}${backends.mark ?? ''}.`;
  const url = await makeDatabase(backends.postgres, `${name}${backends.mark ?? ''}`);
  const database: Database = openDatabase({ url, applicationName: 'copydesk-chaos', maxConnections: 2, onIdleError: () => undefined });
  await migrate(database);
  const bus: Bus = createKafkaBus({ brokers: backends.brokers.split(','), topicPrefix: prefix });
  await bus.admin.ensureTopics();
  const lag = async (group: string, topic: TopicKey) => {
    const all = await bus.admin.lag(`${prefix}${group}`, [topic]);
    return {
      done: all.reduce((sum, { committed }) => sum + BigInt(committed ?? 0), 0n),
      lag: all.reduce((sum, each) => sum + each.lag, 0),
    };
  };
  const outcomes = async () => {
    const counts = await countOutcomes(database);
    const pending = counts['pending'] ?? 0;
    return { pending, ended: Object.values(counts).reduce((sum, count) => sum + count, 0) - pending };
  };
  const position = async () => ({ cluster: await lag('cluster', 'articlesRaw'), extractor: await lag('extractor', 'articlesClustered') });
  return {
    environment: {
      DATABASE_URL: url,
      KAFKA_BROKERS: backends.brokers,
      KAFKA_TOPIC_PREFIX: prefix,
      KAFKA_GROUP_PREFIX: prefix,
      LOG_LEVEL: 'info',
      ...backends.environment,
    },
    isRead: (runId) => patiently(async () => (await findIntakeRun(database, runId))?.state === 'done'),
    outcomes: () => patiently(outcomes),
    isSettled: () =>
      patiently(async () => {
        if ((await outcomes()).pending > 0) return false;
        const { cluster, extractor } = await position();
        if (cluster.lag > 0 || extractor.lag > 0) return false;
        return (await countWaiting(database)) === 0 && (await outboxSize(database)) === 0;
      }),
    position: () => patiently(position),
    async dump() {
      const lines: string[] = [];
      for await (const line of canonicalDump(database)) lines.push(line);
      return lines;
    },
    databaseBytes: async () => await databaseSize(database),
    async latest(topic) {
      const live = new Map<string, string>();
      await bus.admin.readToEnd(topic, (messages) => {
        for (const message of messages) {
          const read = readEvent(topic, message);
          if (!read.ok) throw new Error(`a message of ${topic} cannot be read: ${read.detail}`);
          if (read.event === null) live.delete(message.key ?? '');
          else live.set(message.key ?? '', JSON.stringify(read.event));
        }
      });
      return live;
    },
    async deadLetters() {
      let count = 0;
      for (const topic of consumedTopics) await bus.admin.readDeadLetters(topic, (messages) => void (count += messages.length));
      return count;
    },
    async close() {
      await bus.close();
      await database.destroy();
    },
  };
}
