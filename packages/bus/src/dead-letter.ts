import { deadLetterHeaderNames } from '@copydesk/contracts';
import type { DeadLetterReason, ReceivedMessage } from './bus.ts';
import type { EncodedMessage } from './event-codec.ts';

const longestDetail = 2000;
const shortenedBytes = 500_000;
/** Header of a shortened dead letter: the length of the message it stands for, in bytes. */
const shortenedHeader = 'copydesk_original_bytes';

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

/** The message that a dead letter holds, as it was before. */
export function decodeDeadLetter(letter: ReceivedMessage): EncodedMessage {
  const added = new Set<string>(Object.values(deadLetterHeaderNames));
  const { key, value } = letter;
  return { key, value, headers: Object.fromEntries(Object.entries(letter.headers).filter(([name]) => !added.has(name))) };
}

/** The same letter with only the beginning of its bytes, and a header that says how many there were: for a message that a topic of ours cannot hold. It still stands where its headers say. */
export function shortenDeadLetter(letter: EncodedMessage): EncodedMessage {
  const bytes = letter.value?.length ?? 0;
  return {
    ...letter,
    value: letter.value?.subarray(0, shortenedBytes) ?? null,
    headers: { ...letter.headers, [shortenedHeader]: String(bytes) },
  };
}
