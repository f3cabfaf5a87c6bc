import { loadModel, mentionStart, readDocument } from '@copydesk/language';
import { timeEach, type TaskResult } from '../task.ts';

interface Input {
  id: string;
  text: string;
}

/** Mentions of names of a text as [start, end, type], offsets into the text given; an organisation's mention holds its article. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const model = loadModel('en');
  return timeEach(items as readonly Input[], ({ id, text }) => {
    const { sentences } = readDocument(model, text);
    return { id, names: sentences.flatMap((s) => s.names.map((n) => [mentionStart(s, n), n.end, n.type])) };
  });
}
