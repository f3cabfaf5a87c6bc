import type { Profile } from '../claim/profile.ts';

/** Finds the profiles that can be similar to one: those that share a word, kind, polarity and counted thing with it. */
export interface WordIndex {
  add(profile: Profile): void;
  remove(profile: Profile): void;
  /**
   * Every indexed profile that can have `least` (0 to 1) of its words, by weight, in common with this one, and some that cannot; itself left out.
   * With `opposite`, among those of the other polarity.
   */
  candidates(profile: Profile, least: number, opposite?: boolean): Set<Profile>;
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
    candidates(profile, least, opposite = false) {
      const found = new Set<Profile>();
      const probes = [...profile.bag].map(([word, weight]) => ({ weight, list: lists.get(listKey(profile, word, opposite)) }));
      probes.sort((a, b) => (b.list?.size ?? 0) - (a.list?.size ?? 0));
      // Who shares no more than the skipped words w has at most 2w / (own + w) in common: the longest lists are skipped while that is too little.
      let skipped = 0;
      for (const { weight, list } of probes) {
        if ((2 * (skipped + weight)) / (profile.size + skipped + weight) < least) {
          skipped += weight;
          continue;
        }
        // Sizes alone bound what two can have in common.
        const smallest = (least * profile.size) / (2 - least);
        const largest = ((2 - least) * profile.size) / least;
        if (list !== undefined)
          for (const other of list) if (other.size >= smallest && other.size <= largest && other !== profile) found.add(other);
      }
      return found;
    },
  };
}
