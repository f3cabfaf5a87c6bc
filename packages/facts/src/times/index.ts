export { findTimes } from './find.ts';
export { createTimeReader } from './reader.ts';
export type { TimeMention } from './types.ts';
