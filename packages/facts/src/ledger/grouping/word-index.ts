import type { Profile } from '../claim/profile.ts';

/** Finds the profiles that can be similar to one: those that share words, kind, polarity and counted thing with it. */
export interface WordIndex {
  add(profile: Profile): void;
  remove(profile: Profile): void;
  /**
   * Every indexed profile that can have `least` (0 to 1) of its words, by weight, in common with this one, and some that cannot; itself left out.
   * With `opposite`, among those of the other polarity.
   */
  candidates(profile: Profile, least: number, opposite?: boolean): Profile[];
}

/** Sums are of whole numbers; a share is a quotient. */
const SLACK = 1e-9;

/** Inverted index over the words of profiles. Looking up reads the shortest lists first and leaves out those that cannot decide any more. */
export function createWordIndex(): WordIndex {
  const kinds = new Map<string, Map<string, Map<Profile, number>>>();
  const kindOf = (profile: Profile, opposite: boolean): string =>
    `${profile.family}|${profile.negative === opposite ? '+' : '-'}|${profile.counted}`;
  return {
    add(profile) {
      const kind = kindOf(profile, false);
      const lists = kinds.get(kind) ?? new Map<string, Map<Profile, number>>();
      kinds.set(kind, lists);
      for (const [word, weight] of profile.bag) {
        const list = lists.get(word);
        if (list === undefined) lists.set(word, new Map([[profile, weight]]));
        else list.set(profile, weight);
      }
    },
    remove(profile) {
      const kind = kindOf(profile, false);
      const lists = kinds.get(kind);
      if (lists === undefined) return;
      for (const word of profile.bag.keys()) {
        const list = lists.get(word);
        list?.delete(profile);
        if (list?.size === 0) lists.delete(word);
      }
      if (lists.size === 0) kinds.delete(kind);
    },
    candidates(profile, least, opposite = false) {
      const lists = kinds.get(kindOf(profile, opposite));
      if (lists === undefined) return [];
      const probes = [...profile.bag].map(([word, weight]) => ({ weight, list: lists.get(word) }));
      probes.sort((a, b) => (b.list?.size ?? 0) - (a.list?.size ?? 0));
      // Sizes alone bound what two can have in common.
      const smallest = (least * profile.size) / (2 - least);
      const largest = ((2 - least) * profile.size) / least;
      const common = new Map<Profile, number>();
      // Who shares no more than the skipped words w has at most 2w / (own + w) in common: the longest lists are skipped while that is too little.
      let skipped = 0;
      for (const { weight, list } of probes) {
        if ((2 * (skipped + weight)) / (profile.size + skipped + weight) < least) {
          skipped += weight;
          continue;
        }
        if (list === undefined) continue;
        for (const [other, others] of list) {
          if (other.size < smallest || other.size > largest || other === profile) continue;
          common.set(other, (common.get(other) ?? 0) + Math.min(weight, others));
        }
      }
      const found: Profile[] = [];
      for (const [other, weight] of common) if (2 * (weight + skipped) >= (least - SLACK) * (profile.size + other.size)) found.push(other);
      return found;
    },
  };
}
