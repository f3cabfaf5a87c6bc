import type { SlashOrder } from './page-date.ts';
import { readDate } from './page-date.ts';
import type { PublishedDate } from './published.ts';

const hour = 3_600_000;
/** Hosts of countries on Central European time: there, 22:00 (summer) or 23:00 sharp in universal time is how systems store a day. */
const centralEurope = /^https?:\/\/[^/?#]{1,200}\.(?:de|at|ch|li|fr|it|es|nl|be|lu|dk|no|se|pl|cz|sk|hu|si|hr|rs|ba|me|mk|al)(?:[:/?#]|$)/i;

/**
 * Systems give instants in universal time; readers, and the weekdays in a text, go by the day where the article appeared. When the page shows (or its address has)
 * the day before or after, and never the day in universal time, the date is written as that place has it: with the offset when the page shows the time too, else as a day.
 * @param shown dates that the page shows near the headline and in its address.
 */
export function toLocalDay(published: PublishedDate, shown: readonly string[], order: SlashOrder, url = ''): PublishedDate {
  if (published.precision === 'day' || !/(?:Z|[+-]00:00)$/.test(published.value)) return published;
  const instant = Date.parse(published.value);
  if (Number.isNaN(instant)) return published;
  const day = published.value.slice(0, 10);
  const readings = shown.map((text) => readDate(text, order)).filter((date) => date !== null);
  if (readings.some((date) => date.value.startsWith(day))) return published;
  for (const date of readings) {
    const local = date.value.slice(0, 10);
    const distance = Date.parse(`${local}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`);
    // A local day before the universal one means west of Greenwich and a small hour in universal time; a later one the reverse.
    const clock = instant - Date.parse(`${day}T00:00:00Z`);
    if (!((distance === -24 * hour && clock < 12 * hour) || (distance === 24 * hour && clock >= 10 * hour))) continue;
    const shownTime = date.precision === 'day' ? Number.NaN : Date.parse(`${date.value.slice(0, 16)}:00Z`);
    const offset = Math.round((shownTime - instant) / (hour / 4)) / 4;
    if (Number.isNaN(offset) || offset < -12 || offset > 14) return { value: local, precision: 'day', source: published.source };
    const stamp = new Date(instant + offset * hour).toISOString().slice(0, published.precision === 'second' ? 19 : 16);
    const minutes = String(Math.round(Math.abs(offset % 1) * 60)).padStart(2, '0');
    return { ...published, value: `${stamp}${offset < 0 ? '-' : '+'}${String(Math.trunc(Math.abs(offset))).padStart(2, '0')}:${minutes}` };
  }
  const midnight =
    /-(?:0[4-9]|10)-\d\dT22:00(?::00)?Z|-(?:11|12|01|02|03)-\d\dT23:00(?::00)?Z/.test(published.value) &&
    centralEurope.test(url.slice(0, 300));
  if (!midnight) return published;
  return {
    value: new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10),
    precision: 'day',
    source: published.source,
  };
}
