import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStoryLedger } from '@copydesk/facts';
import { freePort, startLocalPostgres } from '@copydesk/local';
import { migrate, openDatabase } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { applyAssignment } from '../services/extractor/src/ledger/apply.ts';
import { toArticleContext } from '../services/extractor/src/ledger/article-context.ts';
import { createStoryLedgers } from '../services/extractor/src/ledger/story-ledgers.ts';
import { createDice } from './chaos/dice.ts';
import { madeStory } from './ledger/made-story.ts';
import type { MadeArticle, StoryShape } from './ledger/made-story.ts';
import type { BenchReport } from './main.ts';

/** Adding to the story when it is ten times as long costs at most so many times as much. */
const target = 2;
/** Articles of the long story, and of the short one that it is compared with. */
const LONG = 5_000;
const SHORT = 500;
/** Articles whose cost is averaged, the last of them being the story's last. */
const WINDOW = 200;

const shapes: Readonly<Record<string, StoryShape>> = {
  /** A great story: ten claims stand in 25 to 90 % of its articles, fifteen mentions of an article in few. */
  fewClaimsManyArticles: { great: 10, small: 15 },
  manyClaimsFewArticles: { great: 0, small: 25 },
};

/** What adding one article costs. */
interface Cost {
  /** Processor time of the thread that works. */
  readonly ms: number;
  /** Processor time of the database's process, and what it writes; 0 without a database. */
  readonly databaseMs: number;
  readonly writtenBytes: number;
}

/**
 * What adding an article to a long story costs against a short one, in the ledger alone and with everything that PostgreSQL is told.
 * @param args articles of the long story; "pure" leaves PostgreSQL out.
 */
export async function bench(args: string[]): Promise<BenchReport> {
  const long = Number(args.find((arg) => /^\d+$/.test(arg)) ?? LONG);
  const short = Math.round((long * SHORT) / LONG);
  const figures: Record<string, unknown> = {};
  let worst = 0;
  const compare = async (name: string, add: (article: MadeArticle) => unknown, shape: StoryShape, meter: () => Promise<Cost>) => {
    const [few, many] = await costs(shape, [short, long], add, meter);
    const ratios = Object.fromEntries(
      (['ms', 'databaseMs', 'writtenBytes'] as const).flatMap((key) =>
        few !== undefined && many !== undefined && few[key] > 0 ? [[key, rounded(many[key] / few[key])]] : [],
      ),
    );
    const all = few !== undefined && many !== undefined ? (many.ms + many.databaseMs) / (few.ms + few.databaseMs) : 0;
    worst = Math.max(worst, all, ratios['writtenBytes'] ?? 0);
    figures[name] = { few, many, ratios: { ...ratios, processor: rounded(all) } };
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const ledger = openStoryLedger('s_made');
    await compare(name, ({ event, mentions }) => ledger.setArticle(toArticleContext(event), mentions), shape, threadCost);
    if (args.includes('pure')) continue;
    await onPostgres(async (database, meter) => {
      const ledgers = createStoryLedgers({ version: 'made', readMentions: () => [] });
      const add = async ({ event, mentions }: MadeArticle) => {
        await database.transaction().execute(async (transaction) => await applyAssignment(transaction, ledgers, event, mentions));
        // As the relay does; what is sent is not what is measured.
        await database.deleteFrom('outbox').execute();
      };
      await compare(`${name} on PostgreSQL`, add, shape, meter);
    });
  }
  return { bench: 'ledger', ok: worst <= target, long, short, ratio: rounded(worst), target, ...figures };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

async function threadCost(): Promise<Cost> {
  const { user, system } = process.threadCpuUsage();
  return Promise.resolve({ ms: (user + system) / 1000, databaseMs: 0, writtenBytes: 0 });
}

/** Tells a story; gives the cost of an article in the windows that end where `sizes` say. */
async function costs(
  shape: StoryShape,
  sizes: readonly number[],
  add: (article: MadeArticle) => unknown,
  meter: () => Promise<Cost>,
): Promise<Cost[]> {
  const found: Cost[] = [];
  let begun = await meter();
  let at = 0;
  const window = Math.min(WINDOW, ...sizes);
  for (const article of madeStory(shape, createDice(1))) {
    if (sizes.includes(at + window)) begun = await meter();
    await add(article);
    at++;
    if (!sizes.includes(at)) continue;
    const ended = await meter();
    const each = (key: keyof Cost): number => rounded((ended[key] - begun[key]) / window);
    found.push({ ms: each('ms'), databaseMs: each('databaseMs'), writtenBytes: each('writtenBytes') });
    if (found.length === sizes.length) break;
  }
  return found;
}

async function onPostgres(run: (database: Database, meter: () => Promise<Cost>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const settings = { fsync: 'off', full_page_writes: 'off' };
  const server = await startLocalPostgres({ dataDir: join(folder, 'postgres'), port: await freePort(), settings });
  // One connection: one process of the server does all the work.
  const database = openDatabase({ url: server.url, applicationName: 'bench', maxConnections: 1 });
  try {
    await migrate(database);
    const { pid } = await database.selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid')).executeTakeFirstOrThrow();
    await run(database, async () => {
      const { bytes } = await database
        .selectNoFrom((eb) => eb.fn<string>('pg_wal_lsn_diff', [eb.fn('pg_current_wal_insert_lsn'), eb.val('0/0')]).as('bytes'))
        .executeTakeFirstOrThrow();
      return { ...(await threadCost()), databaseMs: processorMs(pid), writtenBytes: Number(bytes) };
    });
  } finally {
    await database.destroy();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of a process, where the system shows it (Linux, in hundredths of a second); else 0. */
function processorMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
