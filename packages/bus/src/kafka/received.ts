import type { TopicKey } from '@copydesk/contracts';
import type { KafkaMessage } from 'kafkajs';
import type { ReceivedMessage } from '../bus.ts';

/** A message of kafkajs as one of ours; of repeated headers the first counts. */
export function received(topic: TopicKey, partition: number, message: KafkaMessage): ReceivedMessage {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) headers[name] = first.toString();
  }
  return { topic, partition, offset: message.offset, key: message.key?.toString() ?? null, headers, value: message.value };
}

/** The offset behind a message. */
export function nextOffset(offset: string): string {
  return String(BigInt(offset) + 1n);
}
