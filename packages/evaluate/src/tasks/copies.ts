import { createClusterer } from '@copydesk/near-duplicate';
import { timeEach, type TaskResult } from '../task.ts';
import { articleItemSchema } from './article-item.ts';

/** Runs the clusterer on its default settings over the articles in the order given and answers each one's copy group. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const clusterer = createClusterer();
  let observedAt = 0;
  return timeEach(
    items.map((item) => articleItemSchema.parse(item)),
    (item) => {
      observedAt += 1000;
      const decision = clusterer.add({
        id: item.id,
        revision: 1,
        title: item.title ?? null,
        text: item.text,
        observedAt,
        published: item.published ?? null,
      });
      return { id: item.id, group: decision.group, relation: decision.relation, of: decision.of };
    },
  );
}
