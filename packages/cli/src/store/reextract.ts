import { setTimeout as sleep } from 'node:timers/promises';
import { EXTRACTOR_VERSION } from '@copydesk/facts';
import { countStale, extractionState, wantExtraction } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { openLedger } from './database-url.ts';

export const usage = `usage: copydesk reextract [--no-wait | --status] [--json]
  Has every article of the ledger read again by this program's extractor. The extractor service does the work, story by story, beside what comes in: start it (it does not run on a ledger of
  another version), or let its supervisor start it again. Facts keep their ids where they go on; what is no longer read is retracted.`;
const LOOK_EVERY_MS = 2_000;

/** How far the ledger is. */
interface Progress {
  /** Version of this program's extractor. */
  wanted: string;
  /** What the ledger is made with, or being brought to; null while it is empty. */
  version: string | null;
  /** Articles that another version read. */
  left: number;
  state: 'empty' | 'other-version' | 'asked' | 'running' | 'done';
}

async function progressOf(database: Database, wanted: string): Promise<Progress> {
  const state = await extractionState(database);
  const left = await countStale(database, wanted);
  if (state === undefined) return { wanted, version: null, left, state: 'empty' };
  const isOurs = state.version === wanted;
  const name = isOurs ? (left === 0 ? 'done' : 'running') : state.wanted === wanted ? 'asked' : 'other-version';
  return { wanted, version: state.version, left, state: name };
}

const sentences: Readonly<Record<Progress['state'], (progress: Progress) => string>> = {
  empty: () => 'The ledger is empty: nothing to do.',
  done: ({ wanted }) => `Every article is read by extractor ${wanted}.`,
  running: ({ wanted, left }) => `${left} articles are still to be read again by extractor ${wanted}.`,
  asked: ({ wanted, left, version }) =>
    `${left} articles, read by extractor ${version}, wait for an extractor service of version ${wanted}.`,
  'other-version': ({ wanted, version }) => `The ledger is made with extractor ${version}, this program is ${wanted}.`,
};

/** `copydesk reextract` on an open database. @returns the exit code: 0 when nothing is left, 3 when it goes on. */
export async function reextractCommand(
  args: readonly string[],
  database: Database,
  print: (line: string) => void,
  wanted = EXTRACTOR_VERSION,
): Promise<number> {
  const flag = { type: 'boolean' } as const;
  const { values } = readArguments(args, { 'no-wait': flag, status: flag, json: flag }, usage, 'options');
  let progress = await progressOf(database, wanted);
  if (progress.state === 'other-version' && values.status !== true) {
    await wantExtraction(database, wanted);
    progress = await progressOf(database, wanted);
  }
  const show = () => print(values.json === true ? JSON.stringify(progress) : sentences[progress.state](progress));
  const goesOn = () => progress.state === 'asked' || progress.state === 'running';
  show();
  while (goesOn() && values.status !== true && values['no-wait'] !== true) {
    await sleep(LOOK_EVERY_MS);
    const before = progress.left;
    progress = await progressOf(database, wanted);
    if (progress.left !== before || !goesOn()) show();
  }
  return progress.state === 'done' || progress.state === 'empty' ? 0 : 3;
}

/** `copydesk reextract` */
export async function run(args: readonly string[]): Promise<number> {
  const database = await openLedger('reextract');
  try {
    return await reextractCommand(args, database, (line) => console.log(line));
  } finally {
    await database.destroy();
  }
}
