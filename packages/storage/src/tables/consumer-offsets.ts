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

/**
 * Claims the right to apply the message at an offset: moves the consumer's offset past it, in the transaction that applies it.
 * @returns false when the offset was applied before, by this process or by another one: then nothing may be applied.
 */
export async function claimOffset(db: Queryable, consumer: string, topic: string, partition: number, offset: bigint): Promise<boolean> {
  const next = (offset + 1n).toString();
  const claimed = await db
    .insertInto('consumer_offsets')
    .values({ consumer, topic, partition, next_offset: next })
    .onConflict((conflict) =>
      conflict
        .columns(['consumer', 'topic', 'partition'])
        .doUpdateSet({ next_offset: next })
        .where('consumer_offsets.next_offset', '<', next),
    )
    .returning('next_offset')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Forgets how far a consumer is: the topic was made anew, and its offsets began again. */
export async function forgetOffset(db: Queryable, consumer: string, topic: string, partition: number): Promise<void> {
  await db
    .deleteFrom('consumer_offsets')
    .where('consumer', '=', consumer)
    .where('topic', '=', topic)
    .where('partition', '=', partition)
    .execute();
}
