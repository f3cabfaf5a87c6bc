import { readdirSync, readFileSync } from 'node:fs';
import { readFlat } from '@copydesk/article';
import { createExtractor } from '@copydesk/facts';
import type { ArticleToRead } from '@copydesk/facts';
import type { BenchReport } from './main.ts';

/** Sentences per second of processor time, everything from parse to mentions, below which the bench fails; far under what a quiet machine gives. */
const target = 600;
/** Any article is read, or refused with a code, in at most this many milliseconds of processor time for each 100,000 code units. */
const hostileTarget = 4000;
const ROUNDS = 15;

const extractor = createExtractor();

/** Speed of reading the seed articles for facts, and the slowest of a row of hostile texts. */
export async function bench(): Promise<BenchReport> {
  const articles = seedArticles();
  for (const article of articles) extractor.extract(article);
  let best = Number.POSITIVE_INFINITY;
  let sentences = 0;
  let mentions = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { user } = process.cpuUsage();
    const read = articles.map((article) => extractor.extract(article));
    best = Math.min(best, (process.cpuUsage().user - user) / 1000);
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
    hostile,
    targets: { sentencesPerSecond: target, hostileMs: hostileTarget },
  });
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
      const { user } = process.cpuUsage();
      try {
        extractor.extract(articleOf(text, language));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
      }
      const milliseconds = Math.round((process.cpuUsage().user - user) / 1000);
      if (milliseconds > worst.milliseconds) worst = { piece: `${piece} (${language})`, milliseconds };
    }
  }
  return worst;
}
