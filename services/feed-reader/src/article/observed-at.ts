/** Oldest and latest printed dates that are believed: the first newspapers on the web, and a day ahead for time zones. */
const EARLIEST = Date.parse('1990-01-01T00:00:00Z');
const AHEAD_MS = 86_400_000;

/** A printed time in milliseconds; NaN for what is none. Without a zone it is read as UTC, never in the zone of the machine. */
function instant(printed: string | null): number {
  if (printed === null) return Number.NaN;
  return Date.parse(/T[\d:.]+$/.test(printed) ? `${printed}Z` : printed);
}

/**
 * Gives each article of a bulk intake the one time that everything downstream runs on: its plausible printed time, else one millisecond after the article before it,
 * so that the order of the input is kept and an undated article stays with its neighbours.
 */
export function createObservedAtClock(options: { now: number; first: number | null }): (published: string | null) => string {
  let last = options.first ?? options.now;
  return (published) => {
    const printed = instant(published);
    last = printed >= EARLIEST && printed <= options.now + AHEAD_MS ? printed : last + 1;
    return new Date(last).toISOString();
  };
}

/** The first plausible printed time among some dates, in milliseconds; null when there is none. */
export function firstPlausible(dates: readonly (string | null)[], now: number): number | null {
  for (const date of dates) {
    const printed = instant(date);
    if (printed >= EARLIEST && printed <= now + AHEAD_MS) return printed;
  }
  return null;
}
