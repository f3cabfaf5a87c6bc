import type { ArticleInput, CopyDecision } from './article.ts';
import type { ClusterDecision } from './clusterer.ts';
import { createLane } from './lane.ts';
import { settle, type ClustererOptions } from './options.ts';

/** The near-duplicate index alone, of one language: no stories, no redelivery, no snapshot. For measuring and for tools. */
export function createNearDuplicateIndex(options: ClustererOptions = {}, language = 'en'): { add(article: ArticleInput): CopyDecision } {
  const lane = createLane(settle(options), language, { copies: true, stories: false });
  return { add: (article) => lane.add(article, timeOf(article)).decision };
}

/** Stories alone, of one language: every article votes. For measuring and for tools. */
export function createStoryClusterer(
  options: ClustererOptions = {},
  language = 'en',
): { add(article: ArticleInput): Pick<ClusterDecision, 'story' | 'merged' | 'splits' | 'reasons'> } {
  const lane = createLane(settle(options), language, { copies: false, stories: true });
  return {
    add(article) {
      const { story, merged, splits, reasons } = lane.add(article, timeOf(article)).decision;
      return { story, merged, splits, reasons };
    },
  };
}

function timeOf({ observedAt }: ArticleInput): number {
  return typeof observedAt === 'number' ? observedAt : Date.parse(observedAt);
}
