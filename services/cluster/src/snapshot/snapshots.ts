import type { Bus, Producer } from '@copydesk/bus';
import type { Logger } from '@copydesk/runtime';
import { inTurns } from '../in-turns.ts';
import { logEnd } from '../log/log-tail.ts';
import type { LogTail } from '../log/log-tail.ts';
import { readDecisions } from '../log/read-decisions.ts';
import type { PartitionState } from '../state/partition-state.ts';
import { writeSnapshot } from './write-snapshot.ts';

/** The snapshots of one partition: one after the other, in the background. */
export interface Snapshots {
  /** Takes one when enough has been decided since the last, and that one is long enough ago for what it cost; the state must cover nothing that may have to be published again. The state is copied before this resolves, in turns with whatever else there is to do, and written while decisions go on. */
  takeWhenDue(state: PartitionState): Promise<void>;
  /** Takes no more, gives up what is still being written after a while, and resolves when nothing is written any more. */
  end(graceMs: number): Promise<void>;
}

/** Writing takes at most about a fifth of the time, however large the state has grown; a start replays what was decided in at most this many times the time that writing took. */
const REST = 4;

/**
 * @param every decisions between two; 0 takes none
 * @param known offset in the log up to which all was read, what was written since, and the slot of the snapshot before
 */
export function createSnapshots(
  { bus, producer, logger, every }: { bus: Bus; producer: Producer; logger: Logger; every: number },
  known: { position: string; slot: number | undefined; tail: LogTail },
): Snapshots {
  let { position } = known;
  // The one before stays whole while this one is written.
  let slot = known.slot === 0 ? 1 : 0;
  let taken = 0;
  let cancelled = false;
  let writing: Promise<void> | undefined;
  let restUntil = -Infinity;

  /** True when nobody else has gone on with this partition, as far as the log told at that moment: the log before `until` is then what the state holds. */
  const isOurs = async (state: { epoch: number; covered: bigint; partition: number }, until: string): Promise<boolean> => {
    let others = 0;
    await readDecisions(
      bus,
      state.partition,
      {
        decision: ({ raw }) => void (BigInt(raw.offset) >= state.covered && (others += 1)),
        epoch: ({ epoch }) => void (epoch > state.epoch && (others += 1)),
      },
      { from: position, until },
    );
    return others === 0;
  };

  const write = async (
    { bytes, ...state }: { bytes: Uint8Array; covered: bigint; epoch: PartitionState['epoch'] },
    ends: { log: string; first: string; ours: boolean },
  ) => {
    const begun = performance.now();
    const { partition } = state.epoch.raw;
    if (!ends.ours && !(await isOurs({ partition, epoch: state.epoch.epoch, covered: state.covered }, ends.log))) {
      logger.warn({ event: 'snapshot-left', partition }, 'no snapshot: another process has gone on with this partition');
      return;
    }
    const place = { slot, epoch: state.epoch, covered: String(state.covered), decisions: ends.log, first: ends.first };
    const manifest = await writeSnapshot(producer, bytes, place, () => cancelled);
    if (manifest === undefined) return;
    position = ends.log;
    slot = 1 - slot;
    const { covered, stateHash, parts } = manifest;
    const ms = Math.round(performance.now() - begun);
    logger.info({ event: 'snapshot', partition, covered, stateHash, parts, bytes: bytes.length, ms }, 'a snapshot of the state is stored');
  };

  return {
    async takeWhenDue(state) {
      if (every === 0 || writing !== undefined || state.decided() - taken < every) return;
      const begun = performance.now();
      if (begun < restUntil) return;
      const { partition } = state.epoch.raw;
      const ends = {
        ours: await known.tail.isOurs(),
        log: await logEnd(bus, 'clusterDecisions', partition),
        first: await logEnd(bus, 'clusterSnapshots', partition),
      };
      taken = state.decided();
      const { epoch } = state;
      const covered = state.covered();
      const copied = inTurns(state.snapshotSteps());
      // One too large to be copied is a snapshot that could not be stored.
      writing = copied
        .then((bytes) => write({ bytes, covered, epoch }, ends))
        // The log has all that is in a snapshot: without one, the next start takes longer.
        .catch((err: unknown) => logger.warn({ event: 'snapshot-failed', partition, err }, 'a snapshot could not be stored'))
        .finally(() => {
          writing = undefined;
          restUntil = performance.now() + REST * (performance.now() - begun);
        });
      // Nothing is decided before the state is copied.
      await copied.catch(() => undefined);
    },
    async end(graceMs) {
      every = 0;
      const late = setTimeout(() => (cancelled = true), graceMs);
      await writing;
      clearTimeout(late);
    },
  };
}
