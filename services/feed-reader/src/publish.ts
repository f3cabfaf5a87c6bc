import { eventId } from '@copydesk/contracts';
import type { Producer } from '@copydesk/bus';
import { relayIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';

const BATCH = 200;

/**
 * Sends what was taken in and not yet acknowledged by the broker, in the order of intake, and forgets the payloads. A crash in between sends the same messages again
 * under the same event ids.
 * @returns how many were sent; 0 also while another reader is sending.
 */
export async function publishIntake(database: Database, producer: Pick<Producer, 'send'>): Promise<number> {
  return await relayIntake(database, BATCH, async (events) => {
    await producer.send(
      events.map((event) => ({
        topic: 'articlesRaw' as const,
        key: event.language,
        id: eventId('article', [event.kind, event.articleId, event.revision]),
        time: event.observedAt,
        event,
      })),
    );
  });
}
