import type { Mention } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import type { StoryDrafts } from '../drafts.ts';
import { createStoryFold } from './story-fold.ts';

/** Turns a story's mentions into facts and conflicts in one go. Mentions of articles that are not named are left out. Deterministic; no clock. */
export function foldStory(input: { storyId: string; articles: readonly ArticleContext[]; mentions: readonly Mention[] }): StoryDrafts {
  const fold = createStoryFold(input.storyId);
  const byArticle = Map.groupBy(input.mentions, (mention) => mention.articleId);
  for (const article of input.articles) fold.setArticle(article, byArticle.get(article.articleId) ?? []);
  return fold.drafts();
}
