import type { CloudEventHeaders, TopicKey, TopicValue } from '@copydesk/contracts';
import { cloudEventHeaders, readCloudEventHeaders, topics } from '@copydesk/contracts';
import type { OutgoingMessage, ReceivedMessage, WrittenMessage } from './bus.ts';

/** A message as bytes. */
export interface EncodedMessage {
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly partition?: number;
  readonly partitionKey?: string;
}

/** What reading a message gave: the event (null for a tombstone), or a code of contracts' `errorCodes` with the reason. */
export type ReadEvent<Key extends TopicKey> =
  | { readonly ok: true; readonly event: TopicValue<Key> | null; readonly context: CloudEventHeaders }
  | { readonly ok: false; readonly code: 'message-not-json' | 'message-not-cloudevent' | 'message-schema'; readonly detail: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A message with its CloudEvents headers (binary mode) and its event as JSON. */
export function encodeEvent(message: OutgoingMessage | WrittenMessage, source: string): EncodedMessage {
  const { key, id, time, topic, partition, partitionKey } = message;
  const json = 'json' in message ? message.json : message.event === null ? null : JSON.stringify(message.event);
  return {
    key,
    value: json === null ? null : Buffer.from(json),
    headers: cloudEventHeaders({ id, source, type: topics[topic].type, time }),
    ...(partition === undefined ? {} : { partition }),
    ...(partitionKey === undefined ? {} : { partitionKey }),
  };
}

/** Reads a message of a topic: its headers, its JSON, its schema. Never throws, whatever the bytes. */
export function readEvent<Key extends TopicKey>(topic: Key, message: Pick<ReceivedMessage, 'value' | 'headers'>): ReadEvent<Key> {
  const headers = readCloudEventHeaders(message.headers);
  if (!headers.ok) return { ok: false, code: 'message-not-cloudevent', detail: headers.reason };
  const { context } = headers;
  const { type, schema } = topics[topic];
  if (context.ce_type !== type)
    return { ok: false, code: 'message-not-cloudevent', detail: `ce_type is ${context.ce_type.slice(0, 200)}, expected ${type}` };
  if (message.value === null) return { ok: true, event: null, context };
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(message.value));
  } catch (error) {
    return { ok: false, code: 'message-not-json', detail: error instanceof Error ? error.message.slice(0, 500) : 'not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, code: 'message-schema', detail: describeIssues(parsed.error.issues) };
  return { ok: true, event: parsed.data as TopicValue<Key>, context };
}

/** The first few issues, one a line: where, and what. */
function describeIssues(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'value'}: ${message}`.slice(0, 300))
    .join('\n');
}
