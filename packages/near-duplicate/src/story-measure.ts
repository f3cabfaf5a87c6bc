import { addToSum, createSum, dotSum, dotSums } from './sparse-sum.ts';
import { SCALE } from './story-vector.ts';
import { dotTerms, type Terms } from './terms.ts';
import type { Story, Vote } from './vote.ts';

/** Stories with fewer votes are gone through vote by vote. */
const SUM_FROM = 4;
/** Expected likeness of two articles of one story, and how many pairs of a story it counts for: small stories are judged by it. */
const EXPECTED = 0.3;
const EXPECTED_PAIRS = 8;
/** Loose stories must not take in everything. */
const LEAST_COHESION = 0.15;
/** Terms of a full article: shorter ones (headlines) share less, so less is asked of them. */
const FULL_TERMS = 60;

/** The story's sum, made anew where it had been dropped; null while it is cheaper to go through the votes. */
function sumOf(story: Story): Story['sum'] {
  if (story.sum === null && story.votes.length >= SUM_FROM) {
    story.sum = createSum();
    for (const vote of story.votes) addToSum(story.sum, vote, 1);
  }
  return story.sum;
}

/** Dot product of a vector with the sum of a story's votes. */
export function dotStory(terms: Terms, story: Story): number {
  const sum = sumOf(story);
  if (sum !== null) return dotSum(terms, sum);
  let total = 0;
  for (const vote of story.votes) total += dotTerms(terms, vote);
  return total;
}

/** Dot product of two stories' sums. */
export function dotStories(a: Story, b: Story): number {
  const [small, large] = a.words <= b.words ? [a, b] : [b, a];
  const [sum, other] = [sumOf(small), sumOf(large)];
  if (sum !== null && other !== null) return dotSums(sum, other);
  let total = 0;
  for (const vote of small.votes) total += dotStory(vote, large);
  return total;
}

/** Mean likeness of `n` votes to each other from the sum over all ordered pairs, drawn to the expected one while there are few. */
export function cohesionOf(pairs: number, n: number): number {
  return Math.max(LEAST_COHESION, (pairs + EXPECTED_PAIRS * EXPECTED) / (n * (n - 1) + EXPECTED_PAIRS));
}

/** Mean likeness of a story's votes to each other. */
function cohesion(story: Story): number {
  let own = 0;
  for (const vote of story.votes) own += vote.square;
  return cohesionOf((story.square - own) / SCALE ** 2, story.votes.length);
}

/** How alike an article is to a story's votes, as a share of what two articles of that story are alike. */
export function fit(dot: number, story: Story): number {
  return dot / SCALE ** 2 / story.votes.length / Math.sqrt(cohesion(story) * EXPECTED);
}

/** How alike two stories' votes are, as a share of what each story's own votes are alike: 1 for two halves of one story. */
export function kinship(a: Story, b: Story): number {
  return dotStories(a, b) / SCALE ** 2 / (a.votes.length * b.votes.length) / Math.sqrt(cohesion(a) * cohesion(b));
}

/** 1 for full articles, less for short ones, to the given power. */
export function lengthFactor(words: number, power: number): number {
  return Math.min(1, words / FULL_TERMS) ** power;
}

/** A story of some votes. */
export function storyOf(votes: Vote[], id: string, founded: number, lastSeen: number): Story {
  const story: Story = { id, place: -1, founded, votes: [], sum: null, square: 0, words: 0, nextLook: votes.length + 1, lastSeen };
  for (const vote of votes) {
    story.square += 2 * dotStory(vote, story) + vote.square;
    story.votes.push(vote);
    story.words += vote.count;
    if (story.sum !== null) addToSum(story.sum, vote, 1);
  }
  return story;
}
