import { bySize } from '../told/partition.ts';
import type { PartitionKind } from '../told/partition.ts';
import { editDistance } from '../words/same-name.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

const LEAST_LETTERS = 4;
/** Names are compared pair by pair: the most frequent ones. */
const MAX_NAMES = 100;
/** Share of letters that may differ in names that share another word ("Cape X", "Y Cape"). */
const NEAR = 0.45;

/** Consonants in order: what a transliteration keeps. Names that differ in vowels or doubled letters only are spellings, not a disagreement. */
function consonants(word: string): string {
  return word
    .replace(/[^\p{L}]/gu, '')
    .replace(/[aeiouyhw]/gu, '')
    .replace(/(.)\1+/gu, '$1');
}

/** Two names that share a word and whose other word is nearly the same but not a mere spelling of it. */
function differingWords(a: readonly string[], b: readonly string[]): readonly [string, string] | null {
  const onlyA = a.filter((word) => !b.includes(word));
  const onlyB = b.filter((word) => !a.includes(word));
  const [x, y] = [onlyA[0], onlyB[0]];
  if (onlyA.length !== 1 || onlyB.length !== 1 || a.length !== b.length || x === undefined || y === undefined) return null;
  // A longer form of a word ("Korea", "Korean") is no other spelling.
  if (Math.min(x.length, y.length) < LEAST_LETTERS || x.startsWith(y) || y.startsWith(x) || consonants(x) === consonants(y)) return null;
  const limit = Math.floor(NEAR * Math.max(x.length, y.length));
  return editDistance(x, y, limit) <= limit ? [x, y] : null;
}

function keyOf(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** The names, the most frequent first. */
const NAME: PartitionKind = { keysOf: ({ names }) => names.map(keyOf), before: bySize };

/** One name spelt with different consonants in one claim: a misreading, by context not two people or places. */
export function nameConflicts(group: ClaimGroup): Finding[] {
  const parts = group.told.parts(NAME);
  if (parts.length < 2) return [];
  const names = parts
    .slice(0, MAX_NAMES)
    .map(({ key, told }) => ({ told, words: told.list[0]?.names.find((words) => keyOf(words) === key) ?? [] }));
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      const differing = differingWords(a.words, b.words);
      // A text that has both spellings means two names.
      if (differing === null || a.told.sharesArticle(b.told)) continue;
      const sides = [a, b].map(({ words, told }) => ({ value: titled(words), told }));
      const explanation = `The same claim names “${titled(a.words)}” and “${titled(b.words)}”; the letters differ by more than a way of spelling.`;
      return [{ type: 'name', class: 'contradiction', severity: 'medium', facts: [group.fact], sides, explanation }];
    }
  }
  return [];
}

function titled(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
