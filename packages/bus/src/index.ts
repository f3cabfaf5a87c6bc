export type { BusAdmin, EnsuredTopics, PartitionLag, PartitionOffsets, ReadOptions } from './admin.ts';
export type {
  Batch,
  Bus,
  ConsumeOptions,
  Consumer,
  ConsumerState,
  DeadLetterReason,
  OutgoingMessage,
  Producer,
  ReceivedMessage,
  WrittenMessage,
} from './bus.ts';
export type { BusErrorCode } from './bus-error.ts';
export { BusError, isTransientBusError } from './bus-error.ts';
export type { BusLogger } from './bus-logger.ts';
export type { ReadEvent } from './event-codec.ts';
export { readEvent } from './event-codec.ts';
export { createKafkaBus } from './kafka/kafka-bus.ts';
export type { KafkaSettings } from './kafka/kafka-settings.ts';
export { createMemoryBus } from './memory/memory-bus.ts';
export { requireTopics } from './require-topics.ts';
export { partitionForKey } from './partition-for-key.ts';
export type { TopicDifference, TopicSettings } from './topic-plan.ts';
export { describeDifference } from './topic-plan.ts';
