export { createTimeReader } from './reader.ts';
export type { TimeMention } from './types.ts';
