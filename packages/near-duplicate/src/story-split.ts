import { kinship, lengthFactor } from './story-measure.ts';
import { addToSum, createSum, dotVotes, weightIn, type SparseSum, type Story, type Vote } from './vote.ts';

/** Newest votes among which the two most unlike are sought. */
const SEEDS = 32;
const ROUNDS = 3;
const LEAST_VOTES = 5;
const LEAST_HALF = 2;
/** Two halves less akin than this are two stories; small halves must be further apart. */
const APART = 0.75;
const APART_LENGTH = 0.6;
const SMALL_HALF = 0.4;

interface Half {
  votes: Vote[];
  sum: SparseSum;
  square: number;
}

function half(votes: Vote[]): Half {
  const sum = createSum();
  for (const vote of votes) addToSum(sum, vote, 1);
  let square = 0;
  for (const value of sum.values) square += value * value;
  return { votes, sum, square };
}

function dotHalf(vote: Vote, of: Half): number {
  let total = 0;
  for (let i = 0; i < vote.words.length; i += 1) total += (vote.weights[i] ?? 0) * weightIn(of.sum, vote.words[i] ?? 0);
  return total;
}

/** Parts a story's votes in two around the two most unlike ones (two-means with the cosine). null: they do not part. */
function bisect(story: Story): [Half, Half] | null {
  const recent = story.votes.slice(-SEEDS);
  let [first, second] = [recent[0], recent[1]];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < recent.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [recent[i], recent[j]];
      if (a === undefined || b === undefined) continue;
      const cosine = dotVotes(a, b) / Math.sqrt(a.square * b.square);
      if (cosine < least) [least, first, second] = [cosine, a, b];
    }
  }
  if (first === undefined || second === undefined) return null;
  let [left, right] = [half([first]), half([second])];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [toLeft, toRight]: [Vote[], Vote[]] = [[], []];
    const votes = round === ROUNDS - 1 ? story.votes : recent;
    for (const vote of votes)
      (dotHalf(vote, left) / Math.sqrt(left.square) >= dotHalf(vote, right) / Math.sqrt(right.square) ? toLeft : toRight).push(vote);
    if (toLeft.length === 0 || toRight.length === 0) return null;
    [left, right] = [half(toLeft), half(toRight)];
  }
  return [left, right];
}

/** A story of some votes, not yet named. */
export function storyOf(votes: Vote[], id: string, founded: number, lastSeen: number): Story {
  const { sum, square } = half(votes);
  return {
    id,
    founded,
    votes,
    sum: votes.length < 4 ? null : sum,
    square,
    words: votes.reduce((n, v) => n + v.words.length, 0),
    nextLook: votes.length + 1,
    lastSeen,
  };
}

/** The two stories that a story has become, the one with its oldest vote first, or null while it holds together. */
export function split(story: Story): { stays: Vote[]; leaves: Vote[]; kinship: number } | null {
  const n = story.votes.length;
  if (n < LEAST_VOTES || n < story.nextLook) return null;
  story.nextLook = n < 16 ? n + 1 : Math.ceil(n * 1.2);
  const halves = bisect(story);
  if (halves === null) return null;
  const smaller = Math.min(halves[0].votes.length, halves[1].votes.length);
  if (smaller < LEAST_HALF) return null;
  const [a, b] = halves.map((h) => storyOf(h.votes, '', 0, 0));
  if (a === undefined || b === undefined) return null;
  const kin = kinship(a, b);
  if (kin >= APART * lengthFactor(story.words / n, APART_LENGTH) - SMALL_HALF / smaller) return null;
  const oldest = (votes: readonly Vote[]): number => votes.reduce((least, v) => Math.min(least, v.number), Number.POSITIVE_INFINITY);
  return oldest(a.votes) < oldest(b.votes)
    ? { stays: a.votes, leaves: b.votes, kinship: kin }
    : { stays: b.votes, leaves: a.votes, kinship: kin };
}
