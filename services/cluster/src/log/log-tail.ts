import type { Bus } from '@copydesk/bus';

/** Knows, without reading, whether anybody else has written decisions: the log would be longer than what was read and sent from here. */
export interface LogTail {
  /** Sends so many records by `send`. Where it fails, nobody knows how many were stored. */
  sending(records: number, send: () => Promise<void>): Promise<void>;
  /** True when the log ends where this process left it. False where somebody else has written, or nobody knows. */
  isOurs(): Promise<boolean>;
}

/** Where the log of a partition ends now. */
export async function logEnd(bus: Bus, topic: 'clusterDecisions' | 'clusterSnapshots', partition: number): Promise<string> {
  return (await bus.admin.endOffsets(topic)).find((each) => each.partition === partition)?.high ?? '0';
}

/** @param position offset up to which the log was read */
export function createLogTail(bus: Bus, partition: number, position: string): LogTail {
  let next = BigInt(position);
  let isSure = true;
  return {
    async sending(records, send) {
      const wasSure = isSure;
      isSure = false;
      await send();
      next += BigInt(records);
      isSure = wasSure;
    },
    isOurs: async () => isSure && (await logEnd(bus, 'clusterDecisions', partition)) === String(next),
  };
}
