export { agencyCredit } from './credit.ts';
export { findAttributions } from './find.ts';
export { speakingAt } from './speaking-at.ts';
export type { Attribution } from './types.ts';
