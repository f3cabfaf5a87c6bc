import { readdirSync, readFileSync } from 'node:fs';
import { canonicalUrl, findNumbersIn, scrub, splitSentences, tokenize } from '@copydesk/text';
import type { BenchReport } from './main.ts';

/** Sentences per second on one core below which the bench fails; far under what a quiet machine gives, so that a busy one does not fail it. */
const targets = { sentences: 60_000, tokens: 40_000, numbers: 40_000 };
/** A megabyte of any text is read in at most this many milliseconds of processor time. */
const hostileTarget = 1000;

/** Speed of sentences, tokens, numbers and scrubbing on the seed articles, beside Intl.Segmenter, and the slowest of a row of hostile megabytes. */
export async function bench(): Promise<BenchReport> {
  const texts = seedTexts();
  const sentences = texts.flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
  const tokens = sentences.map((sentence) => tokenize(sentence));
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const perSecond = {
    sentences: rate(sentences.length, () => texts.forEach((text) => splitSentences(text))),
    intlSegmenter: rate(sentences.length, () => texts.forEach((text) => [...segmenter.segment(text)])),
    tokens: rate(sentences.length, () => sentences.forEach((sentence) => tokenize(sentence))),
    numbers: rate(sentences.length, () => tokens.forEach((list) => findNumbersIn(list))),
    scrub: rate(sentences.length, () => texts.forEach((text) => scrub(text))),
    urls: rate(1000, () => {
      for (let index = 0; index < 1000; index += 1) canonicalUrl(`https://example.com/news/${index}?utm_source=feed&id=${index}#top`);
    }),
  };
  const hostile = slowestMegabyte();
  const ok =
    Object.entries(targets).every(([name, target]) => perSecond[name as keyof typeof targets] >= target) &&
    hostile.milliseconds <= hostileTarget;
  return Promise.resolve({
    bench: 'text',
    ok,
    sentencesRead: sentences.length,
    perSecond,
    hostile,
    targets: { ...targets, hostileMs: hostileTarget },
  });
}

function seedTexts(): string[] {
  const folder = new URL('../seeds/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

/** Calls per second of the best of nine rounds, each of enough repeats to be timed. */
function rate(count: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 9; round += 1) {
    const begun = performance.now();
    for (let repeat = 0; repeat < 20; repeat += 1) work();
    best = Math.min(best, (performance.now() - begun) / 20);
  }
  return Math.round((count / best) * 1000);
}

/** Pieces that are repeated up to a megabyte: no spaces, marks only, half words, numbers without end, broken characters. */
const pieces = [
  'a',
  '.',
  '. ',
  'a.',
  'a-',
  're-',
  '"',
  '.")',
  '$5',
  '5,000',
  '1-',
  'one ',
  'hundred and ',
  '5 to ',
  '@',
  'a@',
  'www.',
  '\ud800',
  'e\u0301',
  '\r',
  '\n',
  ' \n',
  '漢',
  '。',
  '’s',
  'U.S. ',
  '[1]',
  ' ',
  '\u200b',
  '😀',
];

function slowestMegabyte(): { piece: string; milliseconds: number } {
  let slowest = { piece: '', milliseconds: 0 };
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const begun = process.cpuUsage();
    const clean = scrub(text).text;
    for (const { start, end } of splitSentences(clean)) findNumbersIn(tokenize(clean, start, end));
    const { user, system } = process.cpuUsage(begun);
    const milliseconds = Math.round((user + system) / 1000);
    if (milliseconds > slowest.milliseconds) slowest = { piece: JSON.stringify(piece), milliseconds };
  }
  return slowest;
}
