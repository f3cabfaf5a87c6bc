import type { WordView } from './alignment.ts';
import type { ArticleInput } from './article.ts';
import type { Lexicon } from './lexicon.ts';
import type { Settings } from './options.ts';
import { FIELD, ROW_BITS } from './vocabulary.ts';
import { createWordScan, FLAG, scanWords, type WordScan } from './words.ts';

/** One article as words, in scratch arrays that the next reading overwrites. */
export interface Reading {
  scan: WordScan;
  /** Numbers of all words, the title's first. */
  words: Uint32Array;
  count: number;
  /** The different words in order of first use, their number, and where each is first used. */
  distinct: Uint32Array;
  different: number;
  firstUse: Uint32Array;
  /** Place in `distinct` of the word at each position. */
  placeOf: Uint32Array;
  /** Number of title words. */
  title: number;
  /** The text's words, and the title's before them where the text is short. */
  body: WordView;
  /** Fingerprint of the text's words in order. */
  content: number;
}

/** Creates the reader of one language: it interns words, the caller counts them. */
export function createReader(settings: Settings, lexicon: Lexicon): (article: Pick<ArticleInput, 'title' | 'text'>) => Reading {
  const { vocabulary } = lexicon;
  const scan = createWordScan(settings.maxWords);
  const words = new Uint32Array(settings.maxWords);
  const distinct = new Uint32Array(settings.maxWords);
  const firstUse = new Uint32Array(settings.maxWords);
  const placeOf = new Uint32Array(settings.maxWords);
  let stamp = 0;
  return (article) => {
    scan.count = 0;
    scan.sentences = 0;
    scanWords((article.title ?? '').slice(0, TITLE_UNITS), scan, settings.seed, FLAG.title);
    const title = scan.count;
    scanWords(article.text, scan, settings.seed);
    const { count } = scan;
    vocabulary.internAll(scan.low, scan.high, count, words);
    const { rows } = vocabulary;
    stamp = stamp === 0xffffffff ? 1 : stamp + 1;
    let different = 0;
    for (let i = 0; i < count; i += 1) {
      const word = words[i] ?? 0;
      const row = word << ROW_BITS;
      let place = different;
      if (rows[row + FIELD.stamp] === stamp) place = rows[row + FIELD.local] ?? 0;
      else {
        rows[row + FIELD.stamp] = stamp;
        rows[row + FIELD.local] = different;
        distinct[different] = word;
        firstUse[different] = i;
        different += 1;
      }
      placeOf[i] = place;
    }
    // Few words say too little of themselves: the title then counts as text.
    const from = count - title >= SHORT_TEXT ? title : 0;
    const body = { words, flags: scan.flags, from, count: count - from };
    return { scan, words, count, title, body, content: fingerprint(scan, from), distinct, different, firstUse, placeOf };
  };
}

const TITLE_UNITS = 1_000;
const SHORT_TEXT = 40;

function fingerprint(scan: WordScan, from: number): number {
  let a = 0;
  let b = 0;
  for (let i = from; i < scan.count; i += 1) {
    a = Math.imul(a ^ (scan.low[i] ?? 0), 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b, 0x85ebca77) + (scan.high[i] ?? 0);
    b ^= b >>> 13;
  }
  // 53 bits, the number of words among them.
  return (a >>> 0) * 0x200000 + ((b ^ Math.imul(scan.count - from, 0x9e3779b1)) & 0x1fffff);
}
