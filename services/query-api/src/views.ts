import type { ArticleSummary, FactDetail, StoryDetail } from '@copydesk/contracts';
import {
  articlesOfStory,
  changesOfStory,
  conflictsOfStory,
  factsOfStory,
  findMentions,
  listStories,
  mentionsOfStory,
  resolveStory,
} from '@copydesk/storage';
import type { Database, PlacedArticle } from '@copydesk/storage';
import type { Fact, Mention } from '@copydesk/contracts';

/** What the API shows of an article, without its text. */
export function articleSummary(stored: PlacedArticle): ArticleSummary {
  const { article, copies: _, ...place } = stored;
  const { articleId, revision, language, url, title, publisher, wireCredit, published, observedAt } = article;
  return { articleId, revision, language, url, title, publisher, wireCredit, published, observedAt, ...place };
}

/** A fact with its evidence, in the order of the fact's own list. */
export async function factDetail(database: Database, fact: Fact): Promise<FactDetail> {
  return withEvidence(fact, await findMentions(database, fact.mentions));
}

function withEvidence(fact: Fact, mentions: readonly Mention[]): FactDetail {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  return { ...fact, evidence: fact.mentions.flatMap((id) => byId.get(id) ?? []) };
}

/** Most merges and splits shown of one story. */
const CHANGES_SHOWN = 100;

/** Everything about one story, by its id or the id of a story that was merged into it. */
export async function storyDetail(database: Database, id: string): Promise<StoryDetail | undefined> {
  const storyId = await resolveStory(database, id);
  const [summary] = await listStories(database, { id: storyId, limit: 1, offset: 0 });
  if (summary === undefined) return undefined;
  const [articles, facts, conflicts, mentions, changes] = await Promise.all([
    articlesOfStory(database, storyId),
    factsOfStory(database, storyId),
    conflictsOfStory(database, storyId),
    mentionsOfStory(database, storyId),
    changesOfStory(database, storyId, CHANGES_SHOWN),
  ]);
  return {
    ...summary,
    changes,
    articleList: articles.map((stored) => articleSummary(stored)),
    factList: facts.map((fact) => withEvidence(fact, mentions)),
    conflictList: conflicts,
  };
}
