/** Articles by the hour in which they came, so that those of hours long gone can be let go without looking at the others. */
export interface Departures {
  /** The hour it is: the latest in which anything came. */
  hour(): number;
  /** Notes an arrival. The hour only moves on. @returns its hour */
  arrive(articleId: string, observedAt: string): number;
  /** Calls back for each arrival that is older than the window, with its hour, and forgets it. */
  due(leave: (articleId: string, hour: number) => void): void;
}

const HOUR = 3_600_000;

/** @param keepHours hours that arrivals are kept; Infinity keeps all. @param known arrivals of before, with their hours, and the hour it was */
export function createDepartures(
  keepHours: number,
  known: { hour: number; arrivals: readonly (readonly [string, number])[] } = { hour: 0, arrivals: [] },
): Departures {
  const hours = new Map<number, string[]>();
  let clock = known.hour;
  let looked = 0;
  const note = (articleId: string, hour: number) => {
    const there = hours.get(hour);
    if (there === undefined) hours.set(hour, [articleId]);
    else there.push(articleId);
  };
  for (const [articleId, hour] of [...known.arrivals].sort(([, a], [, b]) => a - b)) note(articleId, hour);
  return {
    hour: () => clock,
    arrive(articleId, observedAt) {
      clock = Math.max(clock, Math.floor(Date.parse(observedAt) / HOUR));
      if (keepHours !== Infinity) note(articleId, clock);
      return clock;
    },
    due(leave) {
      if (clock === looked) return;
      looked = clock;
      // Hours come in order.
      for (const [hour, articleIds] of hours) {
        if (hour >= clock - keepHours) return;
        for (const articleId of articleIds) leave(articleId, hour);
        hours.delete(hour);
      }
    },
  };
}
