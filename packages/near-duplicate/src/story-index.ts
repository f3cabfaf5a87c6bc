import type { Lexicon } from './lexicon.ts';
import { createPostingIndex } from './posting-index.ts';
import type { Reading } from './reading.ts';
import { dotStories, dotStory, fit, kinship, lengthFactor } from './story-measure.ts';
import { split, storyOf } from './story-split.ts';
import { createVectorizer, keysOf, type StoryVector } from './story-vector.ts';
import { addToSum, type Story, type Vote } from './vote.ts';

/** Story `from` goes on as `into`, the older of the two. */
export interface StoryMerge {
  from: string;
  into: string;
  reasons: string[];
}

/** The named articles leave `from` and go on in `into`. */
export interface StorySplit {
  from: string;
  into: string;
  articleIds: string[];
  reasons: string[];
}

export interface Assignment {
  vote: Vote;
  merged: StoryMerge[];
  splits: StorySplit[];
  reasons: string[];
}

/** Newest postings read per word, and stories compared with the whole vector. */
const READ_POSTINGS = 64;
const COMPARED = 8;
const JOIN = 0.45;
const JOIN_LENGTH = 0.2;
const MERGE = 0.7;
const MERGE_SMALL = 0;
const MERGE_LENGTH = 0.4;
const MERGES_PER_ARTICLE = 3;
/** Second half of a posting key, so that words and pairs never share one. */
const WORD_KEY = 0xffffffff;

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
  /** Drops cached sums of stories not seen since. */
  thin(before: number): void;
  /** The id under which a story goes on. */
  resolve(id: string): string;
  takeAppended(): number;
  dropOldest(postings: number): void;
  setAlias(from: string, into: string): void;
  stories: Map<string, Story>;
  aliases: Map<string, string>;
  postings: ReturnType<typeof createPostingIndex>;
}

export function createStoryIndex(seed: number, lexicon: Lexicon, voteOf: (number: number) => Vote | undefined): StoryIndex {
  const stories = new Map<string, Story>();
  const aliases = new Map<string, string>();
  const aliasesOf = new Map<string, string[]>();
  const postings = createPostingIndex(0xffffffff, seed);
  const vectorOf = createVectorizer(lexicon);
  const walked = new Uint32Array(READ_POSTINGS);

  /** Stories that share the article's heaviest words, best first. */
  const near = (vector: StoryVector): Story[] => {
    const weightOf = new Map<number, number>();
    vector.words.forEach((word, i) => weightOf.set(word, vector.weights[i] ?? 0));
    const found = new Map<Story, number>();
    for (const word of vector.keys) {
      if (postings.count(word, WORD_KEY) === 0) continue;
      const weight = weightOf.get(word) ?? 0;
      const n = postings.walk(postings.slot, walked, READ_POSTINGS);
      for (let i = 0; i < n; i += 1) {
        const story = voteOf(walked[i] ?? 0)?.story;
        if (story !== undefined) found.set(story, (found.get(story) ?? 0) + weight);
      }
    }
    return [...found]
      .map(([story, weight]) => ({ story, weight: weight / Math.sqrt(story.votes.length) }))
      .sort((a, b) => b.weight - a.weight || a.story.founded - b.story.founded)
      .slice(0, COMPARED)
      .map(({ story }) => story);
  };

  const join = (story: Story, vote: Vote, dot: number): void => {
    vote.story = story;
    story.votes.push(vote);
    story.square += 2 * dot + vote.square;
    story.words += vote.words.length;
    if (story.sum !== null) addToSum(story.sum, vote, 1);
  };

  const setAlias = (from: string, into: string): void => {
    aliases.set(from, into);
    const list = aliasesOf.get(into);
    if (list === undefined) aliasesOf.set(into, [from]);
    else list.push(from);
  };

  const merge = (a: Story, b: Story, kin: number): { into: Story; event: StoryMerge } => {
    const [into, from] = a.founded < b.founded ? [a, b] : [b, a];
    into.square += from.square + 2 * dotStories(a, b);
    for (const vote of from.votes) {
      vote.story = into;
      into.votes.push(vote);
      if (into.sum !== null) addToSum(into.sum, vote, 1);
    }
    into.words += from.words;
    into.lastSeen = Math.max(into.lastSeen, from.lastSeen);
    stories.delete(from.id);
    setAlias(from.id, into.id);
    return {
      into,
      event: { from: from.id, into: into.id, reasons: [`their articles are as alike as those of one story (${kin.toFixed(2)})`] },
    };
  };

  /** Takes away the ids that led to a story that has ended, and those that led to them. */
  const forgetAliases = (id: string): void => {
    const gone = [id];
    for (let at = gone.pop(); at !== undefined; at = gone.pop()) {
      for (const from of aliasesOf.get(at) ?? []) {
        aliases.delete(from);
        gone.push(from);
      }
      aliasesOf.delete(at);
    }
  };

  const freshId = (articleId: string): string => {
    let id = `s_${articleId}`;
    for (let n = 2; stories.has(id) || aliases.has(id); n += 1) id = `s_${articleId}.${n}`;
    return id;
  };

  const part = (story: Story): StorySplit | null => {
    const parts = split(story);
    const founder = parts?.leaves.reduce((oldest, vote) => (vote.number < oldest.number ? vote : oldest));
    if (parts === null || founder === undefined) return null;
    const stays = storyOf(parts.stays, story.id, story.founded, story.lastSeen);
    const leaves = storyOf(parts.leaves, freshId(founder.articles[0] ?? ''), founder.number, story.lastSeen);
    Object.assign(story, stays);
    stories.set(leaves.id, leaves);
    for (const vote of leaves.votes) vote.story = leaves;
    return {
      from: story.id,
      into: leaves.id,
      articleIds: leaves.votes.flatMap((v) => v.articles),
      reasons: [`two stories in one: their articles are less alike (${parts.kinship.toFixed(2)}) than those of each`],
    };
  };

  return {
    setAlias,
    stories,
    aliases,
    postings,
    resolve(id) {
      let at = id;
      for (let next = aliases.get(at); next !== undefined; next = aliases.get(at)) at = next;
      return at;
    },
    assign(article, number, reading, group, observedAt, late) {
      if (group !== null && group.live) {
        group.articles.push(article.id);
        group.story.lastSeen = Math.max(group.story.lastSeen, observedAt);
        return { vote: group, merged: [], splits: [], reasons: ['in the story of the text it copies'] };
      }
      const vector = vectorOf(reading);
      const candidates = near(vector);
      let best: Story | null = null;
      let bestCosine = 0;
      let bestDot = 0;
      for (const story of candidates) {
        const dot = dotStory(vector, story);
        const cosine = dot / Math.sqrt(story.square);
        if (cosine > bestCosine) [best, bestCosine, bestDot] = [story, cosine, dot];
      }
      const score = best === null ? 0 : fit(bestDot, best);
      const joins = best !== null && score >= JOIN * lengthFactor(vector.words.length, JOIN_LENGTH);
      const vote: Vote = {
        number,
        story: undefined as unknown as Story,
        words: vector.words,
        weights: vector.weights,
        square: vector.square,
        articles: [article.id],
        live: true,
      };
      for (const word of vector.words) lexicon.vocabulary.hold(word);
      const reasons =
        joins && best !== null
          ? [`fits the story (${score.toFixed(2)}): ${sharedWords(article, reading, vector, best)}`]
          : best === null
            ? ['no story shares its rare words']
            : [`fits no story (best ${score.toFixed(2)})`];
      let story: Story;
      if (joins && best !== null) {
        story = best;
        join(story, vote, bestDot);
      } else {
        story = storyOf([vote], freshId(article.id), number, observedAt);
        vote.story = story;
        stories.set(story.id, story);
      }
      story.lastSeen = Math.max(story.lastSeen, observedAt);
      for (const word of vector.keys) postings.push(word, WORD_KEY, number, true);
      const merged: StoryMerge[] = [];
      const splits: StorySplit[] = [];
      if (!late) {
        const parted = part(story);
        if (parted !== null) splits.push(parted);
        else {
          for (let k = 0; k < MERGES_PER_ARTICLE; k += 1) {
            let closest: Story | null = null;
            let closestKin = 0;
            for (const other of candidates) {
              if (other === story || stories.get(other.id) !== other) continue;
              const few = Math.min(story.votes.length, other.votes.length);
              const short = Math.min(
                lengthFactor(story.words / story.votes.length, MERGE_LENGTH),
                lengthFactor(other.words / other.votes.length, MERGE_LENGTH),
              );
              const kin = kinship(story, other);
              if (kin >= (MERGE + MERGE_SMALL / few) * short && kin > closestKin) [closest, closestKin] = [other, kin];
            }
            if (closest === null) break;
            const { into, event } = merge(story, closest, closestKin);
            story = into;
            merged.push(event);
          }
        }
      }
      return { vote, merged, splits, reasons };
    },
    expire(vote) {
      const { story } = vote;
      const dot = dotStory(vote, story);
      story.square += vote.square - 2 * dot;
      story.words -= vote.words.length;
      if (story.sum !== null) addToSum(story.sum, vote, -1);
      story.votes.splice(story.votes.indexOf(vote), 1);
      vote.live = false;
      for (const word of keysOf(vote.words, vote.weights)) postings.forget(word, WORD_KEY);
      for (const word of vote.words) lexicon.vocabulary.release(word);
      if (story.votes.length > 0) return;
      stories.delete(story.id);
      forgetAliases(story.id);
    },
    thin(before) {
      for (const story of stories.values()) if (story.lastSeen < before) story.sum = null;
    },
    takeAppended: () => postings.takeAppended(),
    dropOldest: (n) => postings.dropOldest(n),
  };
}

/** The three words that tie the article to the story most, as the article spells them. */
function sharedWords(article: { title: string | null; text: string }, reading: Reading, vector: StoryVector, story: Story): string {
  const shared = Array.from(vector.words, (word, i) => ({
    i,
    weight: dotStory({ words: Uint32Array.of(word), weights: Uint8Array.of(vector.weights[i] ?? 0) }, story),
  }));
  shared.sort((a, b) => b.weight - a.weight || a.i - b.i);
  return shared
    .slice(0, 3)
    .filter(({ weight }) => weight > 0)
    .map(({ i }) => {
      const at = vector.firstUse[i] ?? 0;
      const source = at < reading.title ? (article.title ?? '') : article.text;
      return source.slice(reading.scan.start[at], reading.scan.end[at]);
    })
    .join(', ');
}
