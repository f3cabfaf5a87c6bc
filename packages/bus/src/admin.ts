import type { TopicKey } from '@copydesk/contracts';
import type { ReceivedMessage } from './bus.ts';
import type { TopicDifference, TopicSettings } from './topic-plan.ts';

/** The offsets that a partition holds: from `low` up to, and not with, `high`. */
export interface PartitionOffsets {
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

/** How far a group is behind in one partition. */
export interface PartitionLag {
  readonly topic: TopicKey;
  readonly partition: number;
  /** The next offset to be handled; null before the first commit. */
  readonly committed: string | null;
  readonly end: string;
  readonly lag: number;
}

/** What `ensureTopics` did and found. */
export interface EnsuredTopics {
  readonly created: readonly string[];
  /** Names of topics whose settings were changed. */
  readonly altered: readonly string[];
  /** What is not as planned: everything in check-only mode, else what cannot be changed (partitions, replication). */
  readonly differences: readonly TopicDifference[];
}

/** Looks after topics and offsets. All methods throw a transient BusError while the broker cannot be reached. */
export interface BusAdmin {
  /** Creates the topics of the contracts and their dead-letter topics where they are missing and sets their settings; a second call changes nothing. With `checkOnly` nothing is changed. */
  ensureTopics(options?: { readonly settings?: TopicSettings; readonly checkOnly?: boolean }): Promise<EnsuredTopics>;
  endOffsets(topic: TopicKey): Promise<readonly PartitionOffsets[]>;
  lag(group: string, topics: readonly TopicKey[]): Promise<readonly PartitionLag[]>;
  /**
   * Hands every message that the topic holds now to `onMessages`, in order within each partition, from the beginning or from `from` (next offset by partition), and returns the next offset by partition.
   * For restoring a state: no group is joined for good, nothing is committed.
   */
  readToEnd(topic: TopicKey, onMessages: ReadMessages, options?: ReadOptions): Promise<ReadonlyMap<number, string>>;
  /** The same for the topic's dead-letter topic; `topic` of the messages is the topic they came from. */
  readDeadLetters(topic: TopicKey, onMessages: ReadMessages): Promise<void>;
}

/** Takes messages that were read; the next ones come when it has resolved. */
export type ReadMessages = (messages: readonly ReceivedMessage[]) => void | Promise<void>;

/** What to read. */
export interface ReadOptions {
  readonly from?: ReadonlyMap<number, string>;
  /** Only these partitions. */
  readonly partitions?: readonly number[];
  readonly signal?: AbortSignal;
}
