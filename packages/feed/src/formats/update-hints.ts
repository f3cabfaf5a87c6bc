import type { UpdateHints } from '../model.ts';
import type { XmlElement } from '../xml/element.ts';
import { valueOf } from './context.ts';

const minutesOf: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `ttl`, `skipHours`, `skipDays` and the syndication module; values outside their range are left out. */
export function readHints(channel: XmlElement): UpdateHints {
  const hints: UpdateHints = { skipHours: [], skipDays: [] };
  const ttl = Number(valueOf(channel, ['ttl']) ?? 0);
  if (Number.isFinite(ttl) && ttl > 0) hints.ttlMinutes = ttl;
  const period = minutesOf[(valueOf(channel, ['sy:updateperiod']) ?? '').toLowerCase()];
  const frequency = Number(valueOf(channel, ['sy:updatefrequency']) ?? 1);
  if (period !== undefined) hints.syndicationMinutes = period / (Number.isFinite(frequency) && frequency >= 1 ? frequency : 1);
  for (const hour of channel.first('skiphours')?.all('hour') ?? []) {
    const value = Number(hour.value());
    // Early RSS counts hours from 1 to 24.
    if (hour.value() !== '' && Number.isInteger(value) && value >= 0 && value <= 24) hints.skipHours.push(value % 24);
  }
  for (const day of channel.first('skipdays')?.all('day') ?? []) {
    const index = days.indexOf(day.value().toLowerCase());
    if (index >= 0) hints.skipDays.push(index);
  }
  return { ...hints, skipHours: [...new Set(hints.skipHours)], skipDays: [...new Set(hints.skipDays)] };
}
