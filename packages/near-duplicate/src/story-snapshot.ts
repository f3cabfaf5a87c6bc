import type { ByteReader, ByteWriter, Steps } from './bytes.ts';
import type { Numbered } from './numbered.ts';
import { countOf, squareOf, termsOf } from './packed-terms.ts';
import type { StoryIndex } from './story-index.ts';
import type { Alias } from './story-table.ts';
import { articlesOf, type Story, type Vote } from './vote.ts';

interface StoredStory {
  id: string;
  founded: number;
  votes: number[];
  nextLook: number;
  lastSeen: number;
}

interface StoredVote {
  number: number;
  story: number;
  words: number;
  articles: string[];
  live: boolean;
}

/** Votes whose vectors are written together. */
const AT_ONCE = 2_000;

/** Writes the stories and all votes that something refers to; `votes` holds those that records refer to, in order, and gets the others. */
export function* writeStories(writer: ByteWriter, { table }: StoryIndex, votes: Numbered<Vote>): Steps {
  const live = [...table.stories.values()];
  for (const [i, story] of live.entries()) {
    for (const vote of story.votes) votes.placeOf(vote);
    if (i % AT_ONCE === 0) yield;
  }
  const placeOf = new Uint32Array(table.places());
  live.forEach((story, i) => (placeOf[story.place] = i));
  // Stories that have ended live on by their id, as long as a record still names them.
  const ended = new Map<Story, number>();
  const isLive = (story: Story): boolean => table.storyAt(story.place) === story;
  for (const [i, { story }] of votes.list.entries()) {
    if (!isLive(story) && !ended.has(story)) ended.set(story, live.length + ended.size);
    if (i % AT_ONCE === 0) yield;
  }
  writer.json({ live: live.length });
  yield* writer.list([...live, ...ended.keys()], (s): StoredStory => ({
    id: s.id,
    founded: s.founded,
    votes: s.votes.map((v) => votes.placeOf(v)),
    nextLook: s.nextLook,
    lastSeen: s.lastSeen,
  }));
  yield* writer.list(votes.list, (v): StoredVote => ({
    number: v.number,
    story: ended.get(v.story) ?? placeOf[v.story.place] ?? 0,
    words: countOf(v),
    articles: articlesOf(v),
    live: v.live,
  }));
  yield* writer.list([...table.aliases], (alias) => alias);
  for (let from = 0; from < votes.list.length; from += AT_ONCE) {
    writeVectors(writer, votes.list.slice(from, from + AT_ONCE));
    yield;
  }
}

function writeVectors(writer: ByteWriter, votes: readonly Vote[]): void {
  const size = votes.reduce((n, v) => n + countOf(v), 0);
  const words = new Uint32Array(size);
  const weights = new Uint8Array(size);
  let at = 0;
  for (const vote of votes) {
    const terms = termsOf(vote);
    words.set(terms.words.subarray(0, terms.count), at);
    weights.set(terms.weights.subarray(0, terms.count), at);
    at += terms.count;
  }
  writer.array(words);
  writer.array(weights);
}

/** Reads them back into the index; answers the votes in the order they were written. */
export function* readStories(reader: ByteReader, index: StoryIndex): Steps<Vote[]> {
  const { live } = reader.json() as { live: number };
  const storedStories = yield* reader.list<StoredStory>();
  const storedVotes = yield* reader.list<StoredVote>();
  const aliases = yield* reader.list<[string, Alias]>();
  // Squares are made when they are asked for.
  const stories = storedStories.map((s): Story => ({ ...s, place: -1, votes: [], sum: null, square: -1, own: 0, words: 0 }));
  const votes: Vote[] = [];
  while (votes.length < storedVotes.length) {
    const [words, weights] = [reader.ints(), reader.bytes()];
    let from = 0;
    for (const v of storedVotes.slice(votes.length, votes.length + AT_ONCE)) {
      const story = stories[v.story];
      if (story === undefined || from + v.words > words.length) throw new TypeError('a vote without its story or its words');
      const kept = index.pool.keep({ words, weights, from, count: v.words });
      const followers = v.articles.length > 1 ? v.articles.slice(1) : null;
      votes.push({ number: v.number, story, ...kept, square: squareOf(kept), article: v.articles[0] ?? '', followers, live: v.live });
      from += v.words;
    }
    yield;
  }
  let seen = 0;
  for (const [i, stored] of storedStories.entries()) {
    const story = stories[i];
    if (story === undefined) continue;
    for (const place of stored.votes) {
      const vote = votes[place];
      if (vote === undefined) throw new TypeError('a story without its vote');
      story.votes.push(vote);
      story.own += vote.square;
      story.words += countOf(vote);
    }
    if (i < live) {
      index.table.open(story);
      for (const vote of story.votes) index.table.settle(vote, story);
    }
    seen += 1 + stored.votes.length;
    if (seen > AT_ONCE) {
      seen = 0;
      yield;
    }
  }
  for (const [from, { into, number }] of aliases) index.table.setAlias(from, into, number);
  return votes;
}
