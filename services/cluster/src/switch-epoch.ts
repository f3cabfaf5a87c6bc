import type { Bus, Producer } from '@copydesk/bus';
import { eventId } from '@copydesk/contracts';
import type { Decision, Epoch, EpochMoves, Verdict } from '@copydesk/contracts';
import { DecisionLogError } from './log/decision-log-error.ts';
import { readDecisions } from './log/read-decisions.ts';
import { moveRecords } from './log/move-records.ts';
import { epochMessage, epochOutputs, storyMessages } from './publish.ts';
import type { RestoredPartition } from './restore.ts';
import { movesTo } from './state/begin-epoch.ts';
import { ancestorsIn } from './state/named-in.ts';
import { createPublished } from './state/published.ts';
import { createPartitionState } from './state/partition-state.ts';

const AT_ONCE = 500;

/**
 * All stored decisions decided anew by other rules, beside what is known outside. Nothing is written.
 * @param options.onVerdict told what these rules say of each
 * @param options.keepHours Infinity lets the book keep what has left the window
 */
export async function decideAnew(
  bus: Bus,
  epoch: Epoch,
  begin: bigint,
  {
    onVerdict = () => undefined,
    keepHours,
  }: { onVerdict?: (decision: Decision, verdict: Verdict | null) => void; keepHours?: number } = {},
) {
  const published = createPublished();
  const state = createPartitionState(epoch, undefined, keepHours);
  const position = await readDecisions(bus, epoch.raw.partition, {
    decision(decision) {
      published.decision(decision);
      const verdict = state.restore(decision, begin);
      if (verdict !== undefined) onVerdict(decision, verdict);
    },
    epoch(begins, moves) {
      if (begins.epoch >= epoch.epoch)
        throw new DecisionLogError('cluster-epoch', `partition ${begins.raw.partition}: epoch ${begins.epoch} has begun meanwhile`);
      published.epoch(begins, moves);
    },
  });
  return { published, state, position };
}

/**
 * Begins an epoch in a partition: every stored article is decided on again by the new rules; what that means for the stories that are known is stored, published, and only then does the epoch begin, so that a
 * crash on the way does it all again.
 */
export async function switchEpoch(
  { bus, producer }: { bus: Bus; producer: Producer },
  planned: Epoch,
  begin: bigint,
): Promise<RestoredPartition> {
  const { partition } = planned.raw;
  const { published, state, position } = await decideAnew(bus, planned, begin);
  const found = movesTo(published.book, state.book, { epoch: planned.epoch, hasLeft: published.hasLeft });
  const raw = { partition, offset: String(state.covered()) };
  const id = eventId('epoch-moves', [raw, planned.rules, position]);
  const head = { kind: 'epoch-moves' as const, epoch: planned.epoch, id, observedAt: published.observedAt() ?? planned.observedAt };
  const moves = moveRecords(found).map((part): EpochMoves => {
    const named = [
      ...part.merges.flatMap(({ from, into }) => [from, into]),
      ...part.splits.flatMap(({ from, storyId }) => [from, storyId]),
    ];
    return { ...head, ...part, ...ancestorsIn(published.book, named) };
  });
  const epoch: Epoch = { ...planned, raw, observedAt: head.observedAt, moves: id };

  const sendAll = async (messages: readonly Parameters<Producer['send']>[0][number][]) => {
    for (let at = 0; at < messages.length; at += AT_ONCE) await producer.send(messages.slice(at, at + AT_ONCE));
  };
  await sendAll(moves.map((part, at) => epochMessage(partition, part, at)));
  await sendAll(moves.flatMap((part) => epochOutputs(part)));
  const changed = new Set(moves.flatMap((part) => published.book.move(part)));
  state.begin(epoch, found.names);
  await sendAll(storyMessages([...changed].flatMap((storyId) => state.book.get(storyId) ?? published.book.get(storyId) ?? [])));
  await producer.send([epochMessage(partition, epoch)]);
  // What was read, and what was written behind it.
  return { state, position: String(BigInt(position) + BigInt(moves.length + 1)), refused: undefined, fromSnapshot: false, moves };
}
