// Body extraction beside other readers: pnpm -s bench pages FOLDER…   (folders with pages.jsonl and the pages it names)
// One page after the other, each reader in its own thread with a deadline, so that a page that hangs one of them costs that one page.
// Every reader reads all pages twice: the second pass is timed, when its code is compiled, as it is in a running service; the first is told too.
// Seconds of a core are the thread's own: what other work does to the clock is not in them, what it does to caches is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { decodePage } from '@copydesk/article';
import type { BenchReport } from './main.ts';
import type { PageReply } from './pages-worker.ts';

const readers = ['copydesk', 'readability-linkedom', 'readability-jsdom', 'defuddle-linkedom'] as const;
const deadlineMs = 20_000;
/** Stated targets for this project's reader. */
const targets = { pagesPerCoreSecond: 150, worstMs: 1_000 };

interface Gold {
  id: string;
  url: string;
  file: string;
  gold?: string;
  with?: string[];
  without?: string[];
}

/** Runs every reader over every page of the folders and compares body quality and speed. */
export async function bench(folders: string[]): Promise<BenchReport> {
  if (folders.length === 0) throw new Error('usage: bench pages FOLDER…');
  const pages = folders.flatMap((folder) =>
    readFileSync(join(folder, 'pages.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const page = JSON.parse(line) as Gold;
        return { ...page, html: decodePage(gunzipSync(readFileSync(join(folder, page.file)))).text };
      }),
  );
  const report: BenchReport = { bench: 'pages', ok: true, pages: pages.length };
  for (const reader of readers) {
    const thread = new Reader(reader);
    const cold = await readAll(thread, pages);
    const warm = await readAll(thread, pages);
    await thread.end();
    const worst = warm.reduce((a, b) => (b.ms > a.ms ? b : a));
    const pagesPerCoreSecond = perSecond(warm.map(({ cpuMs }) => cpuMs));
    const worstMs = Math.round(Math.max(...[...cold, ...warm].map(({ ms }) => ms)));
    report[reader] = {
      ...quality(pages, warm),
      pagesPerCoreSecond,
      pagesPerSecond: perSecond(warm.map(({ ms }) => ms)),
      firstPassPerSecond: perSecond(cold.map(({ ms }) => ms)),
      worstMs,
      worstWarm: `${Math.round(worst.ms)} ms, ${pages[warm.indexOf(worst)]?.id ?? ''}`,
      failed: warm.filter((reply) => reply.error !== undefined).length,
    };
    if (reader === 'copydesk') report.ok = pagesPerCoreSecond >= targets.pagesPerCoreSecond && worstMs <= targets.worstMs;
  }
  return report;
}

async function readAll(thread: Reader, pages: readonly { html: string; url: string }[]): Promise<PageReply[]> {
  const replies: PageReply[] = [];
  for (const page of pages) replies.push(await thread.read(page.html, page.url));
  return replies;
}

const perSecond = (took: readonly number[]): number => Math.round((1000 * took.length) / took.reduce((a, b) => a + b, 0));

/** A thread of one reader; it is started again after a deadline. */
class Reader {
  private readonly name: string;
  private worker: Worker | undefined;

  constructor(name: string) {
    this.name = name;
  }

  async read(html: string, url: string): Promise<PageReply> {
    const worker = (this.worker ??= new Worker(new URL('./pages-worker.ts', import.meta.url), {
      workerData: this.name,
      resourceLimits: { maxOldGenerationSizeMb: 2_048, stackSizeMb: 16 },
    }));
    return new Promise((done) => {
      const settle = (reply: PageReply, broken: boolean): void => {
        clearTimeout(timer);
        worker.off('message', answered);
        worker.off('error', failed);
        if (broken) {
          worker.on('error', () => undefined);
          void worker.terminate();
          this.worker = undefined;
        }
        done(reply);
      };
      const answered = (reply: PageReply): void => settle(reply, false);
      const failed = (error: Error): void => settle({ text: '', ms: 0, cpuMs: 0, error: error.message }, true);
      const timer = setTimeout(() => settle({ text: '', ms: deadlineMs, cpuMs: deadlineMs, error: 'deadline' }, true), deadlineMs);
      worker.on('message', answered);
      worker.on('error', failed);
      worker.postMessage({ html, url });
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }
}

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Mean precision and recall over runs of four words for whole gold texts; micro precision and recall of pieces for the rest. */
function quality(pages: readonly Gold[], replies: readonly PageReply[]): Record<string, number> {
  const whole = { p: 0, r: 0, n: 0 };
  const pieces = { hit: 0, extra: 0, missed: 0 };
  for (const [i, page] of pages.entries()) {
    const text = replies[i]?.text ?? '';
    if (page.gold === undefined) {
      const plain = fold(text);
      for (const piece of page.with ?? []) pieces[plain.includes(fold(piece)) ? 'hit' : 'missed']++;
      for (const piece of page.without ?? []) if (plain.includes(fold(piece))) pieces.extra++;
      continue;
    }
    const [gold, found] = [runs(page.gold), runs(text)];
    let both = 0;
    for (const [run, count] of gold) both += Math.min(count, found.get(run) ?? 0);
    const size = (counts: Map<string, number>): number => counts.values().reduce((a, b) => a + b, 0);
    whole.p += found.size === 0 ? 0 : both / size(found);
    whole.r += both / size(gold);
    whole.n++;
  }
  const f = (p: number, r: number): number => Number(((2 * p * r) / Math.max(1e-9, p + r)).toFixed(3));
  const figures: Record<string, number> = {};
  if (whole.n > 0) figures['wholeF1'] = f(whole.p / whole.n, whole.r / whole.n);
  if (pieces.hit + pieces.missed > 0)
    figures['piecesF'] = f(pieces.hit / (pieces.hit + pieces.extra), pieces.hit / (pieces.hit + pieces.missed));
  return figures;
}

const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}_])+/gu;

function runs(text: string): Map<string, number> {
  const words = text.match(tokenPattern) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const run = words.slice(i, i + 4).join(' ');
    if (run !== '') counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}
