import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockFolder } from '@copydesk/local';
import { EXTRACTOR_VERSION } from '@copydesk/facts';
import { countStale, openDatabase } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { CommandError } from '../failure.ts';
import { addressFile, dataFolder } from '../store/database-url.ts';
import { describeProgress, progressOf } from './follow.ts';
import { bringUp } from './infrastructure.ts';
import type { Infrastructure } from './infrastructure.ts';
import { readOptions } from './options.ts';
export { usage } from './options.ts';
import { storyReport, totals, totalsLine } from './report.ts';
import { seedFolder, startServices } from './services.ts';
import type { RunningServices } from './services.ts';

const POLL_MS = 250;

/** Ctrl-C or SIGTERM, seen once; a second one is left to the running stop, which is bounded. */
function untilInterrupted(): Promise<string> {
  return new Promise((done) => {
    process.on('SIGINT', () => done('interrupted'));
    process.on('SIGTERM', () => done('terminated'));
  });
}

async function follow(database: Database, runId: string, ended: Promise<string>, show: (line: string) => void): Promise<void> {
  const state = { ended: false };
  void ended.then(() => {
    state.ended = true;
  });
  let last = '';
  let shown = 0;
  while (!state.ended) {
    const progress = await progressOf(database, runId);
    const line = describeProgress(progress);
    if (line !== last) show(line);
    last = line;
    if (progress.run?.state === 'failed') throw new CommandError(`The input could not be read: ${progress.run.detail}`);
    // After an upgrade of the program the ledger is read again; what is shown before that would be of two versions.
    const left = progress.done ? await countStale(database, EXTRACTOR_VERSION) : 0;
    if (progress.done && left === 0) return;
    if (left > 0 && left !== shown) show(`Reading again: ${left} articles`);
    shown = left;
    await new Promise((next) => setTimeout(next, POLL_MS));
  }
}

/**
 * `pnpm start`: brings everything up, reads the input through the same path as any article, shows what came of it, and keeps running.
 * Exit code 0 after Ctrl-C or, with `--once`, when every input has its outcome; 1 when something failed.
 */
export async function run(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const options = readOptions(args, seedFolder);
  const say = (line: string) => console.error(line);
  const interrupted = untilInterrupted();
  const dataDir = resolve(process.env['INIT_CWD'] === undefined ? '.' : process.cwd(), dataFolder());
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataDir);
  let infrastructure: Infrastructure | undefined;
  let services: RunningServices | undefined;
  let database: Database | undefined;
  try {
    infrastructure = await bringUp(dataDir, say);
    const { databaseUrl, kafka } = infrastructure;
    const runId = `start-${process.pid}-${Math.round(performance.timeOrigin)}`;
    services = await startServices(infrastructure, { dataDir, input: options.input, runId });
    writeFileSync(addressFile(dataDir), JSON.stringify({ databaseUrl, brokers: kafka?.brokers ?? null, apiUrl: services.apiUrl }), {
      mode: 0o600,
    });
    say(`Services: ${services.processes.map((running) => running.name).join(', ')}`);
    database = openDatabase({ url: databaseUrl, applicationName: 'copydesk-start', maxConnections: 2 });
    const failed = Promise.race([infrastructure.failed, services.failed]);
    const ended = Promise.race([interrupted, failed.then((reason) => Promise.reject(new CommandError(reason)))]);
    ended.catch(() => undefined);
    await Promise.race([follow(database, runId, interrupted, say), ended]);

    const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
    const sums = await totals(database);
    if (!options.json) {
      console.log(await storyReport(database, Math.min(160, process.stdout.columns ?? 120)));
      console.log(
        `\n${totalsLine(sums)} in ${seconds} s` +
          `\n\nPage         ${services.apiUrl}/` +
          `\nREST         ${services.apiUrl}/v1/stories` +
          `\nAPI document ${services.apiUrl}/documentation` +
          (kafka === null ? '' : `\nKafka        ${kafka.brokers}  (kcat -b ${kafka.brokers} -C -t facts.v1)`),
      );
    }
    if (!options.once) {
      console.log('\nRunning; Ctrl-C ends everything.');
      await ended;
    }
    if (options.json) console.log(JSON.stringify({ ...sums, bus: kafka === null ? 'memory' : 'kafka', seconds }));
    return 0;
  } finally {
    await database?.destroy();
    await services?.stop();
    await infrastructure?.stop();
    rmSync(addressFile(dataDir), { force: true });
    lock.release();
  }
}
