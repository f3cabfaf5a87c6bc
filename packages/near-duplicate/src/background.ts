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
  const shares = new Map<number, number>();
  const scan = createWordScan(64);
  for (const [count, words] of Object.entries(table.byCount)) {
    for (const word of words.split(' ')) {
      scan.count = 0;
      scanWords(word, scan, seed);
      if (scan.count === 1) shares.set(keyOf(scan.low[0] ?? 0, scan.high[0] ?? 0), Number(count) / table.documents);
    }
  }
  const unseen = 0.5 / table.documents;
  const background: Background = (low, high) => shares.get(keyOf(low, high)) ?? unseen;
  made.set(key, background);
  return background;
}

/** 53 bits of a word's hash. */
function keyOf(low: number, high: number): number {
  return low * 0x200000 + (high & 0x1fffff);
}
