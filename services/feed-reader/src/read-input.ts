import { findIntakeRun, lastObservedAt, saveIntakeRun } from '@copydesk/storage';
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

/**
 * Reads files and folders as one run of bulk intake, item by item, keeping the run's counts in the database for whoever follows it.
 * @param afterItem called after each item; sends what is waiting.
 * @param signal ends the run between two items; it is resumed by reading again, which finds what was taken in unchanged.
 */
export async function readInput(
  database: Database,
  options: { runId: string; paths: readonly string[]; now: number; afterItem: () => void; signal: AbortSignal },
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
  await saveIntakeRun(database, run);
  try {
    const before = await lastObservedAt(database);
    const first = before === undefined ? await firstDate(options.paths, options.now) : Date.parse(before);
    const clock = createObservedAtClock({ now: options.now, first });
    for await (const item of inputItems(options.paths)) {
      if (options.signal.aborted) break;
      const taken = await takeIn(database, item, clock);
      run.seen++;
      run[taken.result]++;
      options.afterItem();
      await saveIntakeRun(database, run);
    }
    run.state = options.signal.aborted ? 'running' : 'done';
  } catch (error) {
    run.state = 'failed';
    run.detail = error instanceof Error ? error.message : String(error);
  }
  await saveIntakeRun(database, run);
  return (await findIntakeRun(database, run.id)) ?? run;
}
