import type { Mention } from '@copydesk/contracts';
import type { Testimony } from '../fact/testimony.ts';
import { editDistance } from '../words/same-name.ts';
import { fold } from '../words/tokens.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

const MAX_CHARS = 1_000;
const LEAST_LETTERS = 4;
/** Share of letters that may differ in names that share another word ("Cape X", "Y Cape"). */
const NEAR = 0.45;

/** Names of two or three capitalised words, as folded words, from the slots of a mention. */
function namesOf(mention: Mention): string[][] {
  const names: string[][] = [];
  for (const slot of [mention.subject, mention.object, mention.recipient, mention.place, mention.source?.name]) {
    for (const [name] of (slot ?? '').slice(0, MAX_CHARS).matchAll(/\p{Lu}[\p{L}’'-]{0,40}(?: \p{Lu}[\p{L}’'-]{0,40}){1,2}/gu))
      names.push(fold(name).split(' '));
  }
  return names;
}

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
  if (Math.min(x.length, y.length) < LEAST_LETTERS || consonants(x) === consonants(y)) return null;
  const limit = Math.floor(NEAR * Math.max(x.length, y.length));
  return editDistance(x, y, limit) <= limit ? [x, y] : null;
}

/** One name spelt with different consonants in one claim: a misreading, by context not two people or places. */
export function nameConflicts(group: ClaimGroup): Finding[] {
  const byName = new Map<string, { words: string[]; testimonies: Testimony[] }>();
  for (const testimony of group.testimonies) {
    for (const words of namesOf(testimony.mention)) {
      const key = [...words].sort().join(' ');
      const known = byName.get(key);
      if (known === undefined) byName.set(key, { words, testimonies: [testimony] });
      else if (!known.testimonies.includes(testimony)) known.testimonies.push(testimony);
    }
  }
  const names = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      const differing = differingWords(a.words, b.words);
      // A text that has both spellings means two names.
      if (differing === null || a.testimonies.some((x) => b.testimonies.some((y) => x.article.articleId === y.article.articleId))) continue;
      const sides = [a, b].map(({ words, testimonies }) => ({ value: titled(words), testimonies }));
      const explanation = `The same claim names “${titled(a.words)}” and “${titled(b.words)}”; the letters differ by more than a way of spelling.`;
      return [{ type: 'name', class: 'contradiction', severity: 'medium', facts: [group.fact], sides, explanation }];
    }
  }
  return [];
}

function titled(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
