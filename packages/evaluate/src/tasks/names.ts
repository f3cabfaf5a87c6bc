import { loadModel, readDocument } from '@copydesk/language';
import { timeEach, type TaskResult } from '../task.ts';

interface Input {
  id: string;
  text: string;
}

/** Names of a text as [start, end, type], offsets into the text given. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const model = loadModel('en');
  return timeEach(items as readonly Input[], ({ id, text }) => {
    const { sentences } = readDocument(model, text);
    return { id, names: sentences.flatMap((s) => s.names.map((n) => [n.start, n.end, n.type])) };
  });
}
