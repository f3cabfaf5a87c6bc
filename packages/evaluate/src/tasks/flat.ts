import { readFlat } from '@copydesk/article';
import { timeEach } from '../task.ts';
import type { TaskResult } from '../task.ts';

/** Body of pages that come as flat text, a block a line. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  // Tables loaded and code compiled before the clock starts, as in a running service.
  for (let i = 0; i < 60; i++)
    readFlat(
      Array.from({ length: 200 }, (_, k) =>
        k % 3 === 0 ? `Section ${k}` : `Sentence ${k} of text ${i} says, for once, that something happened.`,
      ).join('\n'),
    );
  return timeEach(items as readonly { id: string; text: string }[], ({ id, text }) => {
    const begun = performance.now();
    const reading = readFlat(text);
    return { id, text: reading.text, code: reading.rejected?.code, ms: performance.now() - begun };
  });
}
