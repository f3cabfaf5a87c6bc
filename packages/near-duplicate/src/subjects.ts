import type { WordView } from './alignment.ts';
import type { Pair } from './slots.ts';
import { FLAG } from './words.ts';

/** Names at the centre of a text: the one that weighs most where both texts are as short as forms are, more where one is longer. */
export const FORM_WORDS = 140;
const SUBJECTS = 3;

/** The `most` capitalised words that weigh most in a text, all their places together. */
function subjectsOf(view: WordView, most: number, weightAt: (i: number) => number): number[] {
  const weights = new Map<number, number>();
  for (let i = 0; i < view.count; i += 1) {
    const flags = view.flags[view.from + i] ?? 0;
    if ((flags & FLAG.capital) === 0 || (flags & FLAG.number) !== 0) continue;
    const word = view.words[view.from + i] ?? 0;
    weights.set(word, (weights.get(word) ?? 0) + weightAt(i));
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([word]) => word);
}

function has(view: WordView, word: number): boolean {
  return view.words.subarray(view.from, view.from + view.count).includes(word);
}

/** Two texts with other names at their centre: none of the ones that weigh most in either is in the other. False where one of them names nothing. */
export function differentSubjects({ mine: a, weightOfMine, theirs: b, weightOfTheirs }: Pair): boolean {
  const most = Math.max(a.count, b.count) < FORM_WORDS ? 1 : SUBJECTS;
  const [x, y] = [subjectsOf(a, most, weightOfMine), subjectsOf(b, most, weightOfTheirs)];
  return x.length > 0 && y.length > 0 && !x.some((word) => has(b, word)) && !y.some((word) => has(a, word));
}
