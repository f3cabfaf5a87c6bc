import { readEvent } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import { createPartitionState } from './state/partition-state.ts';
import type { PartitionState } from './state/partition-state.ts';

/** A decision in the log cannot be read: the state cannot be rebuilt, and going on would decide differently from what was published. */
class DecisionLogError extends Error {
  readonly code = 'decision-log';
}

/**
 * Rebuilds the state of one partition from its decisions, in order.
 * @param keepFrom first offset of raw articles whose decision may have to be published again: the offset consumption goes on from.
 * @throws DecisionLogError
 */
export async function restorePartition(bus: Bus, partition: number, keepFrom: bigint): Promise<PartitionState> {
  const state = createPartitionState();
  await bus.admin.readToEnd(
    'clusterDecisions',
    (messages) => {
      for (const message of messages) {
        const read = readEvent('clusterDecisions', message);
        if (!read.ok) throw new DecisionLogError(`decision ${message.partition}/${message.offset} cannot be read: ${read.detail}`);
        if (read.event !== null) state.restore(read.event, keepFrom);
      }
    },
    { partitions: [partition] },
  );
  return state;
}
