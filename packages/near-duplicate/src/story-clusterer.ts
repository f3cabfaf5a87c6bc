import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { FLAG } from './words.ts';

/** A story: the sum of its articles' term vectors, one vote per copy group. */
export interface Story {
  id: string;
  founded: number;
  lastSeen: number;
  votes: number;
  articles: number;
  terms: Map<number, number>;
}

export interface StoryMerge {
  from: string;
  into: string;
  reasons: string[];
}

export interface Assignment {
  story: Story;
  joined: boolean;
  score: number;
  merged: StoryMerge[];
  reasons: string[];
}

const TERMS = 120;
const JOIN = 0.26;
const MERGE = 0.42;

export function createStoryIndex(lexicon: Lexicon, keepMilliseconds: number) {
  const stories = new Map<string, Story>();
  const alias = new Map<string, string>();
  const byTerm = new Map<number, Set<Story>>();

  const vectorOf = (reading: Reading): Map<number, number> => {
    const counts = new Map<number, number>();
    const { words, scan } = reading;
    for (let i = 0; i < reading.count; i += 1) {
      const word = words[i] ?? 0;
      const flags = scan.flags[i] ?? 0;
      const boost = ((flags & FLAG.title) !== 0 ? 2 : 1) * ((flags & FLAG.capital) !== 0 ? 1.3 : 1);
      counts.set(word, (counts.get(word) ?? 0) + boost);
    }
    const vector = [...counts].map(([word, n]): [number, number] => [
      word,
      (1 + Math.log(n)) * Math.max(0, lexicon.weight(word) - 1) ** 1.3,
    ]);
    vector.sort((a, b) => b[1] - a[1]);
    const top = vector.slice(0, TERMS).filter(([, w]) => w > 0);
    const norm = Math.sqrt(top.reduce((s, [, w]) => s + w * w, 0)) || 1;
    return new Map(top.map(([word, w]) => [word, w / norm]));
  };
  const normOf = (terms: Map<number, number>): number => {
    let sum = 0;
    for (const w of terms.values()) sum += w * w;
    return Math.sqrt(sum) || 1;
  };
  const cosine = (a: Map<number, number>, b: Map<number, number>): number => {
    let dot = 0;
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    for (const [word, w] of small) dot += w * (large.get(word) ?? 0);
    return dot / (normOf(a) * normOf(b));
  };
  const near = (vector: Map<number, number>, except: Story | null): { story: Story; score: number }[] => {
    const hits = new Map<Story, number>();
    for (const [word, w] of vector) for (const story of byTerm.get(word) ?? []) hits.set(story, (hits.get(story) ?? 0) + w);
    return [...hits]
      .filter(([story]) => story !== except)
      .sort((a, b) => b[1] - a[1] || a[0].founded - b[0].founded)
      .slice(0, 20)
      .map(([story]) => ({ story, score: cosine(vector, story.terms) }))
      .sort((a, b) => b.score - a.score || a.story.founded - b.story.founded);
  };
  const addTerms = (story: Story, vector: Map<number, number>, times: number): void => {
    for (const [word, w] of vector) {
      story.terms.set(word, (story.terms.get(word) ?? 0) + w * times);
      const set = byTerm.get(word) ?? new Set();
      set.add(story);
      byTerm.set(word, set);
    }
  };
  const drop = (story: Story): void => {
    for (const word of story.terms.keys()) byTerm.get(word)?.delete(story);
    stories.delete(story.id);
  };
  let founded = 0;

  return {
    stories,
    resolve(id: string): string {
      let at = id;
      for (let next = alias.get(at); next !== undefined; next = alias.get(at)) at = next;
      return at;
    },
    add(articleId: string, reading: Reading, groupStory: string | null, observedAt: number): Assignment {
      for (const story of stories.values()) {
        if (observedAt - story.lastSeen <= keepMilliseconds) break;
        drop(story);
      }
      const vector = vectorOf(reading);
      const copied = groupStory === null ? undefined : stories.get(this.resolve(groupStory));
      const ranked = copied === undefined ? near(vector, null) : [];
      const best = ranked[0];
      const merged: StoryMerge[] = [];
      let story: Story;
      let joined = true;
      if (copied !== undefined) story = copied;
      else if (best !== undefined && best.score >= JOIN) story = best.story;
      else {
        joined = false;
        founded += 1;
        story = { id: `s_${articleId}`, founded, lastSeen: observedAt, votes: 0, articles: 0, terms: new Map() };
        stories.set(story.id, story);
      }
      story.articles += 1;
      story.lastSeen = Math.max(story.lastSeen, observedAt);
      if (copied === undefined) {
        story.votes += 1;
        addTerms(story, vector, 1);
      }
      if (joined && copied === undefined) {
        for (const other of near(story.terms, story)) {
          if (other.score < MERGE) break;
          const [into, from] = other.story.founded < story.founded ? [other.story, story] : [story, other.story];
          merged.push({ from: from.id, into: into.id, reasons: [`stories alike: ${other.score.toFixed(2)}`] });
          drop(from);
          addTerms(into, from.terms, 1);
          into.votes += from.votes;
          into.articles += from.articles;
          into.lastSeen = Math.max(into.lastSeen, from.lastSeen);
          alias.set(from.id, into.id);
          story = into;
          break;
        }
      }
      const score = best?.score ?? 1;
      return { story, joined, score, merged, reasons: joined ? [`like the story: ${score.toFixed(2)}`] : ['no story alike'] };
    },
  };
}
