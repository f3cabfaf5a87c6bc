import { byKey, bySize } from './partition.ts';
import type { PartitionKind } from './partition.ts';

/** Wordings, the most frequent first. */
export const WORDING: PartitionKind = { keysOf: ({ wording }) => `w ${wording.key}`, before: bySize };
/** Numbers with their times. */
export const VALUE: PartitionKind = { keysOf: ({ value }) => value?.key ?? '', before: byKey };
/** Times of the event. */
export const TIMEX: PartitionKind = {
  keysOf: ({ mention: { time } }) => (time === null ? '' : `t ${time.timex}`),
  before: byKey,
};
export const PLACED: PartitionKind = { keysOf: ({ mention: { place } }) => (place === null ? '' : 'placed'), before: byKey };
