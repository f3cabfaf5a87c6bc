import type { Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';
import { ratio } from './word-quantity.ts';
import type { WordQuantity } from './word-quantity.ts';

const verbs: ReadonlyMap<string, readonly [factor: number, direction: 'up' | 'down']> = new Map([
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

/** Plain forms, which are adjectives too, need an auxiliary or an adverb of degree before them. */
const plainForms: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
]);
const auxiliaries: ReadonlySet<string> = new Set(
  "to will would could can may might must should roughly nearly almost did 'll ’ll".split(' '),
);
const objects: ReadonlySet<string> = new Set('its their the his her in to'.split(' '));

const folds: ReadonlyMap<string, number> = new Map(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, index): [string, number] => [
    `${word}fold`,
    index + 2,
  ]),
);
const afterTwice: ReadonlySet<string> = new Set(['as', 'the', 'its', 'their', 'his', 'her', 'that', 'what']);

/** Words that `readMultiple` may start at. */
export const multipleWords: readonly string[] = [...verbs.keys(), ...plainForms.keys(), ...folds.keys(), 'twice'];

/** A factor: "halve", "doubled", "will triple", "fivefold", "twice as many". */
export function readMultiple(words: Words, at: number): WordQuantity | undefined {
  const word = lowerAt(words, at);
  const before = lowerAt(words, at - 1);
  const base = { tokenStart: at, tokenEnd: at + 1, min: null, comparator: 'eq', unit: ratio } as const;
  const verb = verbs.get(word);
  if (verb !== undefined && !isNoun(word, before)) return { ...base, value: verb[0], direction: verb[1] };
  if (word === 'twice') return afterTwice.has(lowerAt(words, at + 1)) ? { ...base, value: 2 } : undefined;
  const fold = folds.get(word);
  if (fold !== undefined) return { ...base, value: fold };
  const plain = plainForms.get(word);
  const isVerb = auxiliaries.has(before) || (before === 'than' && objects.has(lowerAt(words, at + 1)));
  return plain !== undefined && isVerb ? { ...base, value: plain, direction: 'up' } : undefined;
}

/** "both halves", "the men's doubles". */
function isNoun(word: string, before: string): boolean {
  if (word === 'halves') return /^(?:both|two|the)$/.test(before);
  return word === 'doubles' && /^(?:the|'s|’s|men|women|mixed)$/.test(before);
}
