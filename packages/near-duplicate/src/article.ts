/** An article revision as the clusterer takes it. */
export interface ArticleInput {
  /** Article id (a hash of guid or canonical URL); at most 200 characters. */
  id: string;
  /** Revision of the article, counted from 1. */
  revision: number;
  title: string | null;
  /** The stored text; every offset that comes back counts UTF-16 units in it. */
  text: string;
  /** Primary language tag; articles of different languages never meet. Missing or "und": one lane of its own. */
  language?: string | null;
  /** Time the reader saw it: milliseconds since 1970 or an ISO date. Windows and eviction run on it. */
  observedAt: number | string;
  /** Printed time, a hint only: it gives a copy its direction and never separates articles. */
  published?: string | number | null;
  url?: string | null;
  publisher?: string | null;
}

/** How an article relates to an earlier one of its copy group; `original` founds its group. */
export type Relation = 'original' | 'exact' | 'revision' | 'syndicated' | 'excerpt' | 'contains';

export interface Range {
  start: number;
  end: number;
}

/** A stretch of this article's text that an earlier article has too. `origin` is null where only a fingerprint of the earlier text is left. */
export interface CopySpan extends Range {
  group: string;
  origin: ({ articleId: string } & Range) | null;
}

/** What the near-duplicate index found for one article. */
export interface CopyDecision {
  group: string;
  relation: Relation;
  /** The earlier article that the relation speaks of, null for an original. */
  of: string | null;
  /** True when it is known which of the two was first; then `of` is the older one unless `relation` says that this one is the fuller earlier text. */
  directed: boolean;
  /** Larger of both sides' containment by rare-word mass, 0..1. */
  score: number;
  /** Looks back only, sorted, without overlap. */
  copies: CopySpan[];
  reasons: string[];
}
