import { readFileSync } from 'node:fs';
import { parseFeed, type FeedResult } from '@copydesk/feed';
import { timeEach, type TaskResult } from '../task.ts';

interface Item {
  id: string;
  path: string;
  headers: Record<string, string>;
}

/** Reads each file as the reader would read a response's body. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const loaded = (items as Item[]).map((item) => ({ ...item, bytes: readFileSync(item.path) }));
  return timeEach(loaded, ({ id, bytes, headers }) => ({ id, ...answer(parseFeed(bytes, { headers })) }));
}

function answer(result: FeedResult): object {
  if (result.kind === 'not-a-feed') return { code: result.code, items: [] };
  const { feed, items } = result;
  return {
    feed: {
      title: feed.title?.value,
      link: feed.link,
      description: feed.description?.value,
      language: feed.language,
      author: feed.author,
      rights: feed.rights?.value,
      id: feed.id,
      updated: feed.updated?.iso,
    },
    items: items.map((item) => ({
      title: item.title?.value,
      link: item.link,
      id: item.id,
      summary: item.summary?.value,
      content: item.content?.value,
      author: item.author,
      published: item.published?.iso,
      updated: item.updated?.iso,
      categories: item.categories,
    })),
  };
}
