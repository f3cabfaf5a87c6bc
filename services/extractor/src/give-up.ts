import type { DeadLetterReason, Producer, ReceivedMessage } from '@copydesk/bus';
import { recordOutcome } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { readStep } from './steps/read.ts';

/** Puts a message on the dead-letter topic, and its article's outcome into the ledger where the message still says which article it is. */
export async function giveUp(
  context: { database: Database; producer: Producer },
  message: ReceivedMessage,
  reason: DeadLetterReason,
): Promise<void> {
  const read = readStep(message);
  if (read.kind === 'ok' && read.value.event.kind === 'assignment') {
    const { articleId, revision } = read.value.event.article;
    const { code, stage, detail } = reason;
    await recordOutcome(context.database, articleId, revision, { outcome: 'dead-letter', code, stage, detail });
  }
  await context.producer.deadLetter(message, reason);
}
