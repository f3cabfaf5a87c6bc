import type { ReceivedMessage } from '@copydesk/bus';

/** Messages that this process gave up, until they are known to be committed: a batch that comes again, because it failed or because the partition was lost and won, gives up none a second time. */
export interface GivenUp {
  has(message: ReceivedMessage): boolean;
  add(message: ReceivedMessage): void;
  /** A batch begins: what lies before it in its partition is committed. */
  begin(batch: { readonly partition: number; readonly messages: readonly ReceivedMessage[] }): void;
}

/** Nothing given up yet. */
export function createGivenUp(): GivenUp {
  const byPartition = new Map<number, Set<bigint>>();
  return {
    has: ({ partition, offset }) => byPartition.get(partition)?.has(BigInt(offset)) === true,
    add({ partition, offset }) {
      const known = byPartition.get(partition);
      if (known === undefined) byPartition.set(partition, new Set([BigInt(offset)]));
      else known.add(BigInt(offset));
    },
    begin({ partition, messages: [first] }) {
      const known = byPartition.get(partition);
      if (known === undefined || first === undefined) return;
      for (const offset of known) if (offset < BigInt(first.offset)) known.delete(offset);
    },
  };
}
