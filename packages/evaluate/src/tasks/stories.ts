import { createClusterer } from '@copydesk/near-duplicate';
import type { TaskResult } from '../task.ts';
import { arrivingArticles } from './article-item.ts';

/**
 * Runs the clusterer on its default settings over the articles in the order given.
 * Each line carries the story the article is in at the end: an article goes on at once in a story, and a later merge or split moves it, as it does for whoever follows the topics.
 */
export function run(items: readonly unknown[]): TaskResult {
  const articles = arrivingArticles(items);
  const clusterer = createClusterer();
  const storyOf = new Map<string, string>();
  const articlesOf = new Map<string, string[]>();
  const move = (id: string, story: string): void => {
    storyOf.set(id, story);
    articlesOf.set(story, [...(articlesOf.get(story) ?? []), id]);
  };
  let milliseconds = 0;
  let worstMs = 0;
  for (const article of articles) {
    const begun = performance.now();
    const decision = clusterer.add(article);
    const took = performance.now() - begun;
    milliseconds += took;
    worstMs = Math.max(worstMs, took);
    move(article.id, decision.story);
    for (const { from, into } of decision.merged) {
      for (const id of articlesOf.get(from) ?? []) if (storyOf.get(id) === from) move(id, into);
      articlesOf.delete(from);
    }
    for (const split of decision.splits) for (const id of split.articleIds) move(id, split.into);
  }
  return { lines: articles.map(({ id }) => ({ id, story: storyOf.get(id) })), milliseconds, worstMs };
}
