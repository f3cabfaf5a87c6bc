import type { Lexicon } from './lexicon.ts';
import type { Settings } from './options.ts';
import { createPostingIndex, type PostingIndex } from './posting-index.ts';
import type { Reading } from './reading.ts';
import { createStorySearch, READ_POSTINGS } from './story-candidates.ts';
import { addVote, dotStory, dropVote, fit, JOIN_LENGTH, lengthFactor, squareOf, storyOf } from './story-measure.ts';
import { sweep, type StoryMerge, type StorySplit } from './story-sweep.ts';
import { createStoryTable, type StoryTable } from './story-table.ts';
import { createVectorizer, keysOf, keyVectorOf, type StoryVector } from './story-vector.ts';
import { weightIn } from './sparse-sum.ts';
import { createTermPool, MOST_TERMS, NO_TERMS, termsOf, type TermPool } from './packed-terms.ts';
import type { Story, Vote } from './vote.ts';

export interface Assignment {
  vote: Vote;
  merged: StoryMerge[];
  splits: StorySplit[];
  reasons: string[];
}

/** Stories of one language: join or found at once, merge and split afterwards. */
export interface StoryIndex {
  /** Puts an article into a story. `group`: the vote of its copy group, which it follows. `late`: it may join, and set off nothing. */
  assign(
    article: { id: string; title: string | null; text: string },
    number: number,
    reading: Reading,
    group: Vote | null,
    observedAt: number,
    late: boolean,
  ): Assignment;
  /** Takes a vote back when its article leaves the window. */
  expire(vote: Vote): void;
  /** Drops cached sums of stories not seen since: they are made again when asked for. */
  thin(before: number): void;
  table: StoryTable;
  postings: PostingIndex;
  pool: TermPool;
}

export function createStoryIndex(settings: Settings, lexicon: Lexicon): StoryIndex {
  const table = createStoryTable();
  const postings = createPostingIndex(0xffffffff, settings.seed, READ_POSTINGS);
  const pool = createTermPool();
  const vectorOf = createVectorizer(lexicon, settings.maxWords);
  const search = createStorySearch(postings, table);

  const join = (story: Story, vote: Vote, dot: number): void => {
    table.settle(vote, story);
    addVote(story, vote, dot);
    table.sized(story);
  };

  const best = (vector: StoryVector, candidates: readonly Story[]): { story: Story; dot: number } | null => {
    let found: { story: Story; dot: number } | null = null;
    let most = 0;
    for (const story of candidates) {
      const dot = dotStory(vector, story);
      const cosine = dot / Math.sqrt(squareOf(story));
      if (cosine > most) {
        most = cosine;
        found = { story, dot };
      }
    }
    return found;
  };

  return {
    table,
    postings,
    pool,
    assign(article, number, reading, group, observedAt, late) {
      if (group !== null && group.live) {
        if (group.followers === null) group.followers = [article.id];
        else group.followers.push(article.id);
        group.story.lastSeen = Math.max(group.story.lastSeen, observedAt);
        return { vote: group, merged: [], splits: [], reasons: ['in the story of the text it copies'] };
      }
      const vector = vectorOf(reading);
      const candidates = search(vector);
      const nearest = best(vector, candidates);
      const score = nearest === null ? 0 : fit(nearest.dot, nearest.story);
      const fits = nearest !== null && score >= settings.storyJoin * lengthFactor(vector.count, JOIN_LENGTH);
      const story = fits ? nearest.story : storyOf([], table.freshId(article.id), number, observedAt);
      const vote: Vote = {
        number,
        story,
        ...pool.keep(vector),
        square: vector.square,
        article: article.id,
        followers: null,
        live: true,
      };
      const reasons = fits
        ? [`fits the story (${score.toFixed(2)}): ${sharedWords(article, reading, vector, nearest.story)}`]
        : [nearest === null ? 'no story shares its rare words' : `fits no story (best ${score.toFixed(2)})`];
      if (!fits) table.open(story);
      join(story, vote, fits ? nearest.dot : 0);
      story.lastSeen = Math.max(story.lastSeen, observedAt);
      for (let i = 0; i < vector.count; i += 1) lexicon.vocabulary.hold(vector.words[i] ?? 0);
      for (let k = 0; k < vector.keyCount; k += 1) postings.push(vector.keys[k] ?? 0, number, true);
      if (late) return { vote, merged: [], splits: [], reasons };
      return { vote, reasons, ...sweep(table, story, number, candidates, settings, (founder) => search(keyVectorOf(termsOf(founder)))) };
    },
    expire(vote) {
      const { story } = vote;
      dropVote(story, vote);
      table.sized(story);
      vote.live = false;
      table.forget(vote);
      const terms = termsOf(vote);
      for (const word of keysOf(terms)) postings.forget(word);
      for (let i = 0; i < terms.count; i += 1) lexicon.vocabulary.release(terms.words[i] ?? 0);
      ({ bytes: vote.bytes, at: vote.at } = NO_TERMS);
      if (story.votes.length === 0) table.close(story);
    },
    thin(before) {
      for (const story of table.stories.values()) if (story.lastSeen < before) story.sum = null;
    },
  };
}

const shared = new Uint32Array(MOST_TERMS);

/** Weights of an article's words in a story's votes together, in an array that the next call overwrites. */
function weightsIn({ sum, votes }: Story, { words, count }: StoryVector): Uint32Array {
  shared.fill(0);
  for (let i = 0; sum !== null && i < count; i += 1) shared[i] = weightIn(sum, words[i] ?? 0);
  if (sum !== null) return shared;
  for (const vote of votes) {
    const own = termsOf(vote);
    for (let i = 0, k = 0; i < count && k < own.count;) {
      const [mine, theirs] = [words[i] ?? 0, own.words[k] ?? 0];
      if (mine === theirs) shared[i] = (shared[i] ?? 0) + (own.weights[k] ?? 0);
      if (mine <= theirs) i += 1;
      if (theirs <= mine) k += 1;
    }
  }
  return shared;
}

/** Words named in a reason, heaviest first, and where they stand in the article; and room for one that falls out. */
const NAMED = 3;
const top = new Float64Array(NAMED + 1);
const places = new Uint32Array(NAMED + 1);

/** Heavier first, of equals the one that stands first. */
function comesBefore(weight: number, at: number, otherWeight: number, otherAt: number): boolean {
  return weight > otherWeight || (weight === otherWeight && at < otherAt);
}

/** The three words that tie the article to the story most, as the article spells them. */
function sharedWords(article: { title: string | null; text: string }, reading: Reading, vector: StoryVector, story: Story): string {
  const weights = weightsIn(story, vector);
  top.fill(0);
  for (let i = 0; i < vector.count; i += 1) {
    const weight = (weights[i] ?? 0) * (vector.weights[i] ?? 0);
    const at = vector.firstUse[i] ?? 0;
    if (weight === 0 || weight < (top[NAMED - 1] ?? 0)) continue;
    let k = NAMED;
    while (k > 0 && comesBefore(weight, at, top[k - 1] ?? 0, places[k - 1] ?? 0)) {
      top[k] = top[k - 1] ?? 0;
      places[k] = places[k - 1] ?? 0;
      k -= 1;
    }
    top[k] = weight;
    places[k] = at;
  }
  return Array.from(places.subarray(0, NAMED))
    .filter((_, k) => (top[k] ?? 0) > 0)
    .map((at) => (at < reading.title ? (article.title ?? '') : article.text).slice(reading.scan.start[at], reading.scan.end[at]))
    .join(', ');
}
