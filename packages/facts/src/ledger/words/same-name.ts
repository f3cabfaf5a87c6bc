import { fold } from './tokens.ts';

/** Optimal-string-alignment distance, given up (returns limit + 1) when it must exceed `limit`. Cost: length × length, names are short. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[b.length] ?? limit + 1;
}

const MAX_NAME = 60;
const MAX_WORDS = 8;

/** Letters that transliteration and typing mix up, brought to one: vowels fall, voiced and voiceless pairs meet, doubles are single. */
function skeleton(form: string): string {
  const first = form[0] ?? '';
  const rest = form
    .slice(1)
    .replace(/ph/gu, 'f')
    .replace(/[ckq]h?/gu, 'k')
    .replace(/[sz]h?/gu, 's')
    .replace(/[aeiouywh'’-]/gu, '')
    .replace(/(.)\1+/gu, '$1');
  return first + rest;
}

/** True where two folded words can be spellings of one name word: equal, one or two letters apart by length, or of one consonant skeleton. */
export function sameNameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || Math.max(a.length, b.length) > MAX_NAME) return false;
  if (editDistance(a, b, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1)) return true;
  return shorter >= 5 && a[0] === b[0] && skeleton(a).length >= 3 && skeleton(a) === skeleton(b);
}

/** True where two names can be one: every word of the shorter is a spelling of a word of the longer, the last words included ("J. Smith" passes). */
export function sameName(a: string, b: string): boolean {
  const split = (name: string): string[] =>
    fold(name.slice(0, MAX_NAME * 4))
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .slice(0, MAX_WORDS);
  const [short, long] = [split(a), split(b)].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length === 0) return false;
  const isIn = (words: readonly string[], others: readonly string[]): boolean =>
    words.every((word) => others.some((other) => sameNameWord(word, other) || isInitial(word, other)));
  // Of names of one length both must be in the other, so that the answer is the same either way round.
  return isIn(short, long) && (short.length < long.length || isIn(long, short));
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}
