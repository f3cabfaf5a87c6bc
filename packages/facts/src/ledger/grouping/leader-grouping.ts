import type { Profile } from '../claim/profile.ts';
import { createRankQueue } from './rank-queue.ts';
import { SAME_CLAIM, claimSimilarity, leastCommonWords, maySayTwice } from './similarity.ts';
import { createWordIndex } from './word-index.ts';

/**
 * Groups profiles into claims so that the partition depends on the set alone, never on the order of arrival, and a change costs what it touches.
 * Method: greedy pivots of correlation clustering (Ailon, Charikar, Newman 2008) kept up to date as in dynamic maximal independent sets: profiles stand in a
 * fixed order of their content; one that resembles no leader before it leads, any other follows the one of them that it resembles most.
 */
export interface LeaderGrouping {
  add(profile: Profile): void;
  remove(profile: Profile): void;
  /** Decides anew for profiles whose sentences changed. */
  reconsider(profiles: Iterable<Profile>): void;
  /** True where it makes a difference for two profiles whether they stand in one sentence. */
  hangsOnSentence(a: Profile, b: Profile): boolean;
  leaderOf(profile: Profile): Profile;
  /** The leader's group, itself included. */
  groupOf(leader: Profile): ReadonlySet<Profile>;
  leaders(): Iterable<Profile>;
  /** Leaders of the same kind and counted thing that can have `least` of their words in common with this one; of the same or the opposite polarity. */
  relatedLeaders(leader: Profile, least: number, opposite: boolean): readonly Profile[];
  /** Leaders whose group changed (or that lead no more) since the last call. */
  takeTouched(): Set<Profile>;
}

/** Weight of about seven words: what a plain news claim has. */
const TYPICAL_SIZE = 80;

/** Profiles of typical length first: a bare wording says too little to lead and a long one too much. Ties by content, so that the order is total. */
function before(a: Profile, b: Profile): boolean {
  const [x, y] = [Math.abs(a.size - TYPICAL_SIZE), Math.abs(b.size - TYPICAL_SIZE)];
  return x !== y ? x < y : a.key < b.key;
}

/** Told of every profile that begins to follow a leader, or ceases to. */
export interface GroupingListener {
  joined(leader: Profile, profile: Profile): void;
  left(leader: Profile, profile: Profile): void;
}

/** Starts with no profiles. `inOneSentence` tells whether two stand in one sentence of an article: they are then two claims, unless the sentence says one twice. */
export function createLeaderGrouping(inOneSentence: (a: Profile, b: Profile) => boolean, listener?: GroupingListener): LeaderGrouping {
  const all = createWordIndex();
  const leading = createWordIndex();
  const leaderBy = new Map<Profile, Profile>();
  const groups = new Map<Profile, Set<Profile>>();
  let touched = new Set<Profile>();

  const likeness = (a: Profile, b: Profile, share: number): number => {
    const similarity = claimSimilarity(a, b, share);
    return similarity >= SAME_CLAIM && (!inOneSentence(a, b) || maySayTwice(a, b)) ? similarity : 0;
  };
  /** Of the leaders before it, the one it resembles most; ties to the earlier one; itself where it resembles none. */
  const leaderFor = (profile: Profile): Profile => {
    let [best, most] = [profile, 0];
    for (const { profile: other, share } of leading.candidates(profile, leastCommonWords(profile))) {
      if (!before(other, profile)) continue;
      const similarity = likeness(profile, other, share);
      if (similarity > most || (similarity > 0 && similarity === most && before(other, best))) [best, most] = [other, similarity];
    }
    return best;
  };
  const leave = (profile: Profile): void => {
    const leader = leaderBy.get(profile);
    if (leader === undefined) return;
    leaderBy.delete(profile);
    touched.add(leader);
    const group = groups.get(leader);
    group?.delete(profile);
    if (leader === profile) leading.remove(profile);
    if (group?.size === 0) groups.delete(leader);
    listener?.left(leader, profile);
  };
  const follow = (profile: Profile, leader: Profile): void => {
    leaderBy.set(profile, leader);
    touched.add(leader);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, new Set([profile]));
    else group.add(profile);
    if (leader === profile) leading.add(profile);
    listener?.joined(leader, profile);
  };

  /** Decides the waiting profiles again, earliest first; a profile that starts or stops leading makes the later ones it concerns wait too. */
  const settle = (profiles: Iterable<Profile>): void => {
    const waiting = createRankQueue(before, profiles);
    for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
      const was = leaderBy.get(next);
      const now = leaderFor(next);
      if (was === now) continue;
      const followers = was === next ? [...(groups.get(next) ?? [])].filter((follower) => follower !== next) : [];
      leave(next);
      follow(next, now);
      for (const follower of followers) waiting.add(follower);
      if (now !== next) continue;
      for (const { profile: other, share } of all.candidates(next, leastCommonWords(next))) {
        if (leaderBy.has(other) && before(next, other) && likeness(next, other, share) > 0) waiting.add(other);
      }
    }
  };

  return {
    add(profile) {
      all.add(profile);
      settle([profile]);
    },
    remove(profile) {
      const followers = [...(groups.get(profile) ?? [])].filter((follower) => follower !== profile);
      all.remove(profile);
      leave(profile);
      for (const follower of followers) leave(follower);
      settle(followers);
    },
    reconsider: (profiles) => settle(profiles),
    hangsOnSentence: (a, b) => claimSimilarity(a, b) >= SAME_CLAIM && !maySayTwice(a, b),
    leaderOf: (profile) => leaderBy.get(profile) ?? profile,
    groupOf: (leader) => groups.get(leader) ?? new Set(),
    leaders: () => groups.keys(),
    relatedLeaders: (leader, least, opposite) => leading.candidates(leader, least, opposite).map(({ profile }) => profile),
    takeTouched() {
      const taken = touched;
      touched = new Set();
      return taken;
    },
  };
}
