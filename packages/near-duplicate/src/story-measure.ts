import { addToSum, createSum, dotSum, dotSums } from './sparse-sum.ts';
import { SCALE } from './story-vector.ts';
import { countOf, dotPacked, roomForTerms, termsOf } from './packed-terms.ts';
import type { Terms } from './terms.ts';
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

/** Its own: a sum may be made while another vector is looked at. */
const summed = roomForTerms();

/** The story's sum, made anew where it had been dropped; null while it is cheaper to go through the votes. */
function sumOf(story: Story): Story['sum'] {
  if (story.sum === null && story.votes.length >= SUM_FROM) {
    story.sum = createSum();
    for (const vote of story.votes) addToSum(story.sum, termsOf(vote, summed), 1);
  }
  return story.sum;
}

/** Dot product of a vector with the sum of a story's votes. */
export function dotStory(terms: Terms, story: Story): number {
  const sum = sumOf(story);
  if (sum !== null) return dotSum(terms, sum);
  let total = 0;
  for (const vote of story.votes) total += dotPacked(terms, vote);
  return total;
}

/** Dot product of two stories' sums. */
export function dotStories(a: Story, b: Story): number {
  const [small, large] = a.words <= b.words ? [a, b] : [b, a];
  const [sum, other] = [sumOf(small), sumOf(large)];
  if (sum !== null && other !== null) return dotSums(sum, other);
  let total = 0;
  for (const vote of small.votes) total += dotStory(termsOf(vote), large);
  return total;
}

/** Mean likeness of `n` votes to each other from the sum over all ordered pairs, drawn to the expected one while there are few. */
export function cohesionOf(pairs: number, n: number): number {
  return Math.max(LEAST_COHESION, (pairs + EXPECTED_PAIRS * EXPECTED) / (n * (n - 1) + EXPECTED_PAIRS));
}

/** Mean likeness of a story's votes to each other. */
function cohesion(story: Story): number {
  return cohesionOf((squareOf(story) - story.own) / SCALE ** 2, story.votes.length);
}

/** How alike an article is to a story's votes, as a share of what two articles of that story are alike. */
export function fit(dot: number, story: Story): number {
  return dot / SCALE ** 2 / story.votes.length / Math.sqrt(cohesion(story) * EXPECTED);
}

/** How alike two stories' votes are, as a share of what each story's own votes are alike: 1 for two halves of one story. */
export function kinship(a: Story, b: Story): number {
  return dotStories(a, b) / SCALE ** 2 / (a.votes.length * b.votes.length) / Math.sqrt(cohesion(a) * cohesion(b));
}

/** An article joins a story that it fits as well as the setting asks; less is asked of short articles. */
export const JOIN_LENGTH = 0.2;

/** 1 for full articles, less for short ones, to the given power. */
export function lengthFactor(words: number, power: number): number {
  return words >= FULL_TERMS ? 1 : (words / FULL_TERMS) ** power;
}

/** How well a vote fits the rest of its own story, by its dot product with the whole; 0 where there is no rest. */
export function fitWithout(vote: Vote, dot: number, story: Story): number {
  const n = story.votes.length - 1;
  if (n === 0) return 0;
  const rest = dot - vote.square;
  const pairs = squareOf(story) - 2 * rest - vote.square - (story.own - vote.square);
  return rest / SCALE ** 2 / n / Math.sqrt(cohesionOf(pairs / SCALE ** 2, n) * EXPECTED);
}

/** Adds a vote whose dot product with the story is known. */
export function addVote(story: Story, vote: Vote, dot: number): void {
  if (story.votes.length === 0)
    story.votes = [vote]; // most stories never have another: no room for more
  else story.votes.push(vote);
  if (story.square >= 0) story.square += 2 * dot + vote.square;
  story.own += vote.square;
  story.words += countOf(vote);
  if (story.sum !== null) addToSum(story.sum, termsOf(vote), 1);
}

/** Takes a vote away whose dot product with the story, itself included, is known. */
export function takeVote(story: Story, vote: Vote, dot: number): void {
  story.votes.splice(story.votes.indexOf(vote), 1);
  if (story.square >= 0) story.square += vote.square - 2 * dot;
  story.own -= vote.square;
  story.words -= countOf(vote);
  if (story.sum !== null) addToSum(story.sum, termsOf(vote), -1);
}

/** Takes a vote away whose article has left the window. For a story that nothing came to for long no sum is made for it: its square is made again when it is asked for. */
export function dropVote(story: Story, vote: Vote): void {
  if (story.sum === null && story.votes.length >= SUM_FROM) story.square = -1;
  takeVote(story, vote, story.square < 0 ? 0 : dotStory(termsOf(vote), story));
}

/** Squared length of the sum of a story's votes. */
export function squareOf(story: Story): number {
  if (story.square >= 0) return story.square;
  const sum = sumOf(story);
  if (sum !== null) story.square = dotSums(sum, sum);
  else {
    story.square = 0;
    for (const vote of story.votes) story.square += dotStory(termsOf(vote), story);
  }
  return story.square;
}

/** A story of some votes. */
export function storyOf(votes: Vote[], id: string, founded: number, lastSeen: number): Story {
  const story: Story = { id, place: -1, founded, votes: [], sum: null, square: 0, own: 0, words: 0, nextLook: votes.length + 1, lastSeen };
  for (const vote of votes) addVote(story, vote, dotStory(termsOf(vote), story));
  return story;
}
