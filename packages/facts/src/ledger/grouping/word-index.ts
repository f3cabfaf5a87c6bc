import type { Profile } from '../claim/profile.ts';
import { LARGEST_BONUS, SAME_CLAIM } from './similarity.ts';

/** Finds the profiles that can be similar to one: those that share a word, kind, polarity and counted thing with it. */
export interface WordIndex {
  add(profile: Profile): void;
  remove(profile: Profile): void;
  /** Every indexed profile that can reach `SAME_CLAIM` with this one (and some that cannot); with `opposite`, among those of the other polarity. */
  candidates(profile: Profile, options?: { readonly opposite: boolean }): Set<Profile>;
}

/** Inverted index over the words of profiles. Looking up reads the shortest lists first and leaves out those that cannot decide any more. */
export function createWordIndex(): WordIndex {
  const lists = new Map<string, Set<Profile>>();
  const listKey = (profile: Profile, word: string, opposite = false): string =>
    `${profile.family}|${profile.negative === opposite ? '+' : '-'}|${profile.counted}|${word}`;
  return {
    add(profile) {
      for (const word of profile.bag.keys()) {
        const key = listKey(profile, word);
        const list = lists.get(key);
        if (list === undefined) lists.set(key, new Set([profile]));
        else list.add(profile);
      }
    },
    remove(profile) {
      for (const word of profile.bag.keys()) {
        const key = listKey(profile, word);
        const list = lists.get(key);
        list?.delete(profile);
        if (list?.size === 0) lists.delete(key);
      }
    },
    candidates(profile, options) {
      const found = new Set<Profile>();
      const probes = [...profile.bag].map(([word, weight]) => ({ weight, list: lists.get(listKey(profile, word, options?.opposite)) }));
      probes.sort((a, b) => (b.list?.size ?? 0) - (a.list?.size ?? 0));
      // A profile that shares no more than the skipped words w has at most 2w / (own + w): the longest lists are skipped while that cannot reach the threshold.
      let skipped = 0;
      for (const { weight, list } of probes) {
        const bound = (2 * (skipped + weight)) / (profile.size + skipped + weight) + LARGEST_BONUS;
        if (bound < SAME_CLAIM) {
          skipped += weight;
          continue;
        }
        if (list !== undefined) for (const other of list) if (other !== profile) found.add(other);
      }
      return found;
    },
  };
}
