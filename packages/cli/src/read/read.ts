import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IntakeRun } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { ledgerUrl } from './ledger-url.ts';
import { progressLine } from './progress-line.ts';

export const usage = `usage: copydesk read PATH|URL|-… [--threads N] [--items] [--json]
  PATH  .html, .txt, .json, .ndjson, .warc (each also .gz), or a folder of them; URL a page, or an archive of any length; - standard input
  An interrupted run goes on where it stopped when the same command is given again.`;
const readerMain = fileURLToPath(new URL('../../../../services/feed-reader/src/main.ts', import.meta.url));

interface Item {
  place: string;
  result: 'accepted' | 'unchanged' | 'rejected';
  articleId: string;
  code?: string;
  detail?: string;
}

/** What the reader tells while it works. */
type Report =
  | { kind: 'progress'; run: IntakeRun; bytes: number; totalBytes: number; items: Item[] }
  | { kind: 'paused'; detail: string; retryInMs: number }
  | { kind: 'end'; run: IntakeRun };

interface Options {
  input: string[];
  threads: number;
  items: boolean;
  json: boolean;
}

function readOptions(args: readonly string[]): Options {
  const options = { json: { type: 'boolean' }, items: { type: 'boolean' }, threads: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options, usage);
  if (positionals.length === 0) throw new CommandError(usage);
  const threads = Number(values.threads ?? Math.max(1, Math.min(4, availableParallelism() - 1)));
  if (!Number.isInteger(threads) || threads < 1 || threads > 32) throw new CommandError('--threads takes a number from 1 to 32.');
  const input = positionals.map((given) =>
    given === '-' || /^https?:\/\//i.test(given) ? given : resolve(process.env['INIT_CWD'] ?? process.cwd(), given),
  );
  for (const path of input.filter((given) => given.startsWith('/') || /^[A-Z]:/i.test(given))) {
    if (!/^https?:/i.test(path) && !existsSync(path)) throw new CommandError(`There is no file or folder ${path}.`);
  }
  return { input, threads, items: values.items === true, json: values.json === true };
}

/** Shows reports: a line that is rewritten on a terminal, one every ten seconds elsewhere; items as they come when they are asked for. */
function createDisplay({ items, json }: Options) {
  const begun = performance.now();
  const terminal = process.stderr.isTTY;
  let shown = 0;
  return {
    report(report: Report) {
      if (report.kind === 'paused') {
        console.error(`${terminal ? '\n' : ''}waiting for the database (${report.detail}), again in ${report.retryInMs / 1000} s`);
      }
      if (report.kind !== 'progress') return;
      for (const item of report.items) {
        if (json && items) console.log(JSON.stringify(item));
        else if (!json && (items || item.result === 'rejected'))
          console.log(
            `${terminal ? '\r\u001B[K' : ''}${item.result} ${item.place} ${item.code === undefined ? item.articleId : `${item.code}: ${item.detail ?? ''}`}`,
          );
      }
      const elapsedMs = performance.now() - begun;
      if (report.totalBytes + report.bytes === 0 || (!terminal && elapsedMs - shown < 10_000)) return;
      shown = elapsedMs;
      const line = progressLine(
        { ...report.run, bytes: report.bytes, totalBytes: report.totalBytes, elapsedMs },
        process.stderr.columns ?? 200,
      );
      process.stderr.write(terminal ? `\r\u001B[K${line}` : `${line}\n`);
    },
    end(ended: IntakeRun) {
      if (terminal) process.stderr.write('\r\u001B[K');
      const { seen, accepted, unchanged, rejected, state, detail } = ended;
      const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
      if (json)
        console.log(
          JSON.stringify({
            state,
            seen,
            accepted,
            unchanged,
            rejected,
            seconds,
            ...(detail === null ? {} : { detail }),
          }),
        );
      else
        console.log(
          `${seen} ${seen === 1 ? 'item' : 'items'} in ${seconds} s: ${accepted} new, ${unchanged} known, ${rejected} refused${state === 'done' ? '' : '; not finished, give the same command again to go on'}`,
        );
    },
  };
}

/**
 * `copydesk read`: takes files, folders, archives, pages or standard input in, through the feed reader's own intake, in a process of its own that can be killed and resumed.
 * Exit code 0 when everything was read, 3 when some of it was refused, 1 when all of it was or the run did not finish.
 */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const databaseUrl = await ledgerUrl();
  const display = createDisplay(options);
  const child = fork(readerMain, ['read'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      READER_INPUT: JSON.stringify(options.input),
      READER_RUN_ID: `read-${process.pid}-${Math.round(performance.timeOrigin)}`,
      READER_THREADS: String(options.threads),
    },
  });
  let last: IntakeRun | undefined;
  child.on('message', (message) => {
    const report = message as Report;
    if (report.kind !== 'paused') last = report.run;
    display.report(report);
  });
  // Ctrl-C reaches the child too; it ends between two items and says how far it came.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  await new Promise<void>((ended) => child.once('close', () => ended()));
  if (last === undefined) throw new CommandError('The reader ended before it had read anything.');
  display.end(last);
  if (last.state !== 'done') return 1;
  if (last.rejected === 0) return 0;
  return last.rejected === last.seen ? 1 : 3;
}
