// `pnpm -s bench near-duplicate [ARTICLES] [--python PATH]`: speed of the near-duplicate index, of stories, and of both, on made articles of 120 words.
// With a Python that has datasketch, MinHash-LSH (128 permutations, 5-word shingles) runs on the same texts right after, and the target is five times its speed.
// `pnpm -s bench near-duplicate memory`: bytes per article of the thin window (with NODE_OPTIONS=--expose-gc).
// `pnpm -s bench near-duplicate stream [ARTICLES] [DAYS]`: one clusterer takes a stream (1,000,000 by default) over so many days (fifteen); memory must stay flat once the window is full.
// `pnpm -s bench near-duplicate window [ARTICLES A DAY]`: a clusterer in its first six days and one whose window is full, a few hundred articles of each in turn: other work on the machine weighs on both alike.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClusterer, createNearDuplicateIndex, createStoryClusterer, type ArticleInput } from '@copydesk/near-duplicate';
import type { BenchReport } from './main.ts';
import { createArticleMaker } from './near-duplicate-articles.ts';

const HOUR = 3_600_000;
const STREAM_DAYS = 15;
const TIMES_DATASKETCH = 5;
const STORIES_PER_SECOND = 5_000;
const P99_MS = 10;
const BYTES_PER_ARTICLE = 700;
const LAST_TENTH = 0.8;
/** Days of a first tenth of sixty days, days after which a window is full, articles a turn. */
const FIRST_DAYS = 6;
const FULL_AFTER = 8;
const TURN = 500;

export async function bench(args: string[]): Promise<BenchReport> {
  if (args[0] === 'stream') return stream(Number(args[1] ?? 1_000_000), Number(args[2] ?? STREAM_DAYS) * 24);
  if (args[0] === 'window') return Promise.resolve(window(Number(args[1] ?? 16_667)));
  return Promise.resolve(args[0] === 'memory' ? memory() : speed(args));
}

interface Figures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
}

/** Adds per second of this thread's processor time, and how long single ones took by the clock. */
function measure(articles: readonly ArticleInput[], add: (article: ArticleInput) => unknown): Figures {
  const took: number[] = [];
  const begun = process.cpuUsage();
  for (const article of articles) {
    const at = performance.now();
    add(article);
    took.push(performance.now() - at);
  }
  const { user, system } = process.cpuUsage(begun);
  took.sort((a, b) => a - b);
  const at = (share: number): number => Number((took[Math.floor((took.length - 1) * share)] ?? 0).toFixed(3));
  return { perSecond: Math.round((articles.length * 1e6) / (user + system)), p50Ms: at(0.5), p99Ms: at(0.99), worstMs: at(1) };
}

function madeStream(count: number, gap: number): ArticleInput[] {
  const make = createArticleMaker(5);
  return Array.from({ length: count }, (_, i) => ({ ...make(i), revision: 1, language: 'en', observedAt: i * gap }));
}

/** Services run for days: the compiler's work on the first articles is none of theirs. */
function warmUp(): void {
  const articles = madeStream(3_000, 1000);
  for (const one of [createNearDuplicateIndex(), createStoryClusterer(), createClusterer()])
    for (const article of articles) one.add(article);
}

function speed(args: string[]): BenchReport {
  const count = Number(args.find((a) => /^\d+$/.test(a)) ?? 20_000);
  const articles = madeStream(count, 1000);
  warmUp();
  const index = createNearDuplicateIndex();
  const copies = measure(articles, (a) => index.add(a));
  const python = args.includes('--python') ? args[args.indexOf('--python') + 1] : undefined;
  const datasketch = python === undefined ? null : compared(python, articles.slice(0, 5_000));
  const clusterer = createStoryClusterer();
  const stories = measure(articles, (a) => clusterer.add(a));
  const whole = createClusterer();
  const both = measure(articles, (a) => whole.add(a));
  const ratio = datasketch === null ? null : Number((copies.perSecond / datasketch).toFixed(2));
  const ok = (ratio === null || ratio >= TIMES_DATASKETCH) && stories.perSecond >= STORIES_PER_SECOND && both.p99Ms < P99_MS;
  return {
    bench: 'near-duplicate',
    ok,
    articles: count,
    copies,
    datasketchPerSecond: datasketch,
    timesDatasketch: ratio,
    stories,
    both,
    fill: whole.fill(),
  };
}

/** Texts per second of processor time by datasketch, null where the given Python does not have it. */
function compared(python: string, articles: readonly ArticleInput[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'near-duplicate-'));
  const file = join(folder, 'texts.txt');
  writeFileSync(file, articles.map((a) => a.text).join('\n'));
  const { stdout } = spawnSync(python, [new URL('near-duplicate-datasketch.py', import.meta.url).pathname, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const perSecond = Number(stdout);
  return Number.isFinite(perSecond) && perSecond > 0 ? Math.round(perSecond) : null;
}

/** Bytes of heap and of arrays outside it for each article of the thin window, stories, words and tables included: growth of a window of which nearly all is thin. Needs `node --expose-gc`. */
function memory(): BenchReport {
  const perHour = 500;
  const make = createArticleMaker(9);
  const clusterer = createClusterer({
    articlesPerHour: perHour,
    denseHours: 2,
    denseArticles: 8 * perHour,
    thinArticles: 200 * perHour,
  });
  let at = 0;
  const inUse = (): number => {
    for (let k = 0; k < 3; k += 1) globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const run = (hours: number): void => {
    for (const end = at + hours * perHour; at < end; at += 1) {
      const id = `a_${at.toString(16).padStart(32, '0')}`;
      clusterer.add({ ...make(at), id, revision: 1, language: 'en', observedAt: Math.floor((at * HOUR) / perHour) });
    }
  };
  run(44);
  const before = inUse();
  run(80);
  const bytes = Math.round((inUse() - before) / (80 * perHour));
  return {
    bench: 'near-duplicate memory',
    ok: bytes <= BYTES_PER_ARTICLE,
    bytesPerThinArticle: bytes,
    target: BYTES_PER_ARTICLE,
    fill: clusterer.fill(),
  };
}

/** Speed of a full window over that of the first six days, measured in turns. */
function window(perDay: number): BenchReport {
  const begin = (): ((articles: number) => number) => {
    const clusterer = createClusterer({ articlesPerHour: Math.ceil(perDay / 24), denseArticles: 30 * perDay, thinArticles: 30 * perDay });
    const make = createArticleMaker(7);
    let at = 0;
    return (articles) => {
      const gap = (24 * HOUR) / perDay;
      const list = Array.from({ length: articles }, () => {
        at += 1;
        return { ...make(at), revision: 1, language: 'en', observedAt: Math.floor(at * gap) };
      });
      const begun = process.cpuUsage();
      for (const article of list) clusterer.add(article);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1e6;
    };
  };
  warmUp();
  const [fresh, full] = [begin(), begin()];
  for (let day = 0; day < FULL_AFTER; day += 1) full(perDay);
  let [freshSeconds, fullSeconds, articles] = [0, 0, 0];
  for (; articles < FIRST_DAYS * perDay; articles += TURN) {
    freshSeconds += fresh(TURN);
    fullSeconds += full(TURN);
  }
  const kept = freshSeconds / fullSeconds;
  return {
    bench: 'near-duplicate window',
    ok: kept >= LAST_TENTH,
    articlesPerDay: perDay,
    freshPerSecond: Math.round(articles / freshSeconds),
    fullPerSecond: Math.round(articles / fullSeconds),
    fullOverFresh: Number(kept.toFixed(2)),
  };
}

/** A long stream through one clusterer: articles per second of processor time, and memory, by tenths of the stream. */
async function stream(count: number, hours: number): Promise<BenchReport> {
  const clusterer = createClusterer({ articlesPerHour: Math.ceil(count / hours), denseArticles: count, thinArticles: count });
  const make = createArticleMaker(7);
  const tenths: { perSecond: number; megabytes: number }[] = [];
  const took: number[] = [];
  const worked: number[] = [];
  let at = 0;
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const begun = at;
    let spent = 0;
    for (; at < (count * tenth) / 10; at += 1) {
      const article = { ...make(at), revision: 1, language: 'en', observedAt: Math.floor((at * hours * HOUR) / count) };
      const [start, before] = [performance.now(), process.cpuUsage()];
      clusterer.add(article);
      const { user, system } = process.cpuUsage(before);
      spent += (user + system) / 1000;
      worked.push((user + system) / 1000);
      took.push(performance.now() - start);
      if (at % 4096 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    tenths.push({ perSecond: Math.round(((at - begun) * 1000) / spent), megabytes: Math.round((heapUsed + arrayBuffers) / 1e6) });
    console.error(JSON.stringify(tenths.at(-1)));
  }
  const p99 = (list: number[]): number => Number((list.sort((a, b) => a - b)[Math.floor(list.length * 0.99)] ?? 0).toFixed(2));
  const p99Ms = p99(took);
  const [first, full, last] = [tenths[0], tenths[5], tenths[9]];
  const kept = (last?.perSecond ?? 0) / (first?.perSecond ?? 1);
  const growth = (last?.megabytes ?? 0) / (full?.megabytes ?? 1);
  return {
    bench: 'near-duplicate stream',
    ok: kept >= LAST_TENTH && growth <= 1.1 && p99Ms < P99_MS,
    articles: count,
    days: hours / 24,
    tenths,
    lastOverFirst: Number(kept.toFixed(2)),
    growthOnceFull: Number(growth.toFixed(2)),
    p99Ms,
    // Of this process's own work: on a busy machine the clock also counts the others' turns.
    p99WorkMs: p99(worked),
    fill: clusterer.fill(),
  };
}
