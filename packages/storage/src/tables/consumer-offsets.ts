import type { Queryable } from '../database.ts';

/** How far a consumer has applied each partition of a topic: partition → first offset not applied. */
export async function loadOffsets(db: Queryable, consumer: string, topic: string): Promise<Map<number, bigint>> {
  const rows = await db
    .selectFrom('consumer_offsets')
    .select(['partition', 'next_offset'])
    .where('consumer', '=', consumer)
    .where('topic', '=', topic)
    .execute();
  return new Map(rows.map((row) => [row.partition, BigInt(row.next_offset)]));
}

/** Moves a consumer's offset forward; never back, so that a zombie cannot undo progress. */
export async function saveOffset(db: Queryable, consumer: string, topic: string, partition: number, nextOffset: bigint): Promise<void> {
  await db
    .insertInto('consumer_offsets')
    .values({ consumer, topic, partition, next_offset: nextOffset.toString() })
    .onConflict((conflict) =>
      conflict
        .columns(['consumer', 'topic', 'partition'])
        .doUpdateSet({ next_offset: nextOffset.toString() })
        .where('consumer_offsets.next_offset', '<', nextOffset.toString()),
    )
    .execute();
}
