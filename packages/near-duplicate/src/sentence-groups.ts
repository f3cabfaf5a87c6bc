import { loadBackground } from './background.ts';
import { spellingLikeness } from './name-spelling.ts';
import { createWordScan, FLAG, scanWords } from './words.ts';

/** A sentence with the keys its caller found in it; this package reads neither numbers nor names. */
export interface SentenceInput {
  id: string;
  text: string;
  /** Canonical keys of its quantities ("2000"); dates and years are no numbers here. Two sentences whose numbers all differ never say the same. */
  numbers: readonly string[];
  /** Names in it, as spelt. */
  names: readonly string[];
}

export interface SentencePlace {
  /** Id of the sentence that leads the group: its own when it founds one. */
  group: string;
  score: number;
}

/** Groups sentences that say nearly the same, inside one article or one story, in order of arrival. */
export interface SentenceGrouper {
  add(sentence: SentenceInput): SentencePlace;
}

interface Leader {
  input: SentenceInput;
  words: Map<number, number>;
  mass: number;
}

/** Leaders compared at most, so that a great story costs no more per sentence than a small one. */
const COMPARED = 64;
const SAME_SPELLING = 0.75;
/** Likeness from which two sentences are one, with common numbers and without any. */
const ALIKE_WITH_NUMBERS = 0.44;
const ALIKE_WITHOUT = 0.62;
/** Words must agree at least this much before another spelling of a name is believed. */
const CONTEXT = 0.12;

/** @param language of the background table that says which words matter. */
export function createSentenceGrouper(language = 'en'): SentenceGrouper {
  const background = loadBackground(language, 0);
  const scan = createWordScan(512);
  const byKey = new Map<string, Leader[]>();

  const read = (input: SentenceInput): Leader => {
    scan.count = 0;
    scan.sentences = 0;
    scanWords(input.text, scan, 0);
    const words = new Map<number, number>();
    let mass = 0;
    for (let i = 0; i < scan.count; i += 1) {
      if (((scan.flags[i] ?? 0) & FLAG.number) !== 0) continue;
      const [low, high] = [scan.low[i] ?? 0, scan.high[i] ?? 0];
      const key = low * 0x200000 + (high & 0x1fffff);
      if (words.has(key)) continue;
      const weight = Math.max(0, -Math.log(background(low, high)) - 0.7);
      words.set(key, weight);
      mass += weight;
    }
    return { input, words, mass };
  };

  /** Numbers stand for numbers, rare words for sentences without any: a sentence is only compared where one of them is common. */
  const keysOf = (leader: Leader): string[] => {
    if (leader.input.numbers.length > 0) return leader.input.numbers.map((n) => `n ${n}`);
    return [...leader.words]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .map(([word]) => `w ${word}`);
  };

  return {
    add(sentence) {
      const own = read(sentence);
      const keys = keysOf(own);
      const seen = new Set<Leader>();
      let best: Leader | null = null;
      let bestScore = 0;
      for (const key of keys) {
        for (const other of (byKey.get(key) ?? []).slice(-COMPARED)) {
          if (seen.has(other) || seen.size >= COMPARED) continue;
          seen.add(other);
          const score = likeness(own, other);
          if (score > bestScore) [best, bestScore] = [other, score];
        }
      }
      const least = sentence.numbers.length > 0 ? ALIKE_WITH_NUMBERS : ALIKE_WITHOUT;
      if (best !== null && bestScore >= least) return { group: best.input.id, score: Math.round(bestScore * 1000) / 1000 };
      for (const key of keys) {
        const list = byKey.get(key);
        if (list === undefined) byKey.set(key, [own]);
        else list.push(own);
      }
      return { group: sentence.id, score: 1 };
    },
  };
}

/** 0..1; 0 where both have numbers and none in common, or only one has any. */
function likeness(a: Leader, b: Leader): number {
  const [mine, theirs] = [new Set(a.input.numbers), new Set(b.input.numbers)];
  if ((mine.size === 0) !== (theirs.size === 0)) return 0;
  const common = [...mine].filter((n) => theirs.has(n)).length;
  if (mine.size > 0 && common === 0) return 0;
  let shared = 0;
  for (const [word, weight] of a.words) if (b.words.has(word)) shared += weight;
  const words = shared / Math.max(1, Math.min(a.mass, b.mass));
  const names = sameNames(a.input.names, b.input.names, words >= CONTEXT || common > 0);
  if (mine.size === 0) return 0.65 * words + 0.35 * (names ?? words);
  const numbers = common / Math.max(1, Math.min(mine.size, theirs.size));
  return 0.3 * numbers + 0.4 * words + 0.3 * (names ?? words);
}

/** Share of the shorter list of names that the other has too, null where one has none. */
function sameNames(a: readonly string[], b: readonly string[], context: boolean): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const found = short.filter((x) => long.some((y) => spellingLikeness(x, y) >= (context ? SAME_SPELLING : 1))).length;
  return found / short.length;
}
