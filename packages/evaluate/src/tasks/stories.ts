import { createClusterer } from '@copydesk/near-duplicate';
import type { TaskResult } from '../task.ts';
import { articleItemSchema } from './article-item.ts';

/**
 * Runs the clusterer on its default settings over the articles in the order given, one second apart: the order is their time of arrival, the printed time is a hint.
 * Each line carries the story the article is in at the end: an article goes on at once in a story, and a later merge or split moves it, as it does for whoever follows the topics.
 */
export function run(items: readonly unknown[]): TaskResult {
  const articles = items.map((item) => articleItemSchema.parse(item));
  const clusterer = createClusterer();
  const storyOf = new Map<string, string>();
  const articlesOf = new Map<string, string[]>();
  const move = (id: string, story: string): void => {
    storyOf.set(id, story);
    articlesOf.set(story, [...(articlesOf.get(story) ?? []), id]);
  };
  let milliseconds = 0;
  let worstMs = 0;
  let observedAt = 0;
  for (const item of articles) {
    const begun = performance.now();
    observedAt += 1000;
    const decision = clusterer.add({
      id: item.id,
      revision: 1,
      title: item.title ?? null,
      text: item.text,
      observedAt,
      published: item.published ?? null,
      publisher: item.publisher ?? null,
      url: item.url ?? null,
    });
    const took = performance.now() - begun;
    milliseconds += took;
    worstMs = Math.max(worstMs, took);
    move(item.id, decision.story);
    for (const { from, into } of decision.merged) {
      for (const id of articlesOf.get(from) ?? []) if (storyOf.get(id) === from) move(id, into);
      articlesOf.delete(from);
    }
    for (const split of decision.splits) for (const id of split.articleIds) move(id, split.into);
  }
  return { lines: articles.map(({ id }) => ({ id, story: storyOf.get(id) })), milliseconds, worstMs };
}
