import type { ArticleClustered, Assignment, Mention } from '@copydesk/contracts';
import type { LedgerChange, StoryLedger } from '@copydesk/facts';
import {
  adoptStory,
  articlesOfStory,
  findArticle,
  holdStories,
  mergeStory,
  mentionsOfArticle,
  moveArticles,
  movedTo,
  outcomesOf,
  publishedOfStory,
  recordMove,
  recordOutcome,
  replaceMentions,
  resolveStory,
  saveArticle,
  withdrawArticle,
} from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';
import { toArticleContext } from './article-context.ts';
import { saveChanges } from './save-changes.ts';
import type { StoryLedgers } from './story-ledgers.ts';

type Event<Kind extends ArticleClustered['kind']> = Extract<ArticleClustered, { kind: Kind }>;

/** Where an assignment to a story leads now, after the merges and splits that are known. */
async function placeOf(db: Queryable, articleId: string, storyId: string): Promise<string> {
  return await resolveStory(db, await movedTo(db, articleId, await resolveStory(db, storyId)));
}

/** Holds the story that an assignment leads to, and the one that the article stood in before. */
async function holdPlace(
  db: Queryable,
  { article, storyId }: Assignment,
): Promise<{ storyId: string; before: string | undefined; versions: Map<string, number> }> {
  const look = async () => ({
    storyId: await placeOf(db, article.articleId, storyId),
    before: (await findArticle(db, article.articleId))?.storyId,
  });
  let place = await look();
  for (;;) {
    const versions = await holdStories(db, place.before === undefined ? [place.storyId] : [place.storyId, place.before]);
    // While we waited for the hold, a merge or a split may have moved what we were about to hold.
    const again = await look();
    if (again.storyId === place.storyId && again.before === place.before) return { ...place, versions };
    place = again;
  }
}

/** True when this revision has ended in facts before: a redelivery, which changes nothing. */
export async function isKnown(db: Queryable, event: Event<'assignment'>): Promise<boolean> {
  const { articleId, revision } = event.article;
  const outcomes = await outcomesOf(db, articleId);
  return outcomes.some((each) => each.revision === revision && each.outcome?.outcome === 'facts');
}

/** Puts an article's mentions into its story and publishes what they change. */
export async function applyAssignment(
  db: Queryable,
  ledgers: StoryLedgers,
  event: Assignment,
  mentions: readonly Mention[],
): Promise<void> {
  const { articleId, revision } = event.article;
  const { storyId, before, versions } = await holdPlace(db, event);
  const left = before === undefined || before === storyId ? undefined : await ledgers.open(db, before, versions.get(before));
  const ledger = await ledgers.open(db, storyId, versions.get(storyId));
  if (!(await saveArticle(db, { ...event, storyId }))) {
    // A newer revision is there: this one came late (sent again by an operator, or by way of another partition), and has ended all the same.
    await recordOutcome(db, articleId, revision, { outcome: 'facts', mentions: mentions.length });
    return;
  }
  await replaceMentions(db, articleId, storyId, mentions);
  const changes = [...(left?.removeArticle(articleId) ?? []), ...ledger.setArticle(toArticleContext({ ...event, storyId }), mentions)];
  await saveChanges(db, changes);
  await recordOutcome(db, articleId, revision, { outcome: 'facts', mentions: mentions.length });
}

/** Holds the story that an article stands in. */
async function holdStoryOf(db: Queryable, articleId: string): Promise<{ storyId: string | undefined; versions: Map<string, number> }> {
  for (let storyId = (await findArticle(db, articleId))?.storyId; ;) {
    const versions = await holdStories(db, storyId === undefined ? [] : [storyId]);
    const now = (await findArticle(db, articleId))?.storyId;
    if (now === storyId) return { storyId, versions };
    storyId = now;
  }
}

/** Holds two stories as they are called now; a merge that was waited for may have joined one of them to another. */
async function holdPair(db: Queryable, one: string, other: string): Promise<{ from: string; into: string; versions: Map<string, number> }> {
  const look = async () => ({ from: await resolveStory(db, one), into: await resolveStory(db, other) });
  for (let pair = await look(); ;) {
    // Each merge comes under both keys: the second time nothing is held, and what is in memory stays good.
    if (pair.from === pair.into) return { ...pair, versions: new Map() };
    const versions = await holdStories(db, [pair.from, pair.into]);
    const now = await look();
    if (now.from === pair.from && now.into === pair.into) return { ...pair, versions };
    pair = now;
  }
}

/** Takes an article's mentions out of its story. The article's text stays until retention removes it. */
export async function applyWithdrawal(db: Queryable, ledgers: StoryLedgers, event: Event<'withdrawal'>): Promise<void> {
  const { articleId, revision, reason } = event;
  const { storyId, versions } = await holdStoryOf(db, articleId);
  // As it stands now that nobody else can change it: taken back already, or a newer revision has come.
  const stored = await findArticle(db, articleId);
  if (storyId === undefined || stored === undefined || stored.withdrawn !== null || stored.article.revision > revision) return;
  const ledger = await ledgers.open(db, storyId, versions.get(storyId));
  const changes = ledger.removeArticle(articleId);
  await withdrawArticle(db, articleId, revision, reason);
  await saveChanges(db, changes);
  await replaceMentions(db, articleId, storyId, []);
}

async function placeArticles(db: Queryable, ledger: StoryLedger, articleIds: readonly string[]): Promise<LedgerChange[]> {
  const changes: LedgerChange[] = [];
  for (const articleId of articleIds) {
    const stored = await findArticle(db, articleId);
    if (stored === undefined || stored.withdrawn !== null) continue;
    changes.push(...ledger.setArticle(toArticleContext(stored), await mentionsOfArticle(db, articleId)));
  }
  return changes;
}

/** Lets a story go on inside an older one. Facts keep their ids. */
export async function applyMerge(db: Queryable, ledgers: StoryLedgers, event: Event<'merge'>): Promise<void> {
  const { from, into, versions } = await holdPair(db, event.from, event.into);
  if (from === into) return;
  await mergeStory(db, from, into);
  const moved = (await articlesOfStory(db, from)).map((stored) => stored.article.articleId);
  // Opened before the articles move, so that placing them one by one tells what the merge changes.
  const ledger = await ledgers.open(db, into, versions.get(into), await publishedOfStory(db, from));
  await moveArticles(db, moved, into);
  await adoptStory(db, from, into);
  await saveChanges(db, await placeArticles(db, ledger, moved));
}

/** Lets articles go on in a story of their own (or another one). */
export async function applySplit(db: Queryable, ledgers: StoryLedgers, event: Event<'split'>): Promise<void> {
  const { from, into, versions } = await holdPair(db, event.from, event.storyId);
  if (from === into) return;
  const here = new Set((await articlesOfStory(db, from)).map((stored) => stored.article.articleId));
  const moved = event.articleIds.filter((articleId) => here.has(articleId));
  for (const articleId of event.articleIds) await recordMove(db, articleId, from, into);
  const source = await ledgers.open(db, from, versions.get(from));
  const removed = moved.flatMap((articleId) => source.removeArticle(articleId));
  const retracted = {
    facts: removed.flatMap((change) => (change.kind === 'fact-retracted' ? [change.fact] : [])),
    conflicts: removed.flatMap((change) => (change.kind === 'conflict-retracted' ? [change.conflict] : [])),
  };
  const target = await ledgers.open(db, into, versions.get(into), retracted);
  await moveArticles(db, moved, into);
  await saveChanges(db, [...removed, ...(await placeArticles(db, target, moved))]);
}

/** Records that an article ended in the dead letters of an earlier stage. */
export async function applyRefusal(db: Queryable, event: Event<'refusal'>): Promise<void> {
  const { articleId, revision, code, stage, detail } = event;
  await recordOutcome(db, articleId, revision, { outcome: 'dead-letter', code, stage, detail });
}
