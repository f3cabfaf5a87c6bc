import type { TimeValue } from '@copydesk/contracts';
import type { TimeMention } from '../times/index.ts';

/** A time expression as the fact model has it. */
export function toTimeValue(time: TimeMention): TimeValue {
  return {
    surface: time.surface,
    timex: time.value,
    ...(time.mod === null ? {} : { mod: time.mod }),
    interval: time.interval === null ? null : [time.interval.from, time.interval.to],
    basis: time.basis,
  };
}
