import { readdirSync, readFileSync } from 'node:fs';
import { readFlat } from '@copydesk/article';
import { createExtractor, warmUp } from '@copydesk/facts';
import type { ArticleToRead, Extraction } from '@copydesk/facts';
import type { BenchReport } from './main.ts';

/** Sentences per second of processor time, everything from parse to mentions, below which the bench fails; far under what a quiet machine gives. */
const target = 600;
/** Any article is read, or refused with a code, in at most this many milliseconds of processor time for each 100,000 code units. */
const hostileTarget = 4000;
const ROUNDS = 15;

const extractor = createExtractor();

/** Speed of reading the seed articles for facts, the first time after the warm-up and again and again, and the slowest of a row of hostile texts. */
export async function bench(): Promise<BenchReport> {
  const articles = seedArticles();
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
  const ok = perSecond >= target && hostile.milliseconds <= hostileTarget;
  return Promise.resolve({
    bench: 'facts',
    ok,
    articles: articles.length,
    sentences,
    mentions,
    sentencesPerSecond: perSecond,
    sentencesPerSecondFirst: Math.round((sentences / firstMs) * 1000),
    warmUpMs,
    hostile,
    targets: { sentencesPerSecond: target, hostileMs: hostileTarget },
  });
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
