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
  /** Says that a testimony stands in a claim, or no longer does. */
  add(claim: object, testimony: Testimony): void;
  remove(claim: object, testimony: Testimony): void;
  /** Agencies that the article retells, by name. */
  retoldBy(articleId: string): readonly string[];
  /** Articles of which the answer may have changed since the last call. */
  takeTouched(): Set<string>;
}

/** What of a claim's testimonies counts here, and how many say so. */
interface ClaimShare {
  /** Articles that lay the claim to an unnamed speaker and credit nobody. */
  readonly silent: Map<string, number>;
  /** Agencies credited for it. */
  readonly agencies: Map<string, number>;
}

interface ArticleCount {
  claims: number;
  readonly shared: Map<string, number>;
}

/** Counts one up or down. @returns true where the first came or the last went. */
function count(counts: Map<string, number>, key: string, by: 1 | -1): boolean {
  const before = counts.get(key) ?? 0;
  if (before + by === 0) counts.delete(key);
  else counts.set(key, before + by);
  return before === 0 || before + by === 0;
}

export function createDependence(): Dependence {
  const shares = new Map<object, ClaimShare>();
  const articles = new Map<string, ArticleCount>();
  let touched = new Set<string>();

  const retoldBy = (articleId: string): string[] => {
    const article = articles.get(articleId);
    if (article === undefined) return [];
    return [...article.shared]
      .filter(([, shared]) => shared >= LEAST_SHARED && shared >= LEAST_SHARE * article.claims)
      .map(([agency]) => agency)
      .sort();
  };
  const countArticle = (articleId: string, agencies: Iterable<string>, by: 1 | -1, isClaim: boolean): void => {
    const article = articles.get(articleId) ?? { claims: 0, shared: new Map<string, number>() };
    articles.set(articleId, article);
    touched.add(articleId);
    if (isClaim) article.claims += by;
    for (const agency of agencies) count(article.shared, agency, by);
    if (article.claims === 0) articles.delete(articleId);
  };
  const change = (claim: object, testimony: Testimony, by: 1 | -1): void => {
    if (!isAnonymous(testimony)) return;
    const share = shares.get(claim) ?? { silent: new Map<string, number>(), agencies: new Map<string, number>() };
    shares.set(claim, share);
    const { articleId } = testimony.article;
    if (testimony.credits.length === 0 && count(share.silent, articleId, by)) countArticle(articleId, share.agencies.keys(), by, true);
    for (const credit of testimony.credits)
      if (count(share.agencies, credit, by)) for (const silent of share.silent.keys()) countArticle(silent, [credit], by, false);
    if (share.silent.size === 0 && share.agencies.size === 0) shares.delete(claim);
  };

  return {
    add: (claim, testimony) => change(claim, testimony, 1),
    remove: (claim, testimony) => change(claim, testimony, -1),
    retoldBy,
    takeTouched() {
      const taken = touched;
      touched = new Set();
      return taken;
    },
  };
}
