import { randomInt } from 'node:crypto';
import type { Batch, Bus, Producer } from '@copydesk/bus';
import type { Logger } from '@copydesk/runtime';
import type { ClusterConfig } from './config.ts';
import { DecisionLogError } from './log/decision-log-error.ts';
import { epochMessage } from './publish.ts';
import { lookAt, restorePartition } from './restore.ts';
import type { StoredPartition } from './restore.ts';
import { createSnapshots } from './snapshot/snapshots.ts';
import type { Snapshots } from './snapshot/snapshots.ts';
import { planEpoch } from './state/epoch.ts';
import type { EpochPlan } from './state/epoch.ts';
import type { PartitionState } from './state/partition-state.ts';
import { switchEpoch } from './switch-epoch.ts';

interface Owned {
  plan: EpochPlan;
  stored: StoredPartition;
  state?: PartitionState;
  snapshots?: Snapshots;
}

/** The partitions that are ours: their epochs, their states, their snapshots. */
export interface Partitions {
  /**
   * A partition is ours (again): another process may have decided in between, so that nothing that was known of it counts.
   * @throws DecisionLogError when this program cannot go on from what is stored, and was not told to begin a new epoch
   */
  assigned(partition: number): Promise<void>;
  /** The state that a batch is to be decided on, restored at the first one; takes a snapshot when one is due. */
  stateFor(batch: Batch): Promise<PartitionState>;
  states(): readonly PartitionState[];
  /** Waits a moment for snapshots that are being written, and gives them up. */
  stop(): Promise<void>;
}

/** A process has eight seconds to end, and its consumer takes some of them. */
const STOP_MS = 3_000;
const NOTHING_SEEN = '1970-01-01T00:00:00.000Z';

/** The bus, telling of each piece that is read: a long way back is no standstill. */
function watched(bus: Bus, progress: () => void): Bus {
  const readToEnd: Bus['admin']['readToEnd'] = (topic, onMessages, options) => {
    const told: typeof onMessages = (messages) => {
      progress();
      return onMessages(messages);
    };
    return bus.admin.readToEnd(topic, told, options);
  };
  return { ...bus, admin: { ...bus.admin, readToEnd } };
}

/** @param options.progress told while much is read back */
export function createPartitions({
  bus: given,
  producer,
  logger,
  config,
  progress,
}: {
  bus: Bus;
  producer: Producer;
  logger: Logger;
  config: ClusterConfig['clustering'] & { snapshotEvery: number };
  progress: () => void;
}): Partitions {
  const bus = watched(given, progress);
  const owned = new Map<number, Owned>();

  const look = async (partition: number): Promise<Owned> => {
    const stored = await lookAt(bus, partition);
    const first = { raw: { partition, offset: '0' }, observedAt: NOTHING_SEEN, seed: randomInt(2 ** 32) };
    const plan = planEpoch(stored.epoch, config, first);
    if (plan.action === 'refuse') throw new DecisionLogError('cluster-epoch', plan.detail);
    const { epoch, rules } = plan.epoch;
    const about = { event: 'epoch', partition, epoch, rules };
    if (plan.action === 'keep')
      logger.warn(
        { ...about, code: 'cluster-epoch', wanted: plan.wanted },
        'the options are not those of the stored decisions, which stay in force: look with `copydesk recluster --compare`, switch with CLUSTER_EPOCH=switch',
      );
    else if (plan.action === 'switch') logger.warn({ ...about, from: plan.from.rules }, 'a new epoch begins with the next article');
    else
      logger.info(
        about,
        stored.epoch === undefined ? 'the first epoch begins with the first article' : 'the stored decisions are of these rules',
      );
    return { plan, stored };
  };

  const restore = async (mine: Owned, begin: bigint): Promise<PartitionState> => {
    const { plan, stored } = mine;
    if (plan.action === 'refuse') throw new DecisionLogError('cluster-epoch', plan.detail);
    const { partition } = plan.epoch.raw;
    const begun = performance.now();
    const restored =
      plan.action === 'switch'
        ? await switchEpoch({ bus, producer }, plan.epoch, begin)
        : await restorePartition(bus, { epoch: plan.epoch, manifest: stored.manifest, begin });
    const { state, position, refused, fromSnapshot, moves } = restored;
    if (refused !== undefined)
      logger.warn(
        { event: 'snapshot-refused', partition, code: refused.code, err: refused },
        'a snapshot was not used; decisions were replayed',
      );
    if (stored.epoch === undefined) await producer.send([epochMessage(partition, plan.epoch)]);
    logger.info(
      {
        event: 'restored',
        partition,
        covered: String(state.covered()),
        fromSnapshot,
        decisions: state.decided(),
        ms: Math.round(performance.now() - begun),
        merges: moves.flatMap(({ merges }) => merges).length,
        splits: moves.flatMap(({ splits }) => splits).length,
      },
      plan.action === 'switch' ? 'a new epoch has begun' : 'state restored from its decisions',
    );
    mine.snapshots = createSnapshots({ bus, producer, logger, every: config.snapshotEvery }, { position, slot: stored.manifest?.slot });
    mine.state = state;
    return state;
  };

  return {
    async assigned(partition) {
      void owned.get(partition)?.snapshots?.end(0);
      owned.delete(partition);
      owned.set(partition, await look(partition));
    },
    async stateFor({ partition, messages }) {
      const begin = BigInt(messages[0]?.offset ?? '0');
      const mine = owned.get(partition) ?? (await look(partition));
      owned.set(partition, mine);
      const state = mine.state ?? (await restore(mine, begin));
      state.forgetBelow(begin);
      if (state.covered() <= begin) await mine.snapshots?.takeWhenDue(state);
      return state;
    },
    states: () => [...owned.values()].flatMap(({ state }) => state ?? []),
    async stop() {
      await Promise.all([...owned.values()].map(async ({ snapshots }) => await snapshots?.end(STOP_MS)));
    },
  };
}
