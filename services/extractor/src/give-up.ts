import type { DeadLetterReason, Producer, ReceivedMessage } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import { loadOffsets, recordOutcome } from '@copydesk/storage';
import type { Database, Queryable } from '@copydesk/storage';
import { z } from 'zod';
import { CONSUMER, claimOffsetOf } from './steps/apply.ts';

/** As much of an assignment as says which article it is about, whatever else is wrong with it. Ids that are none of ours could not be stored. */
const aboutSchema = z.object({
  kind: z.literal('assignment'),
  article: z.object({ articleId: z.string().regex(/^[!-~]{1,200}$/), revision: z.int().positive() }),
});

function about(message: ReceivedMessage): { articleId: string; revision: number } | undefined {
  try {
    return aboutSchema.parse(JSON.parse(message.value?.toString() ?? '')).article;
  } catch {
    return undefined;
  }
}

/**
 * Puts a message on the dead-letter topic, once, and its article's outcome into the ledger where the message still says which article it is.
 * The offset is saved as with any other message: a message that was given up is not read again after a restart.
 * @param context.claim for a message that waited in its line: takes it out of there; its offset was saved before
 */
export async function giveUp(
  { database, producer, claim }: { database: Database; producer: Producer; claim?: (db: Queryable) => Promise<boolean> },
  message: ReceivedMessage,
  reason: DeadLetterReason,
): Promise<void> {
  const topic = topics.articlesClustered.name;
  const offset = BigInt(message.offset);
  if (claim === undefined) {
    const next = (await loadOffsets(database, CONSUMER, topic)).get(message.partition) ?? 0n;
    if (next > offset) return;
  }
  await producer.deadLetter(message, reason);
  const { code, stage } = reason;
  const article = about(message);
  await database.transaction().execute(async (transaction) => {
    const first = await (claim ?? claimOffsetOf(message))(transaction);
    if (!first || article === undefined) return;
    // The database takes no NUL and no lone surrogates.
    const detail = reason.detail.toWellFormed().replaceAll('\0', '\uFFFD');
    await recordOutcome(transaction, article.articleId, article.revision, { outcome: 'dead-letter', code, stage, detail });
  });
}
