import type { Settings } from './options.ts';
import {
  addVote,
  dotStories,
  dotStory,
  fit,
  fitWithout,
  JOIN_LENGTH,
  kinship,
  lengthFactor,
  squareOf,
  storyOf,
  takeVote,
} from './story-measure.ts';
import { leastKinship, split } from './story-split.ts';
import type { StoryTable } from './story-table.ts';
import { countOf, termsOf } from './packed-terms.ts';
import { addToSum } from './sparse-sum.ts';
import { articlesOf, type Story, type Vote } from './vote.ts';

/** Story `from` goes on as `into`, the older of the two. */
export interface StoryMerge {
  from: string;
  into: string;
  reasons: string[];
}

/** The named articles leave `from` and go on in `into`, a new story or one that was there. */
export interface StorySplit {
  from: string;
  into: string;
  articleIds: string[];
  reasons: string[];
}

/** Two stories as akin as the setting are one; less is asked of short articles. */
const MERGE_LENGTH = 0.4;
const MERGES_PER_ARTICLE = 3;
/** Two stories of this size and more are only compared when one of them has grown by a fifth, so that a great story costs no more. */
const GREAT = 8;

type Thresholds = Pick<Settings, 'storyJoin' | 'storyMerge' | 'storyApart'>;

/** Joins two stories into the older one. */
function merge(table: StoryTable, a: Story, b: Story, kin: number, number: number): { into: Story; event: StoryMerge } {
  const [into, from] = a.founded < b.founded || (a.founded === b.founded && a.id < b.id) ? [a, b] : [b, a];
  into.square = squareOf(into) + squareOf(from) + 2 * dotStories(a, b);
  for (const vote of from.votes) {
    table.settle(vote, into);
    into.votes.push(vote);
    if (into.sum !== null) addToSum(into.sum, termsOf(vote), 1);
  }
  table.sized(into);
  into.own += from.own;
  into.words += from.words;
  into.lastSeen = Math.max(into.lastSeen, from.lastSeen);
  table.setAlias(from.id, into.id, number);
  table.close(from);
  return {
    into,
    event: { from: from.id, into: into.id, reasons: [`their articles are as alike as those of one story (${kin.toFixed(2)})`] },
  };
}

/** Finds stories that share an article's heaviest words. */
export type FindStories = (vote: Vote) => Story[];

/** Parts a story when it has become two. The part with its oldest article keeps the id; the other founds a story, unless there is one from which it would not be parted either. */
function part(table: StoryTable, story: Story, settings: Thresholds, find: FindStories): StorySplit | null {
  const parts = split(story, settings.storyApart);
  const founder = parts?.leaves.reduce((oldest, vote) => (vote.number < oldest.number ? vote : oldest));
  if (parts === null || founder === undefined) return null;
  const { place } = story;
  Object.assign(story, storyOf(parts.stays, story.id, story.founded, story.lastSeen), { place });
  table.sized(story);
  const leaves = storyOf(parts.leaves, table.freshId(founder.article), founder.number, story.lastSeen);
  const others = find(founder).filter((other) => other !== story);
  const home = closest(table, leaves, others, true, (other) =>
    Math.min(settings.storyMerge, leastKinship(leaves, other, settings.storyApart)),
  )?.other;
  if (home === undefined) table.open(leaves);
  for (const vote of leaves.votes) {
    if (home !== undefined) addVote(home, vote, dotStory(termsOf(vote), home));
    table.settle(vote, home ?? leaves);
  }
  if (home !== undefined) table.sized(home);
  if (home !== undefined) home.lastSeen = Math.max(home.lastSeen, leaves.lastSeen);
  const reason = `two stories in one: their articles are less alike (${parts.kinship.toFixed(2)}) than those of each`;
  return { from: story.id, into: (home ?? leaves).id, articleIds: leaves.votes.flatMap(articlesOf), reasons: [reason] };
}

/** Articles that came to another story before this one had taken shape, and fit it better by this factor, come over; only the newest of each candidate are looked at. */
const BETTER = 1.1;
const LOOKED_AT = 4;
const LEAST_VOTES = 3;

/** Articles of the candidates that fit the story better than their own. */
function bringOver(table: StoryTable, story: Story, candidates: readonly Story[], join: number): StorySplit[] {
  const moved: StorySplit[] = [];
  if (story.votes.length < LEAST_VOTES) return moved;
  for (const other of candidates) {
    if (other === story || table.storyAt(other.place) !== other || other.votes.length < 2) continue;
    for (const vote of other.votes.slice(-LOOKED_AT)) {
      const dot = dotStory(termsOf(vote), story);
      const here = fit(dot, story);
      if (here < join * lengthFactor(countOf(vote), JOIN_LENGTH) || other.votes.length < 2) continue;
      const there = dotStory(termsOf(vote), other);
      const own = fitWithout(vote, there, other);
      if (here < own * BETTER) continue;
      takeVote(other, vote, there);
      addVote(story, vote, dot);
      table.settle(vote, story);
      table.sized(other);
      table.sized(story);
      const reason = `fits that story better (${here.toFixed(2)}) than its own (${own.toFixed(2)})`;
      moved.push({ from: other.id, into: story.id, articleIds: articlesOf(vote), reasons: [reason] });
    }
  }
  return moved;
}

/** The story most akin to one, if it is akin enough. */
function closest(
  table: StoryTable,
  story: Story,
  candidates: readonly Story[],
  grown: boolean,
  least: (other: Story) => number,
): { other: Story; kin: number } | null {
  let found: { other: Story; kin: number } | null = null;
  for (const other of candidates) {
    if (other === story || table.storyAt(other.place) !== other) continue;
    if (!grown && story.votes.length >= GREAT && other.votes.length >= GREAT) continue;
    const short = Math.min(
      lengthFactor(story.words / story.votes.length, MERGE_LENGTH),
      lengthFactor(other.words / other.votes.length, MERGE_LENGTH),
    );
    const kin = kinship(story, other);
    if (kin >= least(other) * short && (found === null || kin > found.kin)) found = { other, kin };
  }
  return found;
}

/** After a story took in an article (`number`): does it part in two, or has it become one with another of the article's candidates? */
export function sweep(
  table: StoryTable,
  story: Story,
  number: number,
  candidates: readonly Story[],
  settings: Thresholds,
  find: FindStories,
): { merged: StoryMerge[]; splits: StorySplit[] } {
  const grown = story.votes.length >= story.nextLook;
  const parted = part(table, story, settings, find);
  if (parted !== null) return { merged: [], splits: [parted] };
  const merged: StoryMerge[] = [];
  let at = story;
  for (let k = 0; k < MERGES_PER_ARTICLE; k += 1) {
    const found = closest(table, at, candidates, grown, () => settings.storyMerge);
    if (found === null) break;
    const { into, event } = merge(table, at, found.other, found.kin, number);
    at = into;
    merged.push(event);
  }
  return { merged, splits: merged.length > 0 ? [] : bringOver(table, at, candidates, settings.storyJoin) };
}
