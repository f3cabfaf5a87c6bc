import { loadModel } from '@copydesk/language';
import { timeEach, type TaskResult } from '../task.ts';

interface Input {
  id: string;
  tokens: string[];
}

/** Tags, heads (1-based, 0 for the root) and relations of sentences given as tokens. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const model = loadModel('en');
  return timeEach(items as readonly Input[], ({ id, tokens }) => {
    const parsed = model.parseTokens(tokens).tokens;
    return { id, tags: parsed.map((t) => t.upos), heads: parsed.map((t) => t.head + 1), relations: parsed.map((t) => t.relation) };
  });
}
