import { readFileSync } from 'node:fs';
import { parseFeed } from '@copydesk/feed';
import { timeEach, type TaskResult } from '../task.ts';

/** Reads every file, feed or not: how many items it holds, or the code it is refused with. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const loaded = (items as { id: string; path: string }[]).map((item) => ({ id: item.id, bytes: readFileSync(item.path) }));
  return timeEach(loaded, ({ id, bytes }) => {
    const result = parseFeed(bytes);
    return result.kind === 'feed' ? { id, items: result.items.length } : { id, code: result.code, items: 0 };
  });
}
