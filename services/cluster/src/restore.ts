import type { Bus } from '@copydesk/bus';
import type { Decision, Epoch, EpochMoves, SnapshotManifest } from '@copydesk/contracts';
import { RefusedError } from '@copydesk/near-duplicate';
import { inTurns } from './in-turns.ts';
import { DecisionLogError } from './log/decision-log-error.ts';
import { lastEpoch, readDecisions } from './log/read-decisions.ts';
import { newestManifest, readSnapshot } from './snapshot/read-snapshot.ts';
import { SnapshotError } from './snapshot/snapshot-error.ts';
import { createPartitionState, restorePartitionState } from './state/partition-state.ts';
import type { PartitionState } from './state/partition-state.ts';

/** What the topics say of a partition before its state is restored. */
export interface StoredPartition {
  /** The epoch of the last decisions; undefined where there are none, or only such as name no epoch. */
  epoch: Epoch | undefined;
  manifest: SnapshotManifest | undefined;
}

/** Looks at the newest snapshot and, beyond it, at the log. */
export async function lookAt(bus: Bus, partition: number): Promise<StoredPartition> {
  const manifest = await newestManifest(bus, partition);
  const later = await lastEpoch(bus, partition, manifest?.decisions);
  return { epoch: later ?? manifest?.epoch, manifest };
}

/** A state with where it came from. */
export interface RestoredPartition {
  state: PartitionState;
  /** Offset in the log of decisions up to which all is in the state. */
  position: string;
  /** Why the snapshot that is there was not used. */
  refused: SnapshotError | undefined;
  fromSnapshot: boolean;
  /** What became of stories because a new epoch has begun. */
  moves: readonly EpochMoves[];
}

async function stateOfSnapshot(bus: Bus, epoch: Epoch, manifest: SnapshotManifest): Promise<PartitionState> {
  if (manifest.epoch.epoch !== epoch.epoch)
    throw new SnapshotError('snapshot-other-epoch', `the snapshot is of epoch ${manifest.epoch.epoch}, the decisions of ${epoch.epoch}`);
  const bytes = await readSnapshot(bus, manifest);
  try {
    return await inTurns(restorePartitionState(epoch, bytes));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const other = error.code === 'NEAR_DUPLICATE_OTHER_EPOCH' || error.code === 'NEAR_DUPLICATE_OTHER_OPTIONS';
    throw new SnapshotError(other ? 'snapshot-other-epoch' : 'snapshot-damaged', `${error.code}: ${error.message}`);
  }
}

/** Decisions that the state covers and that may have to be published again: the consumer goes on before them. */
async function keepCovered(bus: Bus, partition: number, state: PartitionState, begin: bigint): Promise<void> {
  const covered = state.covered();
  const found = new Map<bigint, Decision>();
  await readDecisions(bus, partition, {
    decision(decision) {
      const offset = BigInt(decision.raw.offset);
      if (offset >= begin && offset < covered && !found.has(offset)) found.set(offset, decision);
    },
    epoch({ raw }) {
      for (const offset of found.keys()) if (offset >= BigInt(raw.offset)) found.delete(offset);
    },
  });
  for (const offset of [...found.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const decision = found.get(offset);
    if (decision !== undefined) state.keep(decision);
  }
}

/**
 * Rebuilds the state of one partition: from the newest snapshot and the decisions behind it, in order, or from all decisions where there is no snapshot that can be used.
 * @param epoch the epoch of the stored decisions, which goes on
 * @param begin offset of raw articles that consumption goes on from: decisions from there on can be asked for again
 * @throws DecisionLogError
 */
export async function restorePartition(
  bus: Bus,
  { epoch, manifest, begin }: { epoch: Epoch; manifest: SnapshotManifest | undefined; begin: bigint },
): Promise<RestoredPartition> {
  const { partition } = epoch.raw;
  let refused: SnapshotError | undefined;
  const snapshot =
    manifest === undefined
      ? undefined
      : await stateOfSnapshot(bus, epoch, manifest).catch((error: unknown) => {
          if (!(error instanceof SnapshotError)) throw error;
          refused = error;
          return undefined;
        });
  const state = snapshot ?? createPartitionState(epoch);
  if (snapshot !== undefined && begin < state.covered()) await keepCovered(bus, partition, state, begin);
  const position = await readDecisions(
    bus,
    partition,
    {
      decision: (decision) => state.restore(decision, begin),
      epoch(found, moves) {
        if (found.epoch > epoch.epoch)
          throw new DecisionLogError('cluster-epoch', `partition ${partition} has gone on in epoch ${found.epoch} meanwhile`);
        if (snapshot !== undefined || found.epoch < epoch.epoch || found.epoch === 1) return;
        state.begin(
          epoch,
          moves.flatMap(({ names }) => names),
        );
      },
    },
    snapshot === undefined || manifest === undefined ? {} : { from: manifest.decisions },
  );
  return { state, position, refused, fromSnapshot: snapshot !== undefined, moves: [] };
}
