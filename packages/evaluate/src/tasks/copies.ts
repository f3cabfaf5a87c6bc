import { createClusterer } from '@copydesk/near-duplicate';
import { timeEach, type TaskResult } from '../task.ts';
import { arrivingArticles } from './article-item.ts';

/** Runs the clusterer on its default settings over the articles in the order given and answers each one's copy group. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const clusterer = createClusterer();
  return timeEach(arrivingArticles(items), (article) => {
    const decision = clusterer.add(article);
    return { id: article.id, group: decision.group, relation: decision.relation, of: decision.of };
  });
}
