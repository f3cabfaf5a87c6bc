import type { Match } from '../meaning.ts';
import { isDash, isWord, lower, type Tokens } from './words.ts';

type Reference = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';
const single: Readonly<Record<string, Reference>> = {
  now: 'PRESENT_REF',
  currently: 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  presently: 'PRESENT_REF',
  recently: 'PAST_REF',
};
const adjectives: Readonly<Record<string, Reference>> = {
  current: 'PRESENT_REF',
  recent: 'PAST_REF',
  former: 'PAST_REF',
  future: 'FUTURE_REF',
};
const phrases: readonly (readonly [readonly string[], Reference])[] = [
  [['right', 'now'], 'PRESENT_REF'],
  [['at', 'the', 'moment'], 'PRESENT_REF'],
  [['at', 'this', 'time'], 'PRESENT_REF'],
  [['at', 'present'], 'PRESENT_REF'],
  [['at', 'this', 'point'], 'PRESENT_REF'],
  [['these', 'days'], 'PRESENT_REF'],
  [['the', 'time', 'being'], 'PRESENT_REF'],
  [['to', 'date'], 'PRESENT_REF'],
  [['present', '-', 'day'], 'PRESENT_REF'],
  [['present', 'day'], 'PRESENT_REF'],
  [['modern', 'day'], 'PRESENT_REF'],
  [['modern', '-', 'day'], 'PRESENT_REF'],
  [['the', 'present'], 'PRESENT_REF'],
  [['the', 'past'], 'PAST_REF'],
  [['the', 'recent', 'past'], 'PAST_REF'],
  [['the', 'future'], 'FUTURE_REF'],
  [['the', 'near', 'future'], 'FUTURE_REF'],
  [['the', 'coming', 'years'], 'FUTURE_REF'],
];

/** Words that only say past, present or future: "now", "recently", "at the moment", "in the future", and as adjectives "current", "former". */
export function reference(tokens: Tokens, at: number): Match | null {
  for (const [words, value] of phrases) {
    if (!words.every((word, index) => lower(tokens, at + index) === word)) continue;
    const after = tokens[at + words.length];
    if (
      words[0] === 'the' &&
      words.length < 4 &&
      after?.kind === 'word' &&
      !['and', 'but', 'that', 'as', 'when', 'with', 'to', 'of', 'is', 'was', 'has', 'for', 'if', 'by'].includes(after.lower)
    )
      continue;
    const match: Match = { from: at, to: at + words.length, meaning: { kind: 'reference', value } };
    if (isDash(tokens, at + 1)) match.attributive = true;
    return match;
  }
  const word = lower(tokens, at);
  const adverb = Object.hasOwn(single, word) ? single[word] : undefined;
  if (adverb !== undefined) {
    // "now that", "by now", "Now," keep their sense; a title word in capitals does not.
    if (tokens[at]?.text === word.toUpperCase() && word.length > 1) return null;
    return { from: at, to: at + 1, meaning: { kind: 'reference', value: adverb } };
  }
  const adjective = Object.hasOwn(adjectives, word) ? adjectives[word] : undefined;
  if (adjective === undefined || tokens[at + 1]?.kind !== 'word' || isWord(tokens, at + 1, 'and', 'or', 'of')) return null;
  return { from: at, to: at + 1, meaning: { kind: 'reference', value: adjective }, attributive: true };
}
