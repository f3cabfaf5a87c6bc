import type { Day } from './calendar.ts';
import type { TimeAnchor, TimeContext } from './types.ts';

/** What the expressions of a sentence are placed by. */
export interface Frame {
  document: Day | null;
  history: boolean;
  latestYear: number | null;
  /** The text speaks of the day after its date as of its own. */
  tomorrowReached: boolean;
  /** Oldest first; dates of the sentence itself are added as they are read. */
  anchors: TimeAnchor[];
}

export function frameOf(context: TimeContext, document: Day | null): Frame {
  return {
    document,
    history: context.style === 'history',
    latestYear: context.latestYear ?? null,
    tomorrowReached: context.tomorrowReached ?? false,
    anchors: [...context.earlier],
  };
}

/** The last date read that knows its month, its day, or (by default) at least its year. */
export function lastAnchor(frame: Frame, need: 'year' | 'month' | 'day' = 'year'): TimeAnchor | null {
  for (let index = frame.anchors.length - 1; index >= 0; index -= 1) {
    const anchor = frame.anchors[index];
    if (anchor === undefined || anchor.future) continue;
    if (anchor.passing && !frame.history && anchor.age > 0) continue;
    if (need === 'year' || (need === 'month' && anchor.month !== null) || (need === 'day' && anchor.day !== null)) return anchor;
  }
  return null;
}

/**
 * The latest explicit past date read so far, a lower bound of the date of its text; null where none stands in the text. Years in passing ("formed in 2014") do not count: they
 * say nothing about when the text was written.
 */
export function lowerBound(anchors: readonly TimeAnchor[]): TimeAnchor | null {
  let best: TimeAnchor | null = null;
  for (const anchor of anchors) {
    if (anchor.future || anchor.passing || !anchor.explicit) continue;
    if (best === null || order(anchor) > order(best)) best = anchor;
  }
  return best;
}

const order = (anchor: TimeAnchor): number => anchor.year * 10000 + (anchor.month ?? 0) * 100 + (anchor.day ?? 0);

/**
 * In news the date of the article places a month or day without a year, unless an explicit older date governs the passage: one with a month in the same paragraph, or a year that
 * opens the same sentence.
 */
export function governing(frame: Frame): TimeAnchor | null {
  if (frame.history) return lastAnchor(frame);
  for (let index = frame.anchors.length - 1; index >= 0; index -= 1) {
    const anchor = frame.anchors[index];
    if (anchor === undefined || anchor.age > 2 || !anchor.sameParagraph) return null;
    if (anchor.future || !anchor.explicit) continue;
    if (anchor.month !== null && anchor.age <= 1) return anchor;
    if (anchor.opening && anchor.age === 0) return anchor;
  }
  return null;
}
