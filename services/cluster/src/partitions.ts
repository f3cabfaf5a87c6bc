import { randomInt } from 'node:crypto';
import type { Batch, Bus, Producer } from '@copydesk/bus';
import type { Decision } from '@copydesk/contracts';
import type { Logger } from '@copydesk/runtime';
import type { ClusterConfig } from './config.ts';
import { DecisionLogError } from './log/decision-log-error.ts';
import { createLogTail } from './log/log-tail.ts';
import type { LogTail } from './log/log-tail.ts';
import { epochMessage, publishDecisions } from './publish.ts';
import { lookAt, restorePartition } from './restore.ts';
import type { StoredPartition } from './restore.ts';
import { createSnapshots } from './snapshot/snapshots.ts';
import type { Snapshots } from './snapshot/snapshots.ts';
import { planEpoch } from './state/epoch.ts';
import type { EpochPlan } from './state/epoch.ts';
import type { PartitionState } from './state/partition-state.ts';
import { switchEpoch } from './switch-epoch.ts';

/** A state in force, with what belongs to it. */
interface Restored {
  state: PartitionState;
  tail: LogTail;
  snapshots: Snapshots;
}

interface Owned {
  plan: EpochPlan;
  stored: StoredPartition;
  restored?: Restored;
  /** Assigned again since: the state is in force only if nobody else has written. */
  assignedAgain: boolean;
}

/** A partition while a batch of it is decided on. */
export interface OpenPartition {
  readonly state: PartitionState;
  /** Stores decisions, then publishes what follows from them. */
  readonly publish: (decisions: readonly Decision[]) => Promise<void>;
}

/** The partitions that are ours: their epochs, their states, their snapshots. */
export interface Partitions {
  /**
   * A partition is ours (again): another process may have decided in between. A state that is here is looked at before the next batch, and dropped unless the log is as this process left it.
   * @throws DecisionLogError when this program cannot go on from what is stored, and was not told to begin a new epoch
   */
  assigned(partition: number): Promise<void>;
  /** What a batch is to be decided on, restored at the first one; takes a snapshot when one is due. */
  open(batch: Batch): Promise<OpenPartition>;
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
    return { plan, stored, assignedAgain: false };
  };

  const restore = async ({ plan, stored }: Owned, begin: bigint): Promise<Restored> => {
    if (plan.action === 'refuse') throw new DecisionLogError('cluster-epoch', plan.detail);
    const { partition } = plan.epoch.raw;
    const begun = performance.now();
    const restored =
      plan.action === 'switch'
        ? await switchEpoch({ bus, producer }, plan.epoch, begin)
        : await restorePartition(bus, { epoch: plan.epoch, manifest: stored.manifest, begin });
    const { state, position, refused, fromSnapshot, moves } = restored;
    const tail = createLogTail(bus, partition, position);
    if (refused !== undefined)
      logger.warn(
        { event: 'snapshot-refused', partition, code: refused.code, err: refused },
        'a snapshot was not used; decisions were replayed',
      );
    if (stored.epoch === undefined) await tail.sending(1, () => producer.send([epochMessage(partition, plan.epoch)]));
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
    const snapshots = createSnapshots(
      { bus, producer, logger, every: config.snapshotEvery },
      { position, slot: stored.manifest?.slot, tail },
    );
    return { state, tail, snapshots };
  };

  /** Nobody else has written, and what may have to be published again is still here. */
  const isInForce = async ({ restored }: Owned, begin: bigint): Promise<boolean> =>
    restored !== undefined && begin >= restored.state.keptFrom() && (await restored.tail.isOurs());

  return {
    async assigned(partition) {
      const mine = owned.get(partition);
      // A batch of before may still be on its way, or its state: it is looked at when that is done.
      if (mine === undefined) owned.set(partition, await look(partition));
      else mine.assignedAgain = true;
    },
    async open({ partition, messages }) {
      const begin = BigInt(messages[0]?.offset ?? '0');
      let mine = owned.get(partition);
      if (mine?.assignedAgain === true && !(await isInForce(mine, begin))) {
        void mine.restored?.snapshots.end(0);
        owned.delete(partition);
        mine = undefined;
      }
      mine ??= await look(partition);
      mine.assignedAgain = false;
      owned.set(partition, mine);
      const { state, tail, snapshots } = (mine.restored ??= await restore(mine, begin));
      state.forgetBelow(begin);
      if (state.covered() <= begin) await snapshots.takeWhenDue(state);
      return { state, publish: (decisions) => publishDecisions(producer, decisions, { book: state.book, tail }) };
    },
    states: () => [...owned.values()].flatMap(({ restored }) => restored?.state ?? []),
    async stop() {
      await Promise.all([...owned.values()].map(async ({ restored }) => await restored?.snapshots.end(STOP_MS)));
    },
  };
}
