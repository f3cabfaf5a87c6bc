import type { DeadLetterReason, Producer, ReceivedMessage } from '@copydesk/bus';
import { z } from 'zod';
import { refusalMessage } from './publish.ts';

/** As much of a revision as says which one it is, whatever else is wrong with it. */
const aboutSchema = z.object({
  kind: z.literal('revision'),
  articleId: z.string().regex(/^[!-~]{1,200}$/),
  revision: z.int().positive(),
  observedAt: z.iso.datetime(),
});

function about(message: ReceivedMessage): z.infer<typeof aboutSchema> | undefined {
  try {
    return aboutSchema.parse(JSON.parse(message.value?.toString() ?? ''));
  } catch {
    return undefined;
  }
}

/** Puts a message on the dead-letter topic and, where it still says which article it is, tells the extractor, which keeps the outcomes. */
export async function giveUp(producer: Producer, message: ReceivedMessage, reason: DeadLetterReason): Promise<void> {
  const article = about(message);
  const detail = reason.detail.slice(0, 2000).toWellFormed().replaceAll('\0', '\uFFFD');
  await producer.deadLetter(message, reason);
  if (article !== undefined) await producer.send([refusalMessage(article, { ...reason, detail })]);
}
