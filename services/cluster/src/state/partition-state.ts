import type { ArticleRaw, Decision, Epoch, EpochMoves, Verdict } from '@copydesk/contracts';
import { finish } from '@copydesk/near-duplicate';
import type { Clusterer, Fill, Steps } from '@copydesk/near-duplicate';
import { renamedBook } from './begin-epoch.ts';
import { clustererOf, keepHoursOf } from './epoch.ts';
import { createEpochNames } from './epoch-names.ts';
import { createJudge } from './judge.ts';
import { packState, unpackState } from './state-bytes.ts';
import type { StoredState } from './state-bytes.ts';
import { createStoryBook } from './story-book.ts';
import type { StoryBook } from './story-book.ts';
import { writtenDecision } from './written-decision.ts';

/** The state of one partition of raw articles: the index, the stories, and the decisions that may have to be published again. */
export interface PartitionState {
  readonly book: StoryBook;
  /** The epoch whose rules decide. */
  readonly epoch: Epoch;
  /** First offset not decided yet. */
  covered(): bigint;
  /** Decisions taken since the state was empty or came from a snapshot. */
  decided(): number;
  /** Offset from which on stored decisions can be asked for. */
  keptFrom(): bigint;
  /** The stored decision for an offset that was decided before; undefined for a new one. */
  decisionAt(offset: bigint): Decision | undefined;
  /** Decides on a message. @throws RefusedError when the article cannot be clustered. Changes the state: call it once, in order of offset, and store the decision before anything is published from it. */
  decide(raw: Decision['raw'], input: ArticleRaw): Decision;
  /**
   * Takes in a decision from the log, in order. A second one on the same offset (from a zombie) is ignored, as is one of an epoch that has ended.
   * Decisions from `keepFrom` on can be asked for again.
   * @returns what the rules of this epoch say of it (null of a withdrawal), undefined when it was ignored
   */
  restore(decision: Decision, keepFrom: bigint): Verdict | null | undefined;
  /** Keeps a decision that the state covers, to be published again. */
  keep(decision: Decision): void;
  /** The epoch begins: from here on stories are known by these names. */
  begin(epoch: Epoch, names: EpochMoves['names']): void;
  /** Forgets decisions below an offset whose effects are published and committed. */
  forgetBelow(offset: bigint): void;
  /** How full the index is, by language. */
  fill(): Fill[];
  /** The whole state but the decisions that may be published again: equal states give equal bytes. */
  snapshot(): Uint8Array;
  /** The same in steps of some milliseconds, between which nothing may be decided. */
  snapshotSteps(): Steps<Uint8Array>;
}

/**
 * The state before the first message of a partition, or what a snapshot holds.
 * @param epoch the epoch to decide in. Decisions of earlier epochs are decided anew by its rules while they are read back, until it begins.
 * @param keepHours hours after which the book lets articles go; Infinity keeps articles and stories for ever, for looking back
 * @throws RefusedError for options out of range, for bytes that are no snapshot, and for a snapshot of other rules.
 */
export function createPartitionState(epoch: Epoch, bytes?: Uint8Array, keepHours = keepHoursOf(epoch)): PartitionState {
  return bytes === undefined
    ? stateOf(epoch, clustererOf(epoch), undefined, keepHours)
    : finish(restorePartitionState(epoch, bytes, keepHours));
}

/** What a snapshot holds, in steps of some milliseconds. @throws as `createPartitionState` does. */
export function* restorePartitionState(epoch: Epoch, bytes: Uint8Array, keepHours = keepHoursOf(epoch)): Steps<PartitionState> {
  const stored = unpackState(bytes);
  const clusterer = clustererOf(epoch);
  yield* clusterer.restoreSteps(stored.index);
  return stateOf(epoch, clusterer, stored, keepHours);
}

function stateOf(epoch: Epoch, clusterer: Clusterer, stored: StoredState | undefined, keepHours: number): PartitionState {
  let begun = stored !== undefined || epoch.epoch === 1;
  let names = createEpochNames(begun ? epoch.epoch : 1, stored?.names);
  let book = createStoryBook(keepHours, stored?.book);
  let covered = stored === undefined ? 0n : BigInt(stored.covered);
  let count = 0;
  let keptFrom = 0n;
  const decisions = new Map<bigint, Decision>();
  const judge = createJudge(clusterer);

  /** @returns the verdict of this epoch's rules; the index has changed. */
  const verdictOn = (input: ArticleRaw): Verdict | null => {
    const { verdict, ended } = judge(input, { nameOf: names.nameOf, book });
    if (keepHours !== Infinity) book.forget(ended.map(names.nameOf));
    names.forget(ended);
    return verdict;
  };
  const counted = ({ raw }: Decision) => {
    covered = BigInt(raw.offset) + 1n;
    count += 1;
  };
  const snapshotSteps = function* (): Steps<Uint8Array> {
    const index: Uint8Array[] = [];
    for (const piece of clusterer.snapshotPieces()) {
      index.push(piece);
      yield;
    }
    return yield* packState({ covered: String(covered), names: names.dump(), book: book.dump(), index });
  };
  return {
    get book() {
      return book;
    },
    get epoch() {
      return epoch;
    },
    covered: () => covered,
    decided: () => count,
    keptFrom: () => keptFrom,
    decisionAt: (offset) => decisions.get(offset),
    decide(raw, input) {
      const verdict = verdictOn(input);
      const decision = writtenDecision(book, { epoch: epoch.epoch, raw, input, verdict });
      counted(decision);
      decisions.set(BigInt(raw.offset), decision);
      return decision;
    },
    restore(decision, keepFrom) {
      if (BigInt(decision.raw.offset) < covered || (begun && decision.epoch !== epoch.epoch)) return undefined;
      const verdict = verdictOn(decision.input);
      // Before the epoch begins, the book holds what its rules make of the articles.
      book.apply(decision.input, begun ? decision.verdict : verdict);
      counted(decision);
      if (covered > keepFrom) decisions.set(covered - 1n, decision);
      return verdict;
    },
    keep: (decision) => void decisions.set(BigInt(decision.raw.offset), decision),
    begin(begins, kept) {
      epoch = begins;
      const from = BigInt(begins.raw.offset);
      // A process of the epoch before may have gone on after this one began: what it decided does not count.
      for (const at of decisions.keys()) if (at >= from) decisions.delete(at);
      covered = from;
      if (begun) return;
      book = renamedBook(book, { epoch: begins.epoch, keepHours }, kept);
      names = createEpochNames(begins.epoch, kept);
      begun = true;
    },
    forgetBelow(offset) {
      if (offset > keptFrom) keptFrom = offset;
      for (const at of decisions.keys()) {
        if (at >= offset) return;
        decisions.delete(at);
      }
    },
    fill: () => clusterer.fill(),
    snapshot: () => finish(snapshotSteps()),
    snapshotSteps,
  };
}
