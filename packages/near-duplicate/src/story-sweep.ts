import type { Settings } from './options.ts';
import { dotStories, kinship, lengthFactor, storyOf } from './story-measure.ts';
import { split } from './story-split.ts';
import type { StoryTable } from './story-table.ts';
import { addToSum } from './sparse-sum.ts';
import type { Story } from './vote.ts';

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

/** Two stories as akin as the setting are one; less is asked of short articles. */
const MERGE_LENGTH = 0.4;
const MERGES_PER_ARTICLE = 3;
/** Two stories of this size and more are only compared when one of them has grown by a fifth, so that a great story costs no more. */
const GREAT = 8;

/** Joins two stories into the older one. */
function merge(table: StoryTable, a: Story, b: Story, kin: number, number: number): { into: Story; event: StoryMerge } {
  const [into, from] = a.founded < b.founded || (a.founded === b.founded && a.id < b.id) ? [a, b] : [b, a];
  into.square += from.square + 2 * dotStories(a, b);
  for (const vote of from.votes) {
    table.settle(vote, into);
    into.votes.push(vote);
    if (into.sum !== null) addToSum(into.sum, vote, 1);
  }
  into.words += from.words;
  into.lastSeen = Math.max(into.lastSeen, from.lastSeen);
  table.setAlias(from.id, into.id, number);
  table.close(from);
  return {
    into,
    event: { from: from.id, into: into.id, reasons: [`their articles are as alike as those of one story (${kin.toFixed(2)})`] },
  };
}

/** Parts a story when it has become two. The part with its oldest article keeps the id. */
function part(table: StoryTable, story: Story, apart: number): StorySplit | null {
  const parts = split(story, apart);
  const founder = parts?.leaves.reduce((oldest, vote) => (vote.number < oldest.number ? vote : oldest));
  if (parts === null || founder === undefined) return null;
  const { place } = story;
  Object.assign(story, storyOf(parts.stays, story.id, story.founded, story.lastSeen), { place });
  const leaves = storyOf(parts.leaves, table.freshId(founder.articles[0] ?? ''), founder.number, story.lastSeen);
  table.open(leaves);
  for (const vote of leaves.votes) table.settle(vote, leaves);
  const reason = `two stories in one: their articles are less alike (${parts.kinship.toFixed(2)}) than those of each`;
  return { from: story.id, into: leaves.id, articleIds: leaves.votes.flatMap((v) => v.articles), reasons: [reason] };
}

/** The story most akin to one, if it is akin enough. */
function closest(
  table: StoryTable,
  story: Story,
  candidates: readonly Story[],
  grown: boolean,
  least: number,
): { other: Story; kin: number } | null {
  let found: { other: Story; kin: number } | null = null;
  for (const other of candidates) {
    if (other === story || table.stories.get(other.id) !== other) continue;
    if (!grown && story.votes.length >= GREAT && other.votes.length >= GREAT) continue;
    const short = Math.min(
      lengthFactor(story.words / story.votes.length, MERGE_LENGTH),
      lengthFactor(other.words / other.votes.length, MERGE_LENGTH),
    );
    const kin = kinship(story, other);
    if (kin >= least * short && (found === null || kin > found.kin)) found = { other, kin };
  }
  return found;
}

/** After a story took in an article (`number`): does it part in two, or has it become one with another of the article's candidates? */
export function sweep(
  table: StoryTable,
  story: Story,
  number: number,
  candidates: readonly Story[],
  settings: Pick<Settings, 'storyMerge' | 'storyApart'>,
): { merged: StoryMerge[]; splits: StorySplit[] } {
  const grown = story.votes.length >= story.nextLook;
  const parted = part(table, story, settings.storyApart);
  if (parted !== null) return { merged: [], splits: [parted] };
  const merged: StoryMerge[] = [];
  let at = story;
  for (let k = 0; k < MERGES_PER_ARTICLE; k += 1) {
    const found = closest(table, at, candidates, grown, settings.storyMerge);
    if (found === null) break;
    const { into, event } = merge(table, at, found.other, found.kin, number);
    at = into;
    merged.push(event);
  }
  return { merged, splits: [] };
}
