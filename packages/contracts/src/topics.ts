import type { z } from 'zod';
import { articleClusteredSchema } from './events/article-clustered.ts';
import { articleRawSchema } from './events/article-raw.ts';
import { clusterSnapshotSchema } from './events/cluster-snapshot.ts';
import { decisionRecordSchema } from './events/decision.ts';
import { conflictRecordSchema, factEventSchema, factRecordSchema } from './events/fact-event.ts';
import { storySchema } from './events/story.ts';

const DAY = 86_400_000;

/** Largest message value, in bytes of JSON. Larger articles are rejected by the reader with the code `article-too-large`. */
export const MAX_MESSAGE_BYTES = 1_000_000;

export interface TopicDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** What the key is, in words; two messages with the same key keep their order. */
  readonly key: string;
  readonly schema: Schema;
  /** CloudEvents type; the number is the schema's major version. */
  readonly type: string;
  readonly partitions: number;
  readonly cleanup: 'delete' | 'compact';
  /** Milliseconds; -1 keeps for ever. For compacted topics, how long tombstones stay. */
  readonly retentionMs: number;
}

function topic<Schema extends z.ZodType>(definition: TopicDefinition<Schema>): TopicDefinition<Schema> {
  return definition;
}

/** Every topic of the system. Keys, partitions and retention are part of the contract; the operator's settings may override partitions, replication and retention. */
export const topics = {
  articlesRaw: topic({
    name: 'articles.raw.v1',
    key: 'language',
    schema: articleRawSchema,
    type: 'copydesk.article.raw.v1',
    partitions: 4,
    cleanup: 'delete',
    retentionMs: 30 * DAY,
  }),
  articlesClustered: topic({
    name: 'articles.clustered.v1',
    key: 'story id',
    schema: articleClusteredSchema,
    type: 'copydesk.article.clustered.v1',
    partitions: 8,
    cleanup: 'delete',
    retentionMs: 90 * DAY,
  }),
  stories: topic({
    name: 'stories.v1',
    key: 'story id',
    schema: storySchema,
    type: 'copydesk.story.v1',
    partitions: 4,
    cleanup: 'compact',
    retentionMs: 7 * DAY,
  }),
  clusterDecisions: topic({
    name: 'cluster.decisions.v1',
    key: 'partition of articles.raw.v1',
    schema: decisionRecordSchema,
    type: 'copydesk.cluster.decision.v1',
    partitions: 4,
    cleanup: 'delete',
    retentionMs: -1,
  }),
  clusterSnapshots: topic({
    name: 'cluster.snapshots.v1',
    key: 'partition of articles.raw.v1, slot and part',
    schema: clusterSnapshotSchema,
    type: 'copydesk.cluster.snapshot.v1',
    partitions: 4,
    cleanup: 'compact',
    retentionMs: 7 * DAY,
  }),
  factEvents: topic({
    name: 'facts.events.v1',
    key: 'story id',
    schema: factEventSchema,
    type: 'copydesk.fact.event.v1',
    partitions: 8,
    cleanup: 'delete',
    retentionMs: -1,
  }),
  facts: topic({
    name: 'facts.v1',
    key: 'fact id',
    schema: factRecordSchema,
    type: 'copydesk.fact.v1',
    partitions: 8,
    cleanup: 'compact',
    retentionMs: 7 * DAY,
  }),
  conflicts: topic({
    name: 'conflicts.v1',
    key: 'conflict id',
    schema: conflictRecordSchema,
    type: 'copydesk.conflict.v1',
    partitions: 4,
    cleanup: 'compact',
    retentionMs: 7 * DAY,
  }),
} as const;

export type TopicKey = keyof typeof topics;
/** The value type that a topic carries. */
export type TopicValue<Key extends TopicKey> = z.infer<(typeof topics)[Key]['schema']>;

/** Topics that a service consumes; each has a dead-letter topic beside it. */
export const consumedTopics = ['articlesRaw', 'articlesClustered'] as const satisfies readonly TopicKey[];

/** Name of a topic's dead-letter topic. Its messages keep the original bytes and key, with the reason in headers. */
export function deadLetterTopic(name: string): string {
  return `${name}.dlq`;
}
export const DEAD_LETTER_PARTITIONS = 1;
export const DEAD_LETTER_RETENTION_MS = 90 * DAY;
