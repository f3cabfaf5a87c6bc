export { findAttributions } from './find.ts';
export type { Attribution } from './types.ts';
