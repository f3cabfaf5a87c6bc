import { deadLetterHeaderNames } from '@copydesk/contracts';
import type { DeadLetterReason, ReceivedMessage } from './bus.ts';
import type { EncodedMessage } from './event-codec.ts';

const longestDetail = 2000;

/** A dead letter: the message's own bytes, key and headers, and beside them where it stood and why it was given up. */
export function encodeDeadLetter(message: ReceivedMessage, originalTopic: string, reason: DeadLetterReason): EncodedMessage {
  const names = deadLetterHeaderNames;
  return {
    key: message.key,
    value: message.value,
    headers: {
      ...message.headers,
      [names.topic]: originalTopic,
      [names.partition]: String(message.partition),
      [names.offset]: message.offset,
      [names.code]: reason.code,
      [names.detail]: reason.detail.slice(0, longestDetail).toWellFormed(),
      [names.stage]: reason.stage,
      [names.attempts]: String(reason.attempts),
    },
  };
}
