import { resolve } from 'node:path';
import type { Fetcher } from '@copydesk/fetch';
import { retryTransient } from '@copydesk/pipeline';
import type { Pause } from '@copydesk/pipeline';
import { isTransientDatabaseError, lastObservedAt, loadIntakeProgress } from '@copydesk/storage';
import type { Database, IntakeRun } from '@copydesk/storage';
import { createObservedAtClock, firstPlausible } from './article/observed-at.ts';
import { readArticle } from './article/read-article.ts';
import type { ReadArticle } from './article/read-article.ts';
import type { Meter } from './intake/file-stream.ts';
import type { PlacedItem, Start } from './intake/item.ts';
import type { InputFile } from './intake/list-files.ts';
import { listFiles } from './intake/list-files.ts';
import { isAddress, isArchiveAddress, openAddress, readAddress } from './intake/read-address.ts';
import { readAhead } from './intake/read-ahead.ts';
import { readInputFile } from './intake/read-file.ts';
import { RunState } from './intake/run-state.ts';
import { takeIn } from './intake/take-in.ts';
import type { TakenIn } from './intake/take-in.ts';

/** How many items are looked at for a first printed date, when nothing was ever taken in before. */
const LOOK_AHEAD = 64;

export interface ReadInputOptions {
  runId: string;
  /** Files, folders, addresses, or `-` for standard input. */
  paths: readonly string[];
  now: number;
  /** Called after each item; sends what is waiting. */
  afterItem: (done: { item: PlacedItem['item']; taken: TakenIn; run: IntakeRun; bytes: number; totalBytes: number }) => void;
  /** Told while the database is away: the run waits for it, for as long as it takes. */
  onPause: (pause: Pause) => void;
  /** Ends the run between two items; it goes on there when the same input is read again. */
  signal: AbortSignal;
  /** Reads articles, several at once; in this thread unless given. */
  read?: ReadArticle;
  /** How many items are read ahead. */
  window?: number;
  /** For addresses among the inputs. */
  fetcher?: Fetcher;
}

interface Source extends PlacedItem {
  input: string;
  file: InputFile | undefined;
}

async function firstDate(paths: readonly string[], now: number, read: ReadArticle): Promise<number | null> {
  const dates: (string | null)[] = [];
  // Standard input and addresses are read once only: their first undated articles count from now.
  for (const path of paths.filter((input) => input !== '-' && !isAddress(input))) {
    for (const file of await listFiles(path)) {
      for await (const { item } of readInputFile(file, { position: 0 }, { bytes: 0, total: 0 })) {
        if (!('unreadable' in item)) dates.push((await read(item)).published?.value ?? item.archivedAt ?? null);
        const first = firstPlausible(dates.slice(-1), now);
        if (first !== null || dates.length >= LOOK_AHEAD) return first;
      }
    }
  }
  return null;
}

/**
 * The clock of an input. One that was begun before goes on from the last article that was taken in; a new one starts at its own first printed date, so that its undated
 * articles stand with their neighbours and not with whatever was read before it.
 */
async function inputClock(
  database: Database,
  options: ReadInputOptions,
  read: ReadArticle,
  begun: boolean,
): Promise<(published: string | null) => string> {
  const { paths, now } = options;
  const last = await lastObservedAt(database);
  const before = last === undefined ? null : Date.parse(last);
  return createObservedAtClock({ now, first: (begun ? before : null) ?? (await firstDate(paths, now, read)) ?? before });
}

/** What an input is known by between runs. */
const inputKey = (path: string): string => (isAddress(path) ? path : resolve(path));

/** True when an earlier run left one of the inputs half read. */
async function wasBegun(database: Database, paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if ((await loadIntakeProgress(database, inputKey(path))).size > 0) return true;
  return false;
}

/** The items of all inputs, each from where it was left. */
async function* inputItems(
  listed: ReadonlyMap<string, InputFile[]>,
  state: RunState,
  options: ReadInputOptions,
  meter: Meter,
): AsyncGenerator<Source> {
  for (const [input, files] of listed) {
    if (isAddress(input)) {
      if (options.fetcher === undefined) throw new Error('addresses cannot be read here');
      if (isArchiveAddress(input)) {
        const reached = await state.begun(input);
        const opened = await openAddress(options.fetcher, input, reached, meter, options.signal);
        if ('refusal' in opened) {
          if (!options.signal.aborted) yield { ...opened.refusal, input, file: undefined };
          continue;
        }
        const { file, start, content } = opened;
        for await (const placed of readInputFile(file, start, meter, content)) yield { ...placed, input, file };
        continue;
      }
      for await (const placed of readAddress(options.fetcher, input, options.signal)) yield { ...placed, input, file: undefined };
      continue;
    }
    const reached = await state.begun(resolve(input));
    for (const file of files) {
      const before = meter.bytes;
      const known = reached(file.name);
      // A file that changed since is read anew.
      const start: Start = known !== undefined && known.fingerprint === file.fingerprint ? known : { position: 0 };
      meter.bytes += start.entry?.byte ?? 0;
      for await (const placed of readInputFile(file, start, meter)) yield { ...placed, input: resolve(input), file };
      meter.bytes = before + file.size;
    }
  }
}

/**
 * Reads files, folders, archives and addresses as one run of bulk intake, item by item, keeping the run's counts and how far it came in the database: a run that ended in any way is
 * resumed by reading the same input again. Everything that could be read a second time is found unchanged.
 */
export async function readInput(database: Database, options: ReadInputOptions): Promise<IntakeRun> {
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
  const { signal, onPause, read = readArticle } = options;
  const state = new RunState(database, run, () => performance.now());
  const patiently = async <Result>(work: () => Promise<Result>) =>
    await retryTransient(work, { isTransient: isTransientDatabaseError, signal, onPause });
  try {
    await patiently(async () => await state.write('now'));
    const listed = new Map<string, InputFile[]>();
    for (const path of options.paths) listed.set(path, isAddress(path) ? [] : await listFiles(path));
    const meter: Meter = { bytes: 0, total: [...listed.values()].flat().reduce((sum, { size }) => sum + size, 0) };
    let clock: ReturnType<typeof createObservedAtClock> | undefined;
    const resumed = await patiently(async () => await wasBegun(database, options.paths));
    for await (const { item, input, file, position, entry, reading } of readAhead(
      inputItems(listed, state, options, meter),
      read,
      options.window ?? 1,
    )) {
      if (signal.aborted) break;
      const taken = await patiently(async () => {
        const current = clock ?? (await inputClock(database, options, read, resumed || run.seen > 0));
        // What failed half way may have moved the clock.
        clock = undefined;
        const result = await takeIn(database, item, current, async (same) => (await reading) ?? (await read(same)));
        clock = current;
        return result;
      });
      run.seen++;
      run[taken.result]++;
      if (file !== undefined) state.reached(input, file, position, entry);
      options.afterItem({ item, taken, run, bytes: meter.bytes, totalBytes: meter.total });
      await patiently(async () => await state.write('due'));
    }
    if (!signal.aborted) {
      for (const path of listed.keys()) await patiently(async () => await state.finished(inputKey(path)));
      run.state = 'done';
    }
  } catch (error) {
    // Stopped while the database was away: the next start goes on with it.
    if (signal.aborted) return run;
    run.state = 'failed';
    run.detail = error instanceof Error ? error.message : String(error);
  }
  await patiently(async () => await state.write('now')).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return run;
}
