import type { ArticleInput, CopyDecision } from './article.ts';
import { createLane, type Lane } from './lane.ts';
import { rulesOf, settle, type ClustererOptions, type Rules, type Settings } from './options.ts';
import { RefusedError } from './refusal.ts';
import { readSnapshot, stateHash, writeSnapshot } from './snapshot.ts';
import { finish, joined, type Steps } from './bytes.ts';
import { fillOf, type Fill } from './statistics.ts';
import type { StoryMerge, StorySplit } from './story-sweep.ts';
import type { ArticleRecord } from './window.ts';

/** What the clusterer says of one article. `merged` and `splits` are what this article set off. */
export interface ClusterDecision extends CopyDecision {
  story: string;
  merged: StoryMerge[];
  splits: StorySplit[];
  /** Ids of stories that no article of the window is in any more (and of such that were merged long ago): nothing will name them again. */
  ended: string[];
}

/** Duplicates and stories of ordered streams of articles, one per language. Pure: all time comes with the articles. */
export interface Clusterer {
  /**
   * Takes one article revision. The same id and revision again (or an older one) gives the stored decision and changes nothing.
   * Refuses (coded) an article without id or time; never refuses a text.
   */
  add(article: ArticleInput): ClusterDecision;
  /** Takes an article back: nothing is said to copy it any more. Its story and group stay. Unknown ids change nothing. */
  withdraw(id: string, language?: string | null): { story: string; group: string } | null;
  /** The id under which a story goes on after merges. */
  resolveStory(id: string): string;
  /** The whole state as bytes. */
  snapshot(): Uint8Array;
  /** Takes the place of the whole state, the hash seed with it. Refuses (coded) bytes that are no snapshot, and one made under other rules (epoch or options); the state is then as before. */
  restore(bytes: Uint8Array): void;
  /**
   * The same bytes in pieces, each made in some milliseconds: whoever takes them may do something else in between, but not change this state.
   * Refuses (coded) to go on after an `add` that decided, a `withdraw` or a restore.
   */
  snapshotPieces(): Generator<Uint8Array, void, undefined>;
  /** Restores in steps of some milliseconds: the state takes the place of this one with the last step, and refuses (coded) as `restore` does. */
  restoreSteps(bytes: Uint8Array): Steps;
  /** The rules decisions are made by: those of two clusterers must be equal for one to go on from the other's snapshot. */
  rules(): Rules;
  /** The hash seed now in use: the one of the snapshot after a restore. */
  seed(): number;
  /** 16 hex digits that are equal for equal states. */
  stateHash(): string;
  /** Fill levels of each language's window, for metrics. */
  fill(): Fill[];
}

/** Creates an empty clusterer. Refuses (coded) undersized windows and settings out of range. */
export function createClusterer(options: ClustererOptions = {}): Clusterer {
  let settings: Settings = settle(options);
  let lanes = new Map<string, Lane>();
  let changes = 0;
  const laneOf = (language: string | null | undefined): Lane => {
    const name = (language ?? 'und').slice(0, 35).toLowerCase().split('-')[0] ?? 'und';
    let lane = lanes.get(name);
    if (lane === undefined) {
      lane = createLane(settings, name);
      lanes.set(name, lane);
    }
    return lane;
  };
  const stored = (lane: Lane, article: ArticleInput): ArticleRecord | null => {
    let record = lane.recordOf(article.id);
    if (record === undefined || article.revision > record.revision) return null;
    while (record.revision > article.revision && record.before >= 0) {
      const before = lane.segments.recordOf(record.before);
      if (before === undefined) break;
      record = before;
    }
    return record;
  };
  const restoreSteps = function* (bytes: Uint8Array): Steps {
    const state = yield* readSnapshot(bytes, settings);
    settings = state.settings;
    lanes = new Map(state.lanes.map((lane) => [lane.language, lane]));
    changes += 1;
  };
  return {
    add(article) {
      if (typeof article.id !== 'string' || article.id === '' || article.id.length > 200)
        throw new RefusedError('NEAR_DUPLICATE_BAD_ARTICLE', 'an article needs an id of 1 to 200 characters');
      if (!Number.isInteger(article.revision)) throw new RefusedError('NEAR_DUPLICATE_BAD_ARTICLE', 'a revision is a whole number');
      const observedAt = typeof article.observedAt === 'number' ? article.observedAt : Date.parse(article.observedAt);
      if (!Number.isFinite(observedAt) || observedAt < 0)
        throw new RefusedError('NEAR_DUPLICATE_BAD_ARTICLE', 'an article needs the time it was observed');
      const lane = laneOf(article.language);
      const known = stored(lane, article);
      if (known === null) changes += 1;
      return copyOf((known ?? lane.add(article, observedAt)).decision);
    },
    withdraw(id, language) {
      const lane = laneOf(language);
      let record = lane.recordOf(id);
      if (record === undefined) return null;
      changes += 1;
      const answer = { story: record.vote.story.id, group: record.decision.group };
      for (; record !== undefined; record = lane.segments.recordOf(record.before)) lane.segments.withdraw(record.number);
      return answer;
    },
    resolveStory(id) {
      for (const lane of lanes.values()) if (lane.stories.table.aliases.has(id)) return lane.stories.table.resolve(id);
      return id;
    },
    snapshot: () => joined([...writeSnapshot(settings, [...lanes.values()])]),
    *snapshotPieces() {
      const begun = changes;
      for (const piece of writeSnapshot(settings, [...lanes.values()])) {
        if (piece.length > 0) yield piece;
        if (changes !== begun) throw new RefusedError('NEAR_DUPLICATE_CHANGED', 'the state changed while a snapshot of it was taken');
      }
    },
    restore: (bytes) => finish(restoreSteps(bytes)),
    restoreSteps,
    rules: () => rulesOf(settings),
    seed: () => settings.seed,
    stateHash: () => stateHash(settings, [...lanes.values()]),
    fill: () => [...lanes.values()].map((lane) => fillOf(lane, settings)),
  };
}

/** A decision of the caller's own: what is stored must not change with it. */
function copyOf(decision: ClusterDecision): ClusterDecision {
  return {
    ...decision,
    copies: decision.copies.map((c) => ({ ...c, origin: c.origin === null ? null : { ...c.origin } })),
    reasons: [...decision.reasons],
    merged: decision.merged.map((m) => ({ ...m, reasons: [...m.reasons] })),
    ended: [...decision.ended],
    splits: decision.splits.map((s) => ({ ...s, articleIds: [...s.articleIds], reasons: [...s.reasons] })),
  };
}
