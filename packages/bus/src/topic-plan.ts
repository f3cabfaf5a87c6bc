import type { TopicKey } from '@copydesk/contracts';
import { consumedTopics, DEAD_LETTER_PARTITIONS, DEAD_LETTER_RETENTION_MS, topics } from '@copydesk/contracts';
import type { TopicNames } from './topic-names.ts';
import { topicKeys } from './topic-names.ts';

/** What an operator may set over the contracts. */
export interface TopicSettings {
  /** Copies of each partition; the cluster's own default when not given. */
  readonly replication?: number;
  readonly partitions?: Readonly<Partial<Record<TopicKey, number>>>;
  /** Milliseconds; -1 keeps for ever. */
  readonly retentionMs?: Readonly<Partial<Record<TopicKey, number>>>;
}

/** A topic as it shall be. */
export interface PlannedTopic {
  readonly name: string;
  readonly partitions: number;
  /** Undefined leaves it to the cluster. */
  readonly replication: number | undefined;
  readonly config: Readonly<Record<string, string>>;
}

/** A topic as it is. */
export interface ExistingTopic {
  readonly partitions: number;
  readonly replication: number;
  readonly config: Readonly<Record<string, string>>;
}

/** One thing that is not as planned; `actual` null is a topic or setting that is not there. */
export interface TopicDifference {
  readonly topic: string;
  readonly setting: string;
  readonly expected: string;
  readonly actual: string | null;
}

/** A batch holds at least one message of the largest size; its own overhead comes on top. */
const maxBatchBytes = 2_097_152;

function config(cleanup: 'delete' | 'compact', retentionMs: number): Record<string, string> {
  // The producer compresses; the broker keeps what it gets.
  const shared = { 'cleanup.policy': cleanup, 'compression.type': 'producer', 'max.message.bytes': String(maxBatchBytes) };
  if (cleanup === 'delete') return { ...shared, 'retention.ms': String(retentionMs) };
  // Tombstones stay long enough for every consumer to see them, and closed segments are compacted at least once a day.
  return { ...shared, 'delete.retention.ms': String(retentionMs), 'segment.ms': '86400000', 'min.cleanable.dirty.ratio': '0.1' };
}

/** Every topic of the contracts and the dead-letter topics of those that are consumed, with the operator's settings. */
export function planTopics(names: TopicNames, settings: TopicSettings = {}): PlannedTopic[] {
  const plan = topicKeys.map((key): PlannedTopic => {
    const { partitions, cleanup, retentionMs } = topics[key];
    return {
      name: names.name(key),
      partitions: settings.partitions?.[key] ?? partitions,
      replication: settings.replication,
      config: config(cleanup, settings.retentionMs?.[key] ?? retentionMs),
    };
  });
  const letters = consumedTopics.map((key): PlannedTopic => ({
    name: names.deadLetter(key),
    partitions: DEAD_LETTER_PARTITIONS,
    replication: settings.replication,
    config: config('delete', DEAD_LETTER_RETENTION_MS),
  }));
  return [...plan, ...letters];
}

/** How a topic differs from its plan; only planned settings are looked at. */
export function compareTopic(plan: PlannedTopic, actual: ExistingTopic | undefined): TopicDifference[] {
  if (actual === undefined) return [{ topic: plan.name, setting: 'topic', expected: `${plan.partitions} partitions`, actual: null }];
  const expected: [string, string, string | null][] = [
    ['partitions', String(plan.partitions), String(actual.partitions)],
    ...Object.entries(plan.config).map(([key, value]): [string, string, string | null] => [key, value, actual.config[key] ?? null]),
  ];
  if (plan.replication !== undefined) expected.push(['replication', String(plan.replication), String(actual.replication)]);
  return expected
    .filter(([, wanted, found]) => wanted !== found)
    .map(([setting, wanted, found]) => ({ topic: plan.name, setting, expected: wanted, actual: found }));
}

/** A difference as a line for a person. */
export function describeDifference({ topic, setting, expected, actual }: TopicDifference): string {
  if (setting === 'topic') return `${topic}: is missing (expected ${expected})`;
  return `${topic}: ${setting} is ${actual ?? 'not set'}, expected ${expected}`;
}
