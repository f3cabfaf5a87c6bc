/** Articles by the hour in which they came, so that those of hours long gone can be let go without looking at the others. */
export interface Departures {
  /** Notes an arrival. The hour only moves on. @returns its hour */
  arrive(articleId: string, observedAt: string): number;
  /** Calls back for each arrival that is older than the window, with its hour, and forgets it. */
  due(leave: (articleId: string, hour: number) => void): void;
}

const HOUR = 3_600_000;

/** @param keepHours hours that arrivals are kept; Infinity keeps all. @param known arrivals of before, with their hours */
export function createDepartures(keepHours: number, known: readonly (readonly [string, number])[] = []): Departures {
  const hours = new Map<number, string[]>();
  let clock = 0;
  let looked = 0;
  const note = (articleId: string, hour: number) => {
    const there = hours.get(hour);
    if (there === undefined) hours.set(hour, [articleId]);
    else there.push(articleId);
  };
  for (const [articleId, hour] of [...known].sort(([, a], [, b]) => a - b)) {
    clock = hour;
    note(articleId, hour);
  }
  return {
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
