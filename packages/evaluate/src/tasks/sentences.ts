import { splitSentences } from '@copydesk/text';
import type { TaskResult } from '../task.ts';
import { timeEach } from '../task.ts';

/** `{id,text}` → `{id,sentences:[[start,end]]}`. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  return timeEach(items as { id: string; text: string }[], ({ id, text }) => ({
    id,
    sentences: splitSentences(text).map(({ start, end }) => [start, end]),
  }));
}
