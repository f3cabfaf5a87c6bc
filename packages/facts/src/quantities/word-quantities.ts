import type { Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';

/** A quantity told by a word without a number: "halve", "most of", "several". */
export interface WordQuantity {
  tokenStart: number;
  tokenEnd: number;
  value: number | null;
  min: number | null;
  max: number | null;
  comparator: 'eq' | 'gt' | 'gte' | 'vague';
  unit: 'ratio' | '';
  direction?: 'up' | 'down';
}

const multiples: ReadonlyMap<string, readonly [factor: number, direction: 'up' | 'down']> = new Map([
  ['halve', [0.5, 'down']],
  ['halves', [0.5, 'down']],
  ['halved', [0.5, 'down']],
  ['halving', [0.5, 'down']],
  ['doubled', [2, 'up']],
  ['doubling', [2, 'up']],
  ['doubles', [2, 'up']],
  ['tripled', [3, 'up']],
  ['tripling', [3, 'up']],
  ['trebled', [3, 'up']],
  ['trebling', [3, 'up']],
  ['quadrupled', [4, 'up']],
  ['quadrupling', [4, 'up']],
  ['quintupled', [5, 'up']],
]);

/** Plain verbs, which are adjectives too, need an auxiliary or an adverb of degree before them. */
const plainVerbs: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
]);
const verbLeads: ReadonlySet<string> = new Set(
  "to will would could can may might must should roughly nearly almost did 'll ’ll".split(' '),
);

const fewWords: ReadonlySet<string> = new Set(['several', 'multiple', 'numerous']);

const triggers: ReadonlySet<string> = new Set([...multiples.keys(), ...plainVerbs.keys(), ...fewWords, 'majority', 'most', 'a']);

/** Reads a quantity without a number at token `at`. */
export function readWordQuantity(words: Words, at: number): WordQuantity | undefined {
  const word = lowerAt(words, at);
  if (!triggers.has(word)) return undefined;
  const span = { tokenStart: at, tokenEnd: at + 1 };
  const multiple = multiples.get(word);
  if (
    multiple !== undefined &&
    !(word === 'halves' && /^(?:both|two|the)$/.test(lowerAt(words, at - 1))) &&
    !(word === 'doubles' && /^(?:the|'s|men|women|mixed)$/.test(lowerAt(words, at - 1)))
  ) {
    return { ...span, value: multiple[0], min: null, max: null, comparator: 'eq', unit: 'ratio', direction: multiple[1] };
  }
  const plain = plainVerbs.get(word);
  if (
    plain !== undefined &&
    (verbLeads.has(lowerAt(words, at - 1)) ||
      (lowerAt(words, at - 1) === 'than' && /^(?:its|their|the|his|her|in|to)$/.test(lowerAt(words, at + 1))))
  ) {
    return { ...span, value: plain, min: null, max: null, comparator: 'eq', unit: 'ratio', direction: 'up' };
  }
  if (fewWords.has(word)) return { ...span, value: null, min: 2, max: null, comparator: 'vague', unit: '' };
  return majority(words, at) ?? few(words, at);
}

/** "most of them", "the majority of", "more than half" is read as a fraction elsewhere. */
function majority(words: Words, at: number): WordQuantity | undefined {
  const word = lowerAt(words, at);
  const of = lowerAt(words, at + 1) === 'of';
  if (word === 'majority' && (of || /^[,.;]?$/.test(lowerAt(words, at + 1)) || lowerAt(words, at - 2) === 'with')) {
    return { tokenStart: at, tokenEnd: at + 1, value: 0.5, min: null, max: null, comparator: 'gt', unit: 'ratio' };
  }
  return word === 'most' && of
    ? { tokenStart: at, tokenEnd: at + 1, value: 0.5, min: null, max: null, comparator: 'gt', unit: 'ratio' }
    : undefined;
}

/** "a few people", "a handful of", "a couple of", "a pair of". */
function few(words: Words, at: number): WordQuantity | undefined {
  if (lowerAt(words, at) !== 'a') return undefined;
  const word = lowerAt(words, at + 1);
  const of = lowerAt(words, at + 2) === 'of';
  const vague = { tokenStart: at, tokenEnd: at + 2, value: null, min: 2, max: null, comparator: 'vague', unit: '' } as const;
  if (word === 'few' && lowerAt(words, at - 1) !== 'quite') return vague;
  if (word === 'handful' && of) return vague;
  if (word === 'couple' && of) return vague;
  return word === 'pair' && of ? { ...vague, value: 2, min: null, comparator: 'eq' } : undefined;
}
