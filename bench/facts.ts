import { readdirSync, readFileSync } from 'node:fs';
import { readFlat } from '@copydesk/article';
import { createExtractor, warmUp } from '@copydesk/facts';
import type { ArticleToRead, Extraction } from '@copydesk/facts';
import { z } from 'zod';
import { pythonPipeline } from './facts-beside-python.ts';
import type { BenchReport } from './main.ts';

/** Sentences per second of the first reading over those of a Python pipeline on the same articles in the same run (issue's peer: spaCy, quantulum3, textacy). */
const TIMES_PYTHON = 15;

/** Sentences per second of processor time, everything from parse to mentions, below which the bench fails; far under what a quiet machine gives. */
const target = 600;
/** Any article is read, or refused with a code, in at most this many milliseconds of processor time for each 100,000 code units. */
const hostileTarget = 4000;
const ROUNDS = 15;

const extractor = createExtractor();

/**
 * Speed of reading articles for facts, the first time after the warm-up and again and again, and the slowest of a row of hostile texts.
 * `--articles FILE` reads articles of a JSON-lines file (`{"text"}` each) in place of the seeds; `--python PATH` runs the Python pipeline on them right after.
 */
export async function bench(args: string[]): Promise<BenchReport> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const file = option('--articles');
  const articles = file === undefined ? seedArticles() : articlesOf(file);
  const warmUpMs = milliseconds(() => warmUp(extractor));
  const firstMs = milliseconds(() => articles.forEach((article) => extractor.extract(article)));
  let best = Number.POSITIVE_INFINITY;
  let sentences = 0;
  let mentions = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let read: Extraction[] = [];
    best = Math.min(
      best,
      milliseconds(() => (read = articles.map((article) => extractor.extract(article)))),
    );
    sentences = read.reduce((sum, each) => sum + each.sentences.length, 0);
    mentions = read.reduce((sum, each) => sum + each.mentions.length, 0);
  }
  const perSecond = Math.round((sentences / best) * 1000);
  const hostile = slowest();
  const perSecondFirst = Math.round((sentences / firstMs) * 1000);
  const python = besidePython(option('--python'), articles, sentences, perSecondFirst);
  const ok = perSecond >= target && hostile.milliseconds <= hostileTarget && (python === null || python.times >= TIMES_PYTHON);
  return Promise.resolve({
    bench: 'facts',
    ok,
    articles: articles.length,
    sentences,
    mentions,
    sentencesPerSecond: perSecond,
    sentencesPerSecondFirst: perSecondFirst,
    python,
    warmUpMs,
    hostile,
    targets: { sentencesPerSecond: target, hostileMs: hostileTarget, timesPython: TIMES_PYTHON },
  });
}

/** The Python pipeline's rate in our count of sentences, and how many times it the first reading is; null where no Python is named. */
function besidePython(path: string | undefined, articles: readonly ArticleToRead[], sentences: number, ours: number) {
  if (path === undefined) return null;
  const { seconds, givenUp } = pythonPipeline(
    path,
    articles.map(({ text }) => text),
  );
  const perSecond = sentences / seconds;
  return { sentencesPerSecond: Number(perSecond.toFixed(1)), givenUp, times: Number((ours / perSecond).toFixed(1)) };
}

/** The readable articles of a JSON-lines file of flat texts. */
function articlesOf(file: string): ArticleToRead[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => readFlat(z.object({ text: z.string() }).parse(JSON.parse(line)).text))
    .filter(({ rejected }) => rejected === undefined)
    .map(({ text, language }) => articleOf(text, language ?? 'und'));
}

/** Processor time of the thread that works; compilers beside it are not counted. */
function milliseconds(work: () => void): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return Math.round(user + system) / 1000;
}

function seedArticles(): ArticleToRead[] {
  const folder = new URL('../seeds/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const reading = readFlat(readFileSync(new URL(name, folder), 'utf8'));
      return articleOf(reading.text, reading.language ?? 'und');
    });
}

function articleOf(text: string, language: string): ArticleToRead {
  return { articleId: 'bench', revision: 1, text, textHash: '', headlines: [], language, published: null, wireCredit: [] };
}

const pieces = [
  '9 ',
  'said ',
  'and Ann ',
  'Ann, ',
  '“no” ',
  'killing 5, ',
  'On Monday, Ann Lee, who was here, said that 12 people and 3 dogs had left, killing 5. ',
];

function slowest(): { piece: string; milliseconds: number } {
  let worst = { piece: '', milliseconds: 0 };
  for (const piece of pieces) {
    for (const language of ['en', 'de']) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const taken = milliseconds(() => {
        try {
          extractor.extract(articleOf(text, language));
        } catch (error) {
          if (!(error instanceof Error && 'code' in error)) throw error;
        }
      });
      if (taken > worst.milliseconds) worst = { piece: `${piece} (${language})`, milliseconds: Math.round(taken) };
    }
  }
  return worst;
}
