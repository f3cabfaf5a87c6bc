export * from './ledger/index.ts';
export type { ArticleToRead } from './extract/article.ts';
export type { Refusal, RefusalReason } from './extract/candidate.ts';
export { EXTRACTOR_VERSION, createExtractor } from './extract/extractor.ts';
export type { Extraction, Extractor } from './extract/extractor.ts';
export { explainArticle, explanationText } from './extract/explain.ts';
export type { ExplainedSentence, Explanation } from './extract/explain.ts';
