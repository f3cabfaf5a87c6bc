import { eventId } from '@copydesk/contracts';
import type { Producer } from '@copydesk/bus';
import { markIntakeSent, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';

const BATCH = 200;

/**
 * Sends what was taken in and not yet acknowledged by the broker, in the order of intake, and forgets the payloads. A crash in between sends the same messages again
 * under the same event ids.
 * @returns how many were sent.
 */
export async function publishIntake(database: Database, producer: Producer): Promise<number> {
  const unsent = await unsentIntake(database, BATCH);
  if (unsent.length === 0) return 0;
  await producer.send(
    unsent.map(({ event }) => ({
      topic: 'articlesRaw' as const,
      key: event.language,
      id: eventId('article', [event.kind, event.articleId, event.revision]),
      time: event.observedAt,
      event,
    })),
  );
  await markIntakeSent(
    database,
    unsent.map(({ seq }) => seq),
  );
  return unsent.length;
}
