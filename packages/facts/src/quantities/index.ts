export { findQuantities } from './find-quantities.ts';
export type { QuantityMention } from './quantity-mention.ts';
