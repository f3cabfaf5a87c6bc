import { setImmediate as nextTurn } from 'node:timers/promises';
import { readEvent } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import type { Decision, DecisionRecord, Epoch, EpochMoves } from '@copydesk/contracts';
import { DecisionLogError } from './decision-log-error.ts';

/** Takes records of the log in order. */
export interface RecordReader {
  decision?(decision: Decision): void;
  /** An epoch with the moves that it names. The first record of each number counts; a second one comes from a zombie or a crash. */
  epoch?(epoch: Epoch, moves: readonly EpochMoves[]): void;
}

/** Records after which others get their turn: heartbeats of the consumer, health. */
const TURN = 100;

/** Offsets in the log: its beginning where `from` is not given, its end where `until` is not. */
interface LogRange {
  from?: string;
  until?: string;
}

/**
 * Reads the decisions of one partition as the log holds them now.
 * @returns the offset in the log after the last one
 * @throws DecisionLogError when a record cannot be read
 */
export async function readDecisions(bus: Bus, partition: number, reader: RecordReader, { from, until }: LogRange = {}): Promise<string> {
  const pending = new Map<string, EpochMoves[]>();
  let newest = 0;
  const take = (record: DecisionRecord) => {
    if (!('kind' in record)) return reader.decision?.(record);
    if (record.kind === 'epoch-moves') return void pending.set(record.id, [...(pending.get(record.id) ?? []), record]);
    if (record.epoch <= newest) return;
    newest = record.epoch;
    reader.epoch?.(record, pending.get(record.moves ?? '') ?? []);
    pending.clear();
  };
  const ends = await bus.admin.readToEnd(
    'clusterDecisions',
    async (messages) => {
      for (const [at, message] of messages.entries()) {
        if (at % TURN === TURN - 1) await nextTurn();
        if (until !== undefined && BigInt(message.offset) >= BigInt(until)) return;
        const read = readEvent('clusterDecisions', message);
        if (!read.ok)
          throw new DecisionLogError('decision-log', `decision ${message.partition}/${message.offset} cannot be read: ${read.detail}`);
        if (read.event !== null) take(read.event);
      }
    },
    { partitions: [partition], ...(from === undefined ? {} : { from: new Map([[partition, from]]) }) },
  );
  return until ?? ends.get(partition) ?? from ?? '0';
}

/** The last epoch that the log names from an offset on; undefined when it names none there. */
export async function lastEpoch(bus: Bus, partition: number, from?: string): Promise<Epoch | undefined> {
  let last: Epoch | undefined;
  await readDecisions(bus, partition, { epoch: (epoch) => void (last = epoch) }, from === undefined ? {} : { from });
  return last;
}
