import type { Story, Vote } from './vote.ts';

/** Where a merged story went on, and at which article. */
export interface Alias {
  into: string;
  number: number;
}

/** The live stories with their ids, their places in arrays, and which story each vote is in. */
export interface StoryTable {
  stories: Map<string, Story>;
  /** Id of a story that was merged away, the id it went on as, and the number of the article that brought it about; oldest first. */
  aliases: Map<string, Alias>;
  /** Places are below this. */
  places(): number;
  open(story: Story): void;
  close(story: Story): void;
  /** Notes how many votes a story has: what the search asks of many stories lies side by side. */
  sized(story: Story): void;
  /** Votes of the story at a place, as noted. */
  sizeAt(place: number): number;
  /** Puts a vote under a story. */
  settle(vote: Vote, story: Story): void;
  /** The vote's article has left the window; votes leave in the order of their articles. */
  forget(vote: Vote): void;
  /** No vote of an article before this one will be settled: said of an empty table. */
  startAt(number: number): void;
  /** Place of the story that the vote of an article of the window is in, -1 when it has none. */
  placeOf(number: number): number;
  storyAt(place: number): Story | undefined;
  setAlias(from: string, into: string, number: number): void;
  /** Takes away the ids that led elsewhere since before an article's number. */
  forgetAliasesBefore(number: number): void;
  /** Ids that have ended since the last call: of stories without an article in the window, and of old aliases. */
  takeEnded(): string[];
  /** The id under which a story goes on. */
  resolve(id: string): string;
  /** An id for a story that an article founds; never one that was used in the window. */
  freshId(articleId: string): string;
}

export function createStoryTable(): StoryTable {
  const stories = new Map<string, Story>();
  const aliases = new Map<string, Alias>();
  let ended: string[] = [];
  const aliasesOf = new Map<string, string[]>();
  const byPlace: (Story | undefined)[] = [];
  const free: number[] = [];
  let sizes = new Uint32Array(1 << 8); // votes by place
  let ring = new Uint32Array(1 << 12); // by article number, modulo its length: place + 1
  let oldest = 0; // no live vote has a lower number

  const grow = (): void => {
    const old = ring;
    ring = new Uint32Array(old.length * 2);
    for (let number = oldest; number < oldest + old.length; number += 1)
      ring[number & (ring.length - 1)] = old[number & (old.length - 1)] ?? 0;
  };
  /** Takes away the ids that led to a story that has ended, and those that led to them. */
  const forgetAliases = (id: string): void => {
    const gone = [id];
    for (let at = gone.pop(); at !== undefined; at = gone.pop()) {
      for (const from of aliasesOf.get(at) ?? []) {
        if (!aliases.delete(from)) continue;
        ended.push(from);
        gone.push(from);
      }
      aliasesOf.delete(at);
    }
  };

  const table: StoryTable = {
    stories,
    aliases,
    places() {
      return byPlace.length;
    },
    open(story) {
      story.place = free.pop() ?? byPlace.length;
      byPlace[story.place] = story;
      stories.set(story.id, story);
      table.sized(story);
    },
    sized({ place, votes }) {
      while (sizes.length <= place) {
        const old = sizes;
        sizes = new Uint32Array(old.length * 2);
        sizes.set(old);
      }
      sizes[place] = votes.length;
    },
    sizeAt: (place) => sizes[place] ?? 0,
    close(story) {
      byPlace[story.place] = undefined;
      free.push(story.place);
      stories.delete(story.id);
      if (aliases.has(story.id)) return;
      ended.push(story.id);
      forgetAliases(story.id);
    },
    settle(vote, story) {
      vote.story = story;
      while (vote.number - oldest >= ring.length) grow();
      ring[vote.number & (ring.length - 1)] = story.place + 1;
    },
    forget({ number }) {
      ring[number & (ring.length - 1)] = 0;
      oldest = number + 1;
    },
    placeOf: (number) => (ring[number & (ring.length - 1)] ?? 0) - 1,
    startAt(number) {
      oldest = number;
    },
    storyAt: (place) => byPlace[place],
    setAlias(from, into, number) {
      aliases.set(from, { into, number });
      const list = aliasesOf.get(into);
      if (list === undefined) aliasesOf.set(into, [from]);
      else list.push(from);
    },
    forgetAliasesBefore(number) {
      for (const [from, alias] of aliases) {
        if (alias.number >= number) break;
        aliases.delete(from);
        ended.push(from);
        forgetAliases(from);
        const list = aliasesOf.get(alias.into)?.filter((other) => other !== from) ?? [];
        if (list.length > 0) aliasesOf.set(alias.into, list);
        else aliasesOf.delete(alias.into);
      }
    },
    takeEnded() {
      const taken = ended;
      ended = [];
      return taken;
    },
    resolve(id) {
      let at = id;
      for (let next = aliases.get(at); next !== undefined; next = aliases.get(at)) at = next.into;
      return at;
    },
    freshId(articleId) {
      let id = `s_${articleId}`;
      for (let n = 2; stories.has(id) || aliases.has(id); n += 1) id = `s_${articleId}.${n}`;
      return id;
    },
  };
  return table;
}
