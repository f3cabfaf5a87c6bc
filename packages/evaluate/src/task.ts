/** What a task gives back: one or more output lines per input document, and the time the work itself took (model loading, reading and writing left out). */
export interface TaskResult {
  lines: unknown[];
  /** Sum of the work over all items, in milliseconds. */
  milliseconds: number;
  /** The slowest single item, in milliseconds. */
  worstMs: number;
}

export type Task = (items: readonly unknown[]) => Promise<TaskResult> | TaskResult;

/**
 * Runs `work` on each item and times it. A throw becomes a line `{ id, error }`, so that one bad document never hides the others' answers.
 * @param items the parsed input lines; each carries a string `id`.
 */
export async function timeEach<T extends { id: string }>(items: readonly T[], work: (item: T) => unknown): Promise<TaskResult> {
  const lines: unknown[] = [];
  let milliseconds = 0;
  let worstMs = 0;
  for (const item of items) {
    const begun = performance.now();
    let line: unknown;
    try {
      line = await work(item);
    } catch (error) {
      line = { id: item.id, error: error instanceof Error ? error.message : String(error) };
    }
    const took = performance.now() - begun;
    milliseconds += took;
    worstMs = Math.max(worstMs, took);
    lines.push(line);
  }
  return { lines, milliseconds, worstMs };
}
