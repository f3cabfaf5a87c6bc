import type { Mention } from '@copydesk/contracts';
import type { Profile } from '../claim/profile.ts';

/** Which profiles stand together in a sentence. */
export interface Sentences {
  /** Both give the profiles that now share a sentence with this one and did not before, or no longer do. */
  add(profile: Profile, mention: Mention): readonly Profile[];
  remove(profile: Profile, mention: Mention): readonly Profile[];
  /** True where both stand in one sentence of one article. */
  share(a: Profile, b: Profile): boolean;
}

export function createSentences(): Sentences {
  const bySentence = new Map<string, Map<Profile, number>>();
  /** In how many sentences two profiles stand together. */
  const together = new Map<Profile, Map<Profile, number>>();
  const sentenceOf = ({ articleId, revision, evidence }: Mention): string => `${articleId} ${revision} ${evidence.sentence}`;

  /** @returns true where that makes a difference. */
  const countPair = (a: Profile, b: Profile, by: 1 | -1): boolean => {
    const others = together.get(a) ?? new Map<Profile, number>();
    together.set(a, others);
    const count = (others.get(b) ?? 0) + by;
    if (count > 0) others.set(b, count);
    else others.delete(b);
    if (others.size === 0) together.delete(a);
    return count === 0 || (count === 1 && by === 1);
  };
  const countWith = (profile: Profile, inside: ReadonlyMap<Profile, number>, by: 1 | -1): Profile[] => {
    const changed: Profile[] = [];
    for (const other of inside.keys()) {
      if (other === profile) continue;
      countPair(other, profile, by);
      if (countPair(profile, other, by)) changed.push(other);
    }
    return changed;
  };

  return {
    add(profile, mention) {
      const sentence = sentenceOf(mention);
      const inside = bySentence.get(sentence) ?? new Map<Profile, number>();
      bySentence.set(sentence, inside);
      const count = inside.get(profile) ?? 0;
      inside.set(profile, count + 1);
      return count > 0 ? [] : countWith(profile, inside, 1);
    },
    remove(profile, mention) {
      const sentence = sentenceOf(mention);
      const inside = bySentence.get(sentence);
      const left = (inside?.get(profile) ?? 0) - 1;
      if (inside === undefined || left > 0) {
        inside?.set(profile, left);
        return [];
      }
      inside.delete(profile);
      if (inside.size === 0) bySentence.delete(sentence);
      return countWith(profile, inside, -1);
    },
    share: (a, b) => together.get(a)?.has(b) ?? false,
  };
}
