import { MAX_MESSAGE_BYTES } from '@copydesk/contracts';
import { BusError } from './bus-error.ts';
import type { EncodedMessage } from './event-codec.ts';

/** What is made of an article holds the article and more. */
const largestValue = 2 * MAX_MESSAGE_BYTES;

/** Returns the message. @throws BusError message-too-large, before anything is sent */
export function checkSize(message: EncodedMessage): EncodedMessage {
  const bytes = message.value?.length ?? 0;
  if (bytes > largestValue) throw new BusError('message-too-large', `a message of ${bytes} bytes is larger than ${largestValue}`);
  return message;
}
