import type { TimeValue } from '@copydesk/contracts';
import type { TimeMention } from '../times/index.ts';

/** What a preposition makes of its time: "before May" is not in May. */
const sides: ReadonlyMap<TimeMention['relation'], 'BEFORE' | 'AFTER'> = new Map([
  ['before', 'BEFORE'],
  ['after', 'AFTER'],
]);

/** A time expression as the fact model has it. An event before or after it lies in no known interval. */
export function toTimeValue({ surface, type, value, mod, interval, basis, relation }: TimeMention): TimeValue {
  // "Shortly after 7 p.m." is still that evening.
  const side = mod === null && type === 'DATE' ? sides.get(relation) : undefined;
  const given = side ?? mod;
  const days: TimeValue['interval'] = interval === null || side !== undefined ? null : [interval.from, interval.to];
  return given === null ? { surface, timex: value, interval: days, basis } : { surface, timex: value, mod: given, interval: days, basis };
}
