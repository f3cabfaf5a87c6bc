import type { ArticleClustered, Assignment, Mention } from '@copydesk/contracts';
import type { LedgerChange, StoryLedger } from '@copydesk/facts';
import {
  adoptRetracted,
  adoptStory,
  articlesOfStory,
  findArticle,
  mergeStory,
  mentionsOfArticle,
  moveArticles,
  outcomesOf,
  publishedOfStory,
  recordMove,
  recordOutcome,
  recordStoryChange,
  replaceMentions,
  saveArticle,
  withdrawArticle,
} from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';
import { toArticleContext } from './article-context.ts';
import { holdPair, holdPlace, holdStoryOf } from './hold.ts';
import { saveChanges } from './save-changes.ts';
import type { StoryLedgers } from './story-ledgers.ts';

type Event<Kind extends ArticleClustered['kind']> = Extract<ArticleClustered, { kind: Kind }>;

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
  const { storyId, before, versions } = await holdPlace(db, ledgers, event);
  const left = before === undefined || before === storyId ? undefined : await ledgers.open(db, before, versions.get(before));
  const ledger = await ledgers.open(db, storyId, versions.get(storyId));
  if (!(await saveArticle(db, { ...event, storyId }, ledgers.version))) {
    // A newer revision is there: this one came late (sent again by an operator, or by way of another partition), and has ended all the same.
    await recordOutcome(db, articleId, revision, { outcome: 'facts', mentions: mentions.length });
    return;
  }
  await replaceMentions(db, articleId, storyId, mentions);
  ledgers.mentions.add(mentions);
  const changes = [...(left?.removeArticle(articleId) ?? []), ...ledger.setArticle(toArticleContext({ ...event, storyId }), mentions)];
  await saveChanges(db, changes, ledgers.mentions);
  await recordOutcome(db, articleId, revision, { outcome: 'facts', mentions: mentions.length });
}

/** Takes an article's mentions out of its story. The article's text stays until retention removes it. */
export async function applyWithdrawal(db: Queryable, ledgers: StoryLedgers, event: Event<'withdrawal'>): Promise<void> {
  const { articleId, revision, reason } = event;
  const { storyId, versions } = await holdStoryOf(db, ledgers, articleId);
  // As it stands now that nobody else can change it: taken back already, or a newer revision has come.
  const stored = await findArticle(db, articleId);
  if (storyId === undefined || stored === undefined || stored.withdrawn !== null || stored.article.revision > revision) return;
  const ledger = await ledgers.open(db, storyId, versions.get(storyId));
  const changes = ledger.removeArticle(articleId);
  await withdrawArticle(db, articleId, revision, reason);
  await saveChanges(db, changes, ledgers.mentions);
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
  const { reasons, observedAt } = event;
  await recordStoryChange(db, { kind: 'merge', from: event.from, into: event.into, articles: null, reasons, observedAt });
  const { from, into, versions } = await holdPair(db, ledgers, event.from, event.into);
  if (from === into) return;
  await mergeStory(db, from, into);
  const moved = (await articlesOfStory(db, from)).map((stored) => stored.article.articleId);
  // Opened before the articles move, so that placing them one by one tells what the merge changes.
  const ledger = await ledgers.open(db, into, versions.get(into), { ...(await publishedOfStory(db, from)), articleIds: moved });
  await moveArticles(db, moved, into);
  await adoptStory(db, from, into);
  await saveChanges(db, await placeArticles(db, ledger, moved), ledgers.mentions);
}

/** Lets articles go on in a story of their own (or another one). */
export async function applySplit(db: Queryable, ledgers: StoryLedgers, event: Event<'split'>): Promise<void> {
  const { reasons, observedAt, articleIds } = event;
  await recordStoryChange(db, { kind: 'split', from: event.from, into: event.storyId, articles: articleIds.length, reasons, observedAt });
  const { from, into, versions } = await holdPair(db, ledgers, event.from, event.storyId);
  if (from === into) return;
  const here = new Set((await articlesOfStory(db, from)).map((stored) => stored.article.articleId));
  const moved = articleIds.filter((articleId) => here.has(articleId));
  for (const articleId of articleIds) await recordMove(db, articleId, from, into);
  const source = await ledgers.open(db, from, versions.get(from));
  const removed = moved.flatMap((articleId) => source.removeArticle(articleId));
  const retracted = {
    facts: removed.flatMap((change) => (change.kind === 'fact-retracted' ? [change.fact] : [])),
    conflicts: removed.flatMap((change) => (change.kind === 'conflict-retracted' ? [change.conflict] : [])),
  };
  const target = await ledgers.open(db, into, versions.get(into), { ...retracted, articleIds: moved });
  await moveArticles(db, moved, into);
  await saveChanges(db, [...removed, ...(await placeArticles(db, target, moved))], ledgers.mentions);
  const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  await adoptRetracted(db, { facts: idsOf(retracted.facts), conflicts: idsOf(retracted.conflicts) }, into);
}

/** Records that an article ended in the dead letters of an earlier stage. */
export async function applyRefusal(db: Queryable, event: Event<'refusal'>): Promise<void> {
  const { articleId, revision, code, stage, detail } = event;
  await recordOutcome(db, articleId, revision, { outcome: 'dead-letter', code, stage, detail });
}
