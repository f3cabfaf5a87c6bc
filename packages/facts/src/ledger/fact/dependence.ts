import { isAnonymous } from './testimony.ts';
import type { Testimony } from './testimony.ts';

/** So many claims of unnamed speakers in common, and at least half of all that an article has, show that it retells an agency. */
const LEAST_SHARED = 2;
const LEAST_SHARE = 0.5;

/**
 * Finds articles that retell an agency's report in other words and without credit. Source dependence shows in what is seldom come by twice (Dong, Berti-Équille and
 * Srivastava 2009 use shared errors): here, statements of unnamed speakers that a text credited to the agency has too. Counted over the story, claim by claim.
 */
export interface Dependence {
  /** Counts a claim anew; no testimonies: the claim is gone. */
  setClaim(claim: object, testimonies: readonly Testimony[]): void;
  /** Agencies that the article retells, by name. */
  retoldBy(articleId: string): readonly string[];
  /** Articles of which the answer changed since the last call. */
  takeChanged(): Set<string>;
}

interface ClaimShare {
  /** Articles that lay the claim to an unnamed speaker and credit nobody. */
  readonly silent: ReadonlySet<string>;
  /** Agencies credited for it. */
  readonly agencies: ReadonlySet<string>;
}

interface ArticleCount {
  claims: number;
  readonly shared: Map<string, number>;
}

export function createDependence(): Dependence {
  const shares = new Map<object, ClaimShare>();
  const counts = new Map<string, ArticleCount>();
  let changed = new Set<string>();

  const retoldBy = (articleId: string): string[] => {
    const count = counts.get(articleId);
    if (count === undefined) return [];
    return [...count.shared]
      .filter(([, shared]) => shared >= LEAST_SHARED && shared >= LEAST_SHARE * count.claims)
      .map(([agency]) => agency)
      .sort();
  };
  const count = ({ silent, agencies }: ClaimShare, by: 1 | -1): void => {
    for (const articleId of silent) {
      const article = counts.get(articleId) ?? { claims: 0, shared: new Map<string, number>() };
      counts.set(articleId, article);
      article.claims += by;
      for (const agency of agencies) article.shared.set(agency, (article.shared.get(agency) ?? 0) + by);
    }
  };

  return {
    setClaim(claim, testimonies) {
      const silent = new Set<string>();
      const agencies = new Set<string>();
      for (const testimony of testimonies) {
        if (!isAnonymous(testimony)) continue;
        if (testimony.credits.length === 0) silent.add(testimony.article.articleId);
        for (const credit of testimony.credits) agencies.add(credit);
      }
      const last = shares.get(claim);
      const share = { silent, agencies };
      const before = new Map([...(last?.silent ?? []), ...silent].map((articleId) => [articleId, retoldBy(articleId).join('/')]));
      if (last !== undefined) count(last, -1);
      if (silent.size === 0) shares.delete(claim);
      else shares.set(claim, share);
      count(share, 1);
      for (const [articleId, retold] of before) {
        if (retoldBy(articleId).join('/') !== retold) changed.add(articleId);
        if (counts.get(articleId)?.claims === 0) counts.delete(articleId);
      }
    },
    retoldBy,
    takeChanged() {
      const taken = changed;
      changed = new Set();
      return taken;
    },
  };
}
