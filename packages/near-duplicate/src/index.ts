export { createClusterer, type ClusterDecision, type Clusterer, type StorySplit } from './clusterer.ts';
export { RefusedError, type RefusalCode } from './refusal.ts';
export type { ArticleInput, CopyDecision, CopySpan, Range, Relation } from './article.ts';
export type { ClustererOptions } from './options.ts';
export type { StoryMerge } from './story-clusterer.ts';
