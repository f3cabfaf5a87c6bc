import type { DeadLetterReason, Producer, ReceivedMessage } from '@copydesk/bus';
import { refusalMessage } from './publish.ts';
import { readStep } from './steps/read.ts';

/** Puts a message on the dead-letter topic and, where it still says which article it is, tells the extractor, which keeps the outcomes. */
export async function giveUp(producer: Producer, message: ReceivedMessage, reason: DeadLetterReason): Promise<void> {
  const read = readStep(message);
  if (read.kind === 'ok' && read.value.event.kind === 'revision') await producer.send([refusalMessage(read.value.event, reason)]);
  await producer.deadLetter(message, reason);
}
