import type { SparseSum } from './sparse-sum.ts';
import type { PackedTerms } from './packed-terms.ts';

/** One vote in a story: the first article of a copy group in it, as a sparse vector of whole numbers, and all articles that go where it goes. */
export interface Vote extends PackedTerms {
  /** Number of the article that cast it. */
  number: number;
  story: Story;
  /** Sum of the squared weights. */
  square: number;
  /** Ids of the article that cast it, and of those of its copy group that came to this story after it; null for none. */
  article: string;
  followers: string[] | null;
  /** False once its article left the window. */
  live: boolean;
}

/** A story: the sum of its votes. Sums are whole numbers, so they are the same in whatever order they were made. */
export interface Story {
  id: string;
  /** Its place in arrays while it lives. */
  place: number;
  /** Number of the article that founded it: of two stories the older one takes the other in. */
  founded: number;
  votes: Vote[];
  /** Sum of the votes' vectors; null while it is cheaper to go through the votes. */
  sum: SparseSum | null;
  /** Squared length of the sum, -1 while it is not known; and the sum of the votes' own squares. */
  square: number;
  own: number;
  /** Words of all votes together. */
  words: number;
  /** Number of votes at which it is next looked at for a split. */
  nextLook: number;
  lastSeen: number;
}

/** Ids of all articles that go where the vote goes. */
export function articlesOf(vote: Vote): string[] {
  return vote.followers === null ? [vote.article] : [vote.article, ...vote.followers];
}
