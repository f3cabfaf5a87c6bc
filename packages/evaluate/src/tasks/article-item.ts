import type { ArticleInput } from '@copydesk/near-duplicate';
import { z } from 'zod';

const articleItemSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  published: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
});

/** The articles of the tasks that cluster, one second apart: the order is their time of arrival, the printed time is a hint. @throws ZodError */
export function arrivingArticles(items: readonly unknown[]): ArticleInput[] {
  return items.map((item, at) => {
    const { id, text, title = null, published = null, publisher = null, url = null } = articleItemSchema.parse(item);
    return { id, revision: 1, title, text, observedAt: (at + 1) * 1000, published, publisher, url };
  });
}
