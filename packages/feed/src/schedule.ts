import type { UpdateHints } from './model.ts';
import { adaptedInterval, askedInterval, backoff, clamp, openMoment, type IntervalBounds } from './poll-interval.ts';

/** `ok` brings items; `empty` answers without any; `degraded` works but something is odd; `failing` brought nothing several times; `gone` is stopped. */
export type FeedState = 'ok' | 'empty' | 'degraded' | 'failing' | 'gone';

export interface FeedSchedule {
  state: FeedState;
  /** Why it is in this state: `new`, `items`, `unchanged`, `no-items`, `items-vanished`, `silent`, `http-410`, or the code of the failure. */
  reason: string;
  /** Usual seconds between polls. */
  interval: number;
  /** Milliseconds since 1970; absent when stopped: only an operator starts it again. */
  nextTryAt?: number;
  /** In a row. */
  failures: number;
  /** Most items it ever carried. */
  mostItems: number;
  /** When new items came last, and how many milliseconds usually lie between such polls (smoothed over `gaps` of them). */
  lastNewAt?: number;
  usualGap?: number;
  gaps: number;
  hints?: UpdateHints;
  /** Where permanent redirects lead, and for how many good polls in a row they have. */
  moved?: { url: string; polls: number };
}

/** How a poll ended. `movedTo` and `freshSeconds` as the fetcher reports them. */
export type PollOutcome =
  | { kind: 'items'; newItems: number; totalItems: number; hints?: UpdateHints; freshSeconds?: number; movedTo?: string }
  | { kind: 'not-modified'; freshSeconds?: number; movedTo?: string }
  | { kind: 'gone' }
  | { kind: 'failed'; code: string; retryAfter?: number };

export interface ScheduleSettings extends IntervalBounds {
  /** Seconds; the longest wait after failures. */
  backoffCeiling: number;
  /** Failures in a row after which a feed is `failing`. */
  failingAfter: number;
  /** Good polls in a row that a permanent redirect must last before the feed moves. */
  pollsBeforeMove: number;
}

export const scheduleDefaults: ScheduleSettings = {
  min: 300,
  max: 6 * 3600,
  backoffCeiling: 24 * 3600,
  failingAfter: 3,
  pollsBeforeMove: 3,
};

const firstInterval = 1800;
/** Silence counts as odd after ten times the usual gap, and never before a day: nights and weekends are quiet everywhere. */
const silenceFactor = 10;
const minSilence = 24 * 3_600_000;
const gapsNeeded = 5;
/** Weight of the newest gap in the smoothed one. */
const gapWeight = 0.2;

/** A feed just added: to be asked at once. */
export function newSchedule(at: number): FeedSchedule {
  return { state: 'empty', reason: 'new', interval: firstInterval, nextTryAt: at, failures: 0, mostItems: 0, gaps: 0 };
}

/**
 * The schedule after a poll.
 * @param at when the poll ended, milliseconds since 1970.
 * @param spread 0 ≤ spread < 1, fixed per feed (from its id): shifts the next try by up to a tenth of the interval, so that feeds do not fall into step.
 * @returns the schedule, and `moveTo` when the feed is to be asked at another address from now on.
 */
export function afterPoll(
  before: FeedSchedule,
  outcome: PollOutcome,
  at: number,
  spread: number,
  settings: ScheduleSettings = scheduleDefaults,
): { schedule: FeedSchedule; moveTo?: string } {
  if (outcome.kind === 'gone') {
    const { nextTryAt: _stopped, ...rest } = before;
    return { schedule: { ...rest, state: 'gone', reason: 'http-410', failures: before.failures + 1 } };
  }
  if (outcome.kind === 'failed') return { schedule: afterFailure(before, outcome, at, spread, settings) };
  const { moved, moveTo } = movedAfter(before, outcome.movedTo, settings);
  const { moved: _moved, ...rest } = before;
  const schedule: FeedSchedule = {
    ...rest,
    ...(outcome.kind === 'items' ? seenItems(before, outcome, at) : {}),
    ...(moved ? { moved } : {}),
    failures: 0,
  };
  Object.assign(schedule, judged(schedule, outcome, at));
  const [newItems, totalItems] = outcome.kind === 'items' ? [outcome.newItems, outcome.totalItems] : [0, 1];
  // The first poll finds everything new; that says nothing about how often the feed changes.
  schedule.interval =
    before.mostItems === 0 ? clamp(before.interval, settings) : adaptedInterval(before.interval, newItems, totalItems, settings);
  const wait = Math.max(schedule.interval, askedInterval(schedule.hints, outcome.freshSeconds, settings));
  schedule.nextTryAt = openMoment(Math.round(at + wait * 1000 * (1 + spread / 10)), schedule.hints);
  return { schedule, ...(moveTo === undefined ? {} : { moveTo }) };
}

function afterFailure(
  before: FeedSchedule,
  { code, retryAfter }: { code: string; retryAfter?: number },
  at: number,
  spread: number,
  settings: ScheduleSettings,
): FeedSchedule {
  const failures = before.failures + 1;
  const own = backoff(clamp(before.interval, settings), failures - 1, settings.backoffCeiling);
  // The server knows when it wants to be asked again; but it does not make us ask more often than we would.
  const wait = retryAfter === undefined ? own : Math.max(retryAfter, settings.min);
  const { moved: _broken, ...rest } = before;
  return {
    ...rest,
    state: failures >= settings.failingAfter ? 'failing' : 'degraded',
    reason: code,
    failures,
    nextTryAt: Math.round(at + wait * 1000 * (1 + spread / 10)),
  };
}

function seenItems(
  before: FeedSchedule,
  outcome: { newItems: number; totalItems: number; hints?: UpdateHints },
  at: number,
): Partial<FeedSchedule> {
  const seen: Partial<FeedSchedule> = {
    mostItems: Math.max(before.mostItems, outcome.totalItems),
    ...(outcome.hints ? { hints: outcome.hints } : {}),
  };
  if (outcome.newItems === 0) return seen;
  seen.lastNewAt = at;
  if (before.lastNewAt !== undefined) {
    const gap = at - before.lastNewAt;
    seen.usualGap = before.usualGap === undefined ? gap : before.usualGap * (1 - gapWeight) + gap * gapWeight;
    seen.gaps = before.gaps + 1;
  }
  return seen;
}

/** State and reason after a good poll: a feed that answers may still have stopped to say anything. */
function judged(schedule: FeedSchedule, outcome: PollOutcome, at: number): { state: FeedState; reason: string } {
  if (outcome.kind === 'items' && outcome.totalItems === 0) {
    return schedule.mostItems > 0 ? { state: 'degraded', reason: 'items-vanished' } : { state: 'empty', reason: 'no-items' };
  }
  if (isSilent(schedule, at)) return { state: 'degraded', reason: 'silent' };
  return { state: 'ok', reason: outcome.kind === 'items' && outcome.newItems > 0 ? 'items' : 'unchanged' };
}

/** True when a feed with a known rhythm has brought nothing new for far longer than it ever takes: often it broke without an error. */
export function isSilent({ lastNewAt, usualGap, gaps }: FeedSchedule, at: number): boolean {
  if (lastNewAt === undefined || usualGap === undefined || gaps < gapsNeeded) return false;
  return at - lastNewAt > Math.max(minSilence, silenceFactor * usualGap);
}

function movedAfter(
  before: FeedSchedule,
  movedTo: string | undefined,
  settings: ScheduleSettings,
): { moved?: { url: string; polls: number }; moveTo?: string } {
  if (movedTo === undefined) return {};
  const polls = before.moved?.url === movedTo ? before.moved.polls + 1 : 1;
  return polls >= settings.pollsBeforeMove ? { moveTo: movedTo } : { moved: { url: movedTo, polls } };
}
