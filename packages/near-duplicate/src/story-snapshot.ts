import type { ByteReader, createByteWriter } from './bytes.ts';
import type { StoryIndex } from './story-index.ts';
import { countOf, squareOf, termsOf } from './packed-terms.ts';
import { dotStory } from './story-measure.ts';
import type { Alias } from './story-table.ts';
import { articlesOf, type Story, type Vote } from './vote.ts';

interface StoredStory {
  id: string;
  founded: number;
  votes: number[];
  nextLook: number;
  lastSeen: number;
}

/** Writes the stories and all votes that something refers to; `votes` are those that records refer to, in order. */
export function writeStories(writer: ReturnType<typeof createByteWriter>, index: StoryIndex, votes: readonly Vote[]): void {
  const place = new Map(votes.map((vote, i) => [vote, i]));
  const live = [...index.table.stories.values()].sort((a, b) => a.founded - b.founded || (a.id < b.id ? -1 : 1));
  for (const story of live) for (const vote of story.votes) if (!place.has(vote)) place.set(vote, place.size);
  const all = [...place.keys()];
  // Stories that have ended live on by their id, as long as a record still names them.
  const ended = [...new Set(all.map((v) => v.story))].filter((story) => index.table.stories.get(story.id) !== story);
  const places = new Map([...live, ...ended].map((story, i) => [story, i]));
  writer.json({
    live: live.length,
    stories: [...live, ...ended].map((s): StoredStory => ({
      id: s.id,
      founded: s.founded,
      votes: s.votes.map((v) => place.get(v) ?? 0),
      nextLook: s.nextLook,
      lastSeen: s.lastSeen,
    })),
    votes: all.map((v) => ({
      number: v.number,
      story: places.get(v.story) ?? 0,
      words: countOf(v),
      articles: articlesOf(v),
      live: v.live,
    })),
    aliases: [...index.table.aliases],
  });
  const size = all.reduce((n, v) => n + countOf(v), 0);
  const words = new Uint32Array(size);
  const weights = new Uint8Array(size);
  let at = 0;
  for (const vote of all) {
    const terms = termsOf(vote);
    words.set(terms.words.subarray(0, terms.count), at);
    weights.set(terms.weights.subarray(0, terms.count), at);
    at += terms.count;
  }
  writer.array(words);
  writer.array(weights);
}

/** Reads them back into the index; answers the votes in the order they were written. */
export function readStories(reader: ByteReader, index: StoryIndex): Vote[] {
  const head = reader.json() as {
    live: number;
    stories: StoredStory[];
    votes: { number: number; story: number; words: number; articles: string[]; live: boolean }[];
    aliases: [string, Alias][];
  };
  const words = reader.ints();
  const weights = reader.bytes();
  const stories = head.stories.map((s): Story => ({ ...s, place: -1, votes: [], sum: null, square: 0, own: 0, words: 0 }));
  let at = 0;
  const votes = head.votes.map((v): Vote => {
    const story = stories[v.story];
    if (story === undefined) throw new TypeError('a vote without its story');
    const vote: Vote = {
      number: v.number,
      story,
      ...index.pool.keep({ words, weights, from: at, count: v.words }),
      square: 0,
      article: v.articles[0] ?? '',
      followers: v.articles.length > 1 ? v.articles.slice(1) : null,
      live: v.live,
    };
    vote.square = squareOf(vote);
    at += v.words;
    return vote;
  });
  head.stories.forEach((stored, i) => {
    const story = stories[i];
    if (story === undefined) return;
    for (const place of stored.votes) {
      const vote = votes[place];
      if (vote === undefined) throw new TypeError('a story without its vote');
      story.square += 2 * dotStory(termsOf(vote), story) + vote.square;
      story.votes.push(vote);
      story.own += vote.square;
      story.words += countOf(vote);
      story.sum = null;
    }
    if (i >= head.live) return;
    index.table.open(story);
    for (const vote of story.votes) index.table.settle(vote, story);
  });
  for (const [from, { into, number }] of head.aliases) index.table.setAlias(from, into, number);
  return votes;
}
