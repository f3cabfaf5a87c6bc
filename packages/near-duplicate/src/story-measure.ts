import { SCALE } from './story-vector.ts';
import { addToSum, createSum, dotVotes, weightIn, type Story, type Vote } from './vote.ts';

type Vector = Pick<Vote, 'words' | 'weights'>;

/** Stories with fewer votes are gone through vote by vote. */
const SUM_FROM = 4;
/** Expected likeness of two articles of one story, and how many pairs of a story it counts for: small stories are judged by it. */
const EXPECTED = 0.3;
const EXPECTED_PAIRS = 8;
/** Terms of a full article: shorter ones (headlines) share less, so less is asked of them. */
const FULL_TERMS = 60;

/** The story's sum, made anew where it had been dropped. */
export function sumOf(story: Story): Story['sum'] {
  if (story.sum === null && story.votes.length >= SUM_FROM) {
    story.sum = createSum();
    for (const vote of story.votes) addToSum(story.sum, vote, 1);
  }
  return story.sum;
}

/** Dot product of a vector with the sum of a story's votes. */
export function dotStory(vector: Vector, story: Story): number {
  const sum = sumOf(story);
  let total = 0;
  if (sum === null) for (const vote of story.votes) total += dotVotes(vector, vote);
  else for (let i = 0; i < vector.words.length; i += 1) total += (vector.weights[i] ?? 0) * weightIn(sum, vector.words[i] ?? 0);
  return total;
}

/** Dot product of two stories' sums. */
export function dotStories(a: Story, b: Story): number {
  const [small, large] = a.words <= b.words ? [a, b] : [b, a];
  const [sum, other] = [sumOf(small), sumOf(large)];
  let total = 0;
  if (sum === null || other === null) for (const vote of small.votes) total += dotStory(vote, large);
  else {
    for (let i = 0; i < sum.keys.length; i += 1) {
      if (sum.keys[i] !== -1 && sum.values[i] !== 0) total += (sum.values[i] ?? 0) * weightIn(other, sum.keys[i] ?? 0);
    }
  }
  return total;
}

/** Mean likeness of a story's votes to each other, drawn to the expected one while there are few. */
export function cohesion(story: Story): number {
  const n = story.votes.length;
  let own = 0;
  for (const vote of story.votes) own += vote.square;
  return Math.max(0.02, ((story.square - own) / SCALE ** 2 + EXPECTED_PAIRS * EXPECTED) / (n * (n - 1) + EXPECTED_PAIRS));
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
