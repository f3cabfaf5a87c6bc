import type { TaskResult } from '../task.ts';

/** Not measured yet: refuses loudly, so that no figure is ever invented. */
export function run(): TaskResult {
  throw new Error('the task pages is not built yet');
}
