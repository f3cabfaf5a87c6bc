import english from '../data/background-en.json' with { type: 'json' };
import { createWordScan, scanWords } from './words.ts';

/** Document frequencies learned from other text: a share per word. */
export type Background = (low: number, high: number) => number;

const TABLES: Readonly<Record<string, { documents: number; byCount: Readonly<Record<string, string>> }>> = { en: english };

/** Whether there is a table for the language; "und", where headlines too short to recognise land, has the English one. */
export function hasBackground(language: string): boolean {
  return Object.hasOwn(TABLES, language === 'und' ? 'en' : language);
}

/** Tables that were made: one a language for an installation's seed. */
const made = new Map<string, Background>();

/**
 * The background table of a language, keyed by word hash; made once.
 * A word that the table lacks counts as half a document; a language without a table has only its window's own counts.
 */
export function loadBackground(language: string, seed: number): Background {
  const name = language === 'und' ? 'en' : language;
  const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  if (table === undefined) return () => 0.002;
  const key = `${name} ${seed}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const shares = createShares();
  const scan = createWordScan(64);
  for (const [count, words] of Object.entries(table.byCount)) {
    for (const word of words.split(' ')) {
      scan.count = 0;
      scanWords(word, scan, seed);
      if (scan.count === 1) shares.set(scan.low[0] ?? 0, scan.high[0] ?? 0, Number(count) / table.documents);
    }
  }
  const unseen = 0.5 / table.documents;
  const background: Background = (low, high) => shares.get(low, high, unseen);
  made.set(key, background);
  return background;
}

/** Shares by 53 bits of a word's hash. A Map of as many numbers takes several times as long to ask. */
interface Shares {
  set(low: number, high: number, share: number): void;
  get(low: number, high: number, otherwise: number): number;
}

const HIGH_BITS = 0x1fffff;
/** Room for twice the words of a table. */
const SLOTS = 1 << 15;

function createShares(): Shares {
  const lows = new Uint32Array(SLOTS);
  const highs = new Uint32Array(SLOTS); // its bits + 1, 0: empty
  const shares = new Float64Array(SLOTS);
  let used = 0;
  const find = (low: number, stored: number): number => {
    let at = low & (SLOTS - 1);
    while (highs[at] !== 0 && (lows[at] !== low || highs[at] !== stored)) at = (at + 1) & (SLOTS - 1);
    return at;
  };
  return {
    set(low, high, share) {
      const stored = (high & HIGH_BITS) + 1;
      const at = find(low, stored);
      if (highs[at] === 0 && used * 2 >= SLOTS) throw new RangeError('the background table has more words than there is room for');
      if (highs[at] === 0) used += 1;
      lows[at] = low;
      highs[at] = stored;
      shares[at] = share;
    },
    get(low, high, otherwise) {
      const at = find(low, (high & HIGH_BITS) + 1);
      return highs[at] === 0 ? otherwise : (shares[at] ?? 0);
    },
  };
}
