import { createLane, type Lane } from './lane.ts';
import type { ArticleInput, CopyDecision } from './article.ts';
import type { StoryMerge } from './story-clusterer.ts';
import { settle, type ClustererOptions } from './options.ts';
import { RefusedError } from './refusal.ts';

/** Articles that leave one story for another. */
export interface StorySplit {
  from: string;
  into: string;
  articleIds: string[];
  reasons: string[];
}

/** What the clusterer says of one article. `merged` and `splits` are what this article set off. */
export interface ClusterDecision extends CopyDecision {
  story: string;
  merged: StoryMerge[];
  splits: StorySplit[];
}

/** Duplicates and stories of one ordered stream of articles. */
export interface Clusterer {
  /**
   * Takes one article revision. The same id and revision again gives the stored decision and changes nothing.
   * Refuses (coded) an article without id or time; never refuses a text.
   */
  add(article: ArticleInput): ClusterDecision;
}

/** Creates an empty clusterer. Refuses undersized windows. */
export function createClusterer(options: ClustererOptions = {}): Clusterer {
  const settings = settle(options);
  const lanes = new Map<string, Lane>();
  return {
    add(article) {
      if (article.id === '' || article.id.length > 200)
        throw new RefusedError('NEAR_DUPLICATE_BAD_ARTICLE', 'an article needs an id of 1 to 200 characters');
      const observedAt = typeof article.observedAt === 'number' ? article.observedAt : Date.parse(article.observedAt);
      if (!Number.isFinite(observedAt)) throw new RefusedError('NEAR_DUPLICATE_BAD_ARTICLE', 'an article needs the time it was observed');
      const language = article.language ?? 'und';
      let lane = lanes.get(language);
      if (lane === undefined) {
        lane = createLane(settings, language);
        lanes.set(language, lane);
      }
      return lane.add(article, observedAt);
    },
  };
}
