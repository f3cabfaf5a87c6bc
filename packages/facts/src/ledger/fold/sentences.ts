import type { Mention } from '@copydesk/contracts';
import type { Profile } from '../claim/profile.ts';

/** Which profiles stand in which sentences. */
export interface Sentences {
  /** Both give the profiles for which something changed: those that now share a sentence with this one, or that did; none where it stands alone. */
  add(profile: Profile, mention: Mention): Profile[];
  remove(profile: Profile, mention: Mention): Profile[];
  /** True where both stand in one sentence of one article. */
  share(a: Profile, b: Profile): boolean;
}

export function createSentences(): Sentences {
  const bySentence = new Map<string, Map<Profile, number>>();
  const byProfile = new Map<Profile, Set<string>>();
  const sentenceOf = ({ articleId, revision, evidence }: Mention): string => `${articleId} ${revision} ${evidence.sentence}`;
  return {
    add(profile, mention) {
      const sentence = sentenceOf(mention);
      const inside = bySentence.get(sentence) ?? new Map<Profile, number>();
      bySentence.set(sentence, inside);
      inside.set(profile, (inside.get(profile) ?? 0) + 1);
      byProfile.set(profile, (byProfile.get(profile) ?? new Set()).add(sentence));
      return inside.size > 1 ? [...inside.keys()] : [];
    },
    remove(profile, mention) {
      const sentence = sentenceOf(mention);
      const inside = bySentence.get(sentence);
      const left = (inside?.get(profile) ?? 0) - 1;
      if (inside === undefined || left > 0) {
        inside?.set(profile, left);
        return [];
      }
      const together = inside.size > 1 ? [...inside.keys()] : [];
      inside.delete(profile);
      if (inside.size === 0) bySentence.delete(sentence);
      const sentences = byProfile.get(profile);
      sentences?.delete(sentence);
      if (sentences?.size === 0) byProfile.delete(profile);
      return together;
    },
    share(a, b) {
      const [x, y] = [byProfile.get(a), byProfile.get(b)];
      if (x === undefined || y === undefined) return false;
      const [small, large] = x.size <= y.size ? [x, y] : [y, x];
      for (const sentence of small) if (large.has(sentence)) return true;
      return false;
    },
  };
}
