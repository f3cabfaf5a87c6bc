import { retryTransient } from '@copydesk/pipeline';
import type { Pause } from '@copydesk/pipeline';
import { isTransientDatabaseError, lastObservedAt, saveIntakeRun } from '@copydesk/storage';
import type { Database, IntakeRun } from '@copydesk/storage';
import { createObservedAtClock, firstPlausible } from './article/observed-at.ts';
import { readArticle } from './article/read-article.ts';
import type { IntakeItem, UnreadableItem } from './intake/item.ts';
import { listFiles } from './intake/list-files.ts';
import { readInputFile } from './intake/read-file.ts';
import { takeIn } from './intake/take-in.ts';

/** How many items are looked at for a first printed date, when nothing was ever taken in before. */
const LOOK_AHEAD = 64;

async function* inputItems(paths: readonly string[]): AsyncGenerator<IntakeItem | UnreadableItem> {
  for (const path of paths) {
    for (const file of await listFiles(path)) yield* readInputFile(file);
  }
}

async function firstDate(paths: readonly string[], now: number): Promise<number | null> {
  const dates: (string | null)[] = [];
  for await (const item of inputItems(paths)) {
    if (!('unreadable' in item)) dates.push(readArticle(item).published?.value ?? null);
    if (firstPlausible(dates, now) !== null || dates.length >= LOOK_AHEAD) break;
  }
  return firstPlausible(dates, now);
}

/** The clock of an input goes on from the last article that was taken in, in this run or an earlier one. */
async function resumeClock(database: Database, paths: readonly string[], now: number): Promise<(published: string | null) => string> {
  const last = await lastObservedAt(database);
  return createObservedAtClock({ now, first: last === undefined ? await firstDate(paths, now) : Date.parse(last) });
}

/**
 * Reads files and folders as one run of bulk intake, item by item, keeping the run's counts in the database for whoever follows it.
 * @param afterItem called after each item; sends what is waiting.
 * @param onPause told while the database is away: the run waits for it, for as long as it takes.
 * @param signal ends the run between two items; it is resumed by reading again, which finds what was taken in unchanged.
 */
export async function readInput(
  database: Database,
  options: {
    runId: string;
    paths: readonly string[];
    now: number;
    afterItem: () => void;
    onPause: (pause: Pause) => void;
    signal: AbortSignal;
  },
): Promise<IntakeRun> {
  const run: IntakeRun = {
    id: options.runId,
    source: options.paths.join(' '),
    state: 'running',
    seen: 0,
    accepted: 0,
    unchanged: 0,
    rejected: 0,
    detail: null,
  };
  const { signal, onPause } = options;
  const patiently = async <Result>(work: () => Promise<Result>) =>
    await retryTransient(work, { isTransient: isTransientDatabaseError, signal, onPause });
  try {
    await patiently(async () => await saveIntakeRun(database, run));
    let clock: ReturnType<typeof createObservedAtClock> | undefined;
    for await (const item of inputItems(options.paths)) {
      if (options.signal.aborted) break;
      const taken = await patiently(async () => {
        const current = clock ?? (await resumeClock(database, options.paths, options.now));
        // What failed half way may have moved the clock.
        clock = undefined;
        const result = await takeIn(database, item, current);
        clock = current;
        return result;
      });
      run.seen++;
      run[taken.result]++;
      options.afterItem();
      await patiently(async () => await saveIntakeRun(database, run));
    }
    run.state = options.signal.aborted ? 'running' : 'done';
  } catch (error) {
    // Stopped while the database was away: the next start goes on with it.
    if (options.signal.aborted) return run;
    run.state = 'failed';
    run.detail = error instanceof Error ? error.message : String(error);
  }
  await patiently(async () => await saveIntakeRun(database, run)).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return run;
}
