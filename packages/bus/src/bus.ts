import type { TopicKey, TopicValue } from '@copydesk/contracts';
import type { Pause } from '@copydesk/pipeline';
import type { BusAdmin } from './admin.ts';

/** What every message carries beside its value. */
interface Outgoing {
  /** Messages with the same key keep their order. */
  readonly key: string;
  /** CloudEvents id: the same event has the same id, however often it is made. */
  readonly id: string;
  /** CloudEvents time, ISO 8601, taken from the data and never from the clock. */
  readonly time: string;
  /** The partition, where the key alone does not decide. */
  readonly partition?: number;
  /** A key whose messages come before this one: it goes to their partition instead of its own key's. The same for every message of a key, so that they keep their order. */
  readonly partitionKey?: string;
}

/** One message of one topic; `event` null is a tombstone (compacted topics only). */
export type OutgoingMessage = { [Key in TopicKey]: Outgoing & { readonly topic: Key; readonly event: TopicValue<Key> | null } }[TopicKey];

/** A message whose event was checked and written as JSON before, by whoever stored it until now; null is a tombstone. */
export type WrittenMessage = Outgoing & { readonly topic: TopicKey; readonly json: string | null };

/** A message as it was received: bytes, not yet read. */
export interface ReceivedMessage {
  readonly topic: TopicKey;
  readonly partition: number;
  /** A 64-bit number in decimal digits. */
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Null is a tombstone. */
  readonly value: Buffer | null;
}

/** Why a message cannot be processed, for the dead-letter topic. */
export interface DeadLetterReason {
  /** A code of contracts' `errorCodes`. */
  readonly code: string;
  readonly detail: string;
  /** The step that gave up. */
  readonly stage: string;
  readonly attempts: number;
}

/** Publishes; connected when one is handed out. */
export interface Producer {
  /**
   * Resolves when every message is stored by the topic's replicas; messages of one call, and of calls one after the other, keep their order by key.
   * @throws BusError transient while the broker cannot be reached (some messages may be stored: send the same again); permanent when a message can never be stored
   */
  send(messages: readonly OutgoingMessage[]): Promise<void>;
  /** The same for messages whose events are JSON already. */
  sendWritten(messages: readonly WrittenMessage[]): Promise<void>;
  /** Puts a message that cannot be processed, its bytes unchanged, on the dead-letter topic of its topic. Errors as with `send`. */
  deadLetter(message: ReceivedMessage, reason: DeadLetterReason): Promise<void>;
  /** Puts a dead letter's own bytes, key and headers back on the topic it came from, without what `deadLetter` added. Errors as with `send`. */
  redrive(letter: ReceivedMessage): Promise<void>;
  close(): Promise<void>;
}

/** Messages of one partition, in order; their effects are done when the handler's promise resolves. */
export interface Batch {
  readonly topic: TopicKey;
  readonly partition: number;
  readonly messages: readonly ReceivedMessage[];
  /** Aborted when the partition may belong to another member by now, or a stop has waited long enough: what is not yet stored is better left. */
  readonly signal: AbortSignal;
  /** Called between the pieces of long synchronous work: keeps the membership alive, and throws when it is lost. Waiting handlers need not call it. */
  heartbeat(): Promise<void>;
}

/** What a consumer says of itself. */
export type ConsumerState =
  | { readonly state: 'running' }
  /** A transient error: the batch is tried again after `retryInMs`. */
  | { readonly state: 'paused'; readonly error: unknown; readonly attempt: number; readonly retryInMs: number };

/** Settings of a consumer. */
export interface ConsumeOptions {
  readonly group: string;
  readonly topics: readonly TopicKey[];
  /** Offsets are committed after it has resolved. An error of it is tried again when `isTransient` says so, and is a crash otherwise: what is wrong with one message belongs on its dead-letter topic. */
  readonly handler: (batch: Batch) => Promise<void>;
  /**
   * Where to go on, from the caller's own store, asked each time a partition is assigned; undefined goes on from the committed offset (the beginning where there is none).
   * A state that is saved together with its offset is thus never ahead of or behind it.
   */
  readonly startOffset?: (topic: TopicKey, partition: number) => Promise<string | undefined>;
  /** Most messages in one batch; 500 when not given. */
  readonly maxMessages?: number;
  /** Partitions handled at the same time; 1 when not given. */
  readonly concurrency?: number;
  /** True for errors that pass by themselves; errors of the bus that say so always count. */
  readonly isTransient?: (error: unknown) => boolean;
  /** Consuming has ended for good, by an error of the handler or of the broker: the caller ends the process. */
  readonly onCrash: (error: unknown) => void;
  readonly onState?: (state: ConsumerState) => void;
  /** After each commit: how many messages were done, and how many are known to wait in that partition. */
  readonly onProgress?: (progress: {
    readonly topic: TopicKey;
    readonly partition: number;
    readonly done: number;
    readonly lag: number;
  }) => void;
}

/** A running consumer. */
export interface Consumer {
  /** Ends consuming: the running batch is waited for, at most 2.5 s. */
  stop(): Promise<void>;
}

/** The log, as the services see it: the same contract on a Kafka cluster and in memory. */
export interface Bus {
  readonly kind: 'kafka' | 'memory';
  readonly admin: BusAdmin;
  /** The topic's name with the installation's prefix. */
  topicName(topic: TopicKey): string;
  /**
   * @param options.source CloudEvents source of what is sent, such as "/copydesk/extractor"
   * @param options.onPause told of each wait; with it, a cluster that is away is waited for, else that is thrown
   */
  producer(options: { readonly source: string; readonly onPause?: (pause: Pause) => void }): Promise<Producer>;
  consume(options: ConsumeOptions): Promise<Consumer>;
  /** Ends all that was opened here. */
  close(): Promise<void>;
}
