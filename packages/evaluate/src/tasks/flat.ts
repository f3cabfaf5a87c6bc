import { readFlat } from '@copydesk/article';
import { timeEach } from '../task.ts';
import type { TaskResult } from '../task.ts';

/** Body of pages that come as flat text, a block a line. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  readFlat('A line to warm up the language tables.');
  return timeEach(items as readonly { id: string; text: string }[], ({ id, text }) => {
    const begun = performance.now();
    const reading = readFlat(text);
    return { id, text: reading.text, code: reading.rejected?.code, ms: performance.now() - begun };
  });
}
