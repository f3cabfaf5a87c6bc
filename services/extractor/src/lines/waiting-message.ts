import type { ReceivedMessage } from '@copydesk/bus';
import type { ArticleClustered } from '@copydesk/contracts';
import type { WaitingMessage } from '@copydesk/storage';
import { z } from 'zod';

type Placed = Exclude<ArticleClustered, { kind: 'refusal' }>;

const headSchema = z.object({
  topic: z.literal('articlesClustered'),
  partition: z.int().nonnegative(),
  offset: z.string(),
  key: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
});

/** A message as it waits in its line, whole: it is read again when its turn comes. */
export function waitingMessage({ value, ...head }: ReceivedMessage, { kind, storyId, line = storyId, joint }: Placed): WaitingMessage {
  return {
    line,
    joint: joint === undefined ? undefined : { id: joint.id, lines: joint.lines.length },
    leads: kind !== 'departure',
    // JSON keeps what the database's texts do not take.
    head: JSON.stringify(head),
    value: value ?? Buffer.alloc(0),
  };
}

/** The message as it was received. */
export function receivedMessage({ head, value }: WaitingMessage): ReceivedMessage {
  return { ...headSchema.parse(JSON.parse(head)), value };
}
