import { createReaderPool } from '@copydesk/article';
import { createFetcher } from '@copydesk/fetch';
import { isTransientDatabaseError, openDatabase, requireSchema } from '@copydesk/storage';
import type { IntakeRun } from '@copydesk/storage';
import { retryTransient } from '@copydesk/pipeline';
import { loadSites } from './article/load-sites.ts';
import { createArticleReader } from './article/read-article.ts';
import type { FeedReaderConfig } from './config.ts';
import { readInput } from './read-input.ts';

/** What became of one item, for whoever started the run. */
export interface ItemReport {
  place: string;
  result: 'accepted' | 'unchanged' | 'rejected';
  articleId: string;
  code?: string;
  detail?: string;
}

/** What a bulk run tells its parent process. */
export type BulkReport =
  | { kind: 'progress'; run: IntakeRun; bytes: number; totalBytes: number; items: ItemReport[] }
  | { kind: 'paused'; detail: string; retryInMs: number }
  | { kind: 'end'; run: IntakeRun };

const REPORT_EVERY_MS = 200;
/** Items of which the readings may wait for each other, per thread. */
const AHEAD = 4;
/** Ample for a slow machine under load; a page takes milliseconds. */
export const PAGE_DEADLINE_MS = 15_000;

/**
 * Reads the input once, through the same intake as the service, and ends. What is taken in is sent by the feed reader that runs beside it: this program needs no broker.
 * @param report is told twice a second or so how far it is.
 */
export async function runBulk(
  config: Pick<FeedReaderConfig, 'databaseUrl' | 'input' | 'runId' | 'sites' | 'threads' | 'userAgent'>,
  options: { signal: AbortSignal; report: (report: BulkReport) => void },
): Promise<IntakeRun> {
  const { signal, report } = options;
  const sites = loadSites(config.sites);
  for (const { file, fault } of sites.faults) console.error(`feed-reader: the rules in ${file} are not used: ${fault}`);
  const database = openDatabase({ url: config.databaseUrl, applicationName: 'copydesk-read' });
  const pool = createReaderPool({ threads: config.threads, deadlineMs: PAGE_DEADLINE_MS });
  const fetcher = createFetcher({ userAgent: config.userAgent });
  let reported = 0;
  let items: ItemReport[] = [];
  const onPause = ({ error, retryInMs }: { error: unknown; retryInMs: number }) =>
    report({ kind: 'paused', detail: error instanceof Error ? error.message : String(error), retryInMs });
  try {
    await retryTransient(async () => await requireSchema(database), { isTransient: isTransientDatabaseError, signal, onPause });
    const run = await readInput(database, {
      runId: config.runId,
      paths: config.input,
      now: Date.now(),
      read: createArticleReader(pool, sites.rules),
      window: config.threads * AHEAD,
      fetcher,
      signal,
      onPause,
      afterItem: ({ item, taken, run: counts, bytes, totalBytes }) => {
        items.push({ place: item.intake.name, ...taken });
        if (performance.now() - reported < REPORT_EVERY_MS) return;
        reported = performance.now();
        report({ kind: 'progress', run: { ...counts }, bytes, totalBytes, items: items.splice(0) });
      },
    });
    if (items.length > 0) report({ kind: 'progress', run, bytes: 0, totalBytes: 0, items });
    items = [];
    report({ kind: 'end', run });
    return run;
  } finally {
    await fetcher.close();
    await pool.close();
    await database.destroy();
  }
}
