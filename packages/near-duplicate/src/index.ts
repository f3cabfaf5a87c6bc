export { createClusterer, type ClusterDecision, type Clusterer } from './clusterer.ts';
export { RefusedError, type RefusalCode } from './refusal.ts';
export type { ArticleInput, CopyDecision, CopySpan, Range, Relation } from './article.ts';
export { RULES_EPOCH, type ClustererOptions, type Rules } from './options.ts';
export type { Fill } from './statistics.ts';
export type { StoryMerge, StorySplit } from './story-sweep.ts';
export { createSentenceGrouper, type SentenceGrouper, type SentenceInput, type SentencePlace } from './sentence-groups.ts';
export { spellingLikeness } from './name-spelling.ts';
export { createNearDuplicateIndex, createStoryClusterer } from './parts.ts';
