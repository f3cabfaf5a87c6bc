import type { Bus } from '@copydesk/bus';
import type { Epoch, Verdict } from '@copydesk/contracts';
import { lookAt } from '../restore.ts';
import type { ClusterOptions } from '../settings.ts';
import { movesTo } from '../state/begin-epoch.ts';
import { createEpochNames } from '../state/epoch-names.ts';
import { rulesName } from '../state/epoch.ts';
import { decideAnew } from '../switch-epoch.ts';

/** One story and where its articles go, or come from. */
export interface StoryDifference {
  partition: number;
  storyId: string;
  title: string | null;
  articles: number;
  others: { storyId: string; articles: number }[];
}

/** An article that is a copy by one set of rules and none, or one of another group, by the other. */
export interface CopyDifference {
  partition: number;
  articleId: string;
  before: { relation: Verdict['relation']; of: string | null };
  after: { relation: Verdict['relation']; of: string | null };
}

/** What these rules would decide differently, over all stored articles. */
export interface Comparison {
  rules: { stored: string[]; own: string };
  articles: number;
  stories: { before: number; after: number; unchanged: number };
  /** Stories of today whose articles would stand in several. */
  split: StoryDifference[];
  /** Stories that would hold the articles of several of today's. */
  merged: StoryDifference[];
  /** Articles that would stand under another story id. */
  moved: number;
  copies: { before: number; after: number; gained: CopyDifference[]; lost: CopyDifference[]; regrouped: CopyDifference[] };
}

const ALL_STORED = 2n ** 62n;

function counted(storyIds: Iterable<string>): { storyId: string; articles: number }[] {
  const counts = new Map<string, number>();
  for (const storyId of storyIds) counts.set(storyId, (counts.get(storyId) ?? 0) + 1);
  return [...counts]
    .map(([storyId, articles]) => ({ storyId, articles }))
    .sort((a, b) => b.articles - a.articles || (a.storyId < b.storyId ? -1 : 1));
}

async function comparePartition(bus: Bus, partition: number, options: ClusterOptions, sum: Comparison): Promise<void> {
  const { epoch: stored } = await lookAt(bus, partition);
  const number = (stored?.epoch ?? 1) + 1;
  const epoch: Epoch = {
    kind: 'epoch',
    epoch: number,
    raw: { partition, offset: '0' },
    observedAt: stored?.observedAt ?? '1970-01-01T00:00:00.000Z',
    rules: sum.rules.own,
    options: Object.fromEntries(Object.entries(options)),
    seed: stored?.seed ?? 0,
    moves: null,
  };
  const fresh = new Map<string, Pick<Verdict, 'relation' | 'of' | 'group'>>();
  const { published, state } = await decideAnew(bus, epoch, ALL_STORED, {
    keepHours: Infinity,
    onVerdict({ input }, verdict) {
      if (verdict === null) fresh.delete(input.articleId);
      else fresh.set(input.articleId, { relation: verdict.relation, of: verdict.of, group: verdict.group });
    },
  });
  if (fresh.size === 0) return;
  if (stored !== undefined && !sum.rules.stored.includes(stored.rules)) sum.rules.stored.push(stored.rules);

  const { names } = movesTo(published.book, state.book, { epoch: number, hasLeft: published.hasLeft });
  const { nameOf } = createEpochNames(number, names);
  const ownOf = new Map(names.map(([own, name]) => [name, own]));
  const standsIn = (articleId: string) => {
    const own = state.book.storyOf(articleId);
    return own === undefined ? undefined : nameOf(own);
  };
  for (const { id: storyId, title, members } of published.book.stories()) {
    const places = [...members.keys()].flatMap((articleId) => standsIn(articleId) ?? []);
    if (places.length === 0) continue;
    sum.stories.before += 1;
    sum.moved += places.filter((place) => place !== storyId).length;
    const others = counted(places);
    if (others.length > 1) sum.split.push({ partition, storyId, title, articles: places.length, others });
    else if (others[0]?.storyId === storyId && state.book.sizeOf(ownOf.get(storyId) ?? '') === places.length) sum.stories.unchanged += 1;
  }
  for (const { id, title, members } of state.book.stories()) {
    if (members.size === 0) continue;
    sum.stories.after += 1;
    const others = counted([...members.keys()].flatMap((articleId) => published.book.storyOf(articleId) ?? []));
    if (others.length > 1) sum.merged.push({ partition, storyId: nameOf(id), title, articles: members.size, others });
  }
  for (const [articleId, after] of fresh) {
    const before = published.verdictOf(articleId);
    if (before === null) continue;
    sum.articles += 1;
    const difference = {
      partition,
      articleId,
      before: { relation: before.relation, of: before.of },
      after: { relation: after.relation, of: after.of },
    };
    const [was, is] = [before.relation !== 'original', after.relation !== 'original'];
    sum.copies.before += was ? 1 : 0;
    sum.copies.after += is ? 1 : 0;
    if (is && !was) sum.copies.gained.push(difference);
    else if (was && !is) sum.copies.lost.push(difference);
    else if (before.group !== after.group) sum.copies.regrouped.push(difference);
  }
}

/** Runs these options, with the rules of this program, over every stored article of every partition, beside what is published. Writes nothing and joins no group that the services use. */
export async function compare(bus: Bus, options: ClusterOptions): Promise<Comparison> {
  const sum: Comparison = {
    rules: { stored: [], own: rulesName(options) },
    articles: 0,
    stories: { before: 0, after: 0, unchanged: 0 },
    split: [],
    merged: [],
    moved: 0,
    copies: { before: 0, after: 0, gained: [], lost: [], regrouped: [] },
  };
  for (const { partition, low, high } of await bus.admin.endOffsets('clusterDecisions'))
    if (low !== high) await comparePartition(bus, partition, options, sum);
  return sum;
}
