export { findTimes } from './find.ts';
export { createTimeReader, type TimeDocument, type TimeReader } from './reader.ts';
export type { Direction, TimeAnchor, TimeBasis, TimeContext, TimeMention, TimeRelation, TimexMod, TimexType } from './types.ts';
