/** Notices when no broker has anything left to give. */
export interface QuietNodes {
  /** A broker has answered a fetch (with or without messages; those are handed over after this). */
  fetched(node: number): void;
  /** Messages of some broker are being handled, until the function returned is called. */
  handling(): () => void;
  /** Resolves when every node has answered `emptyFetches` fetches in a row while nothing was handled. */
  readonly allQuiet: Promise<void>;
}

/**
 * Compaction and retention may leave a hole before a partition's end: then no message ever shows that the end is reached. A fetch waits at its broker until there is something, so several
 * in a row without anything, at every broker that leads a partition, show it. One quiet broker shows nothing: another may be slow.
 */
export function watchQuietNodes(nodes: Iterable<number>, emptyFetches: number): QuietNodes {
  const counts = new Map([...nodes].map((node) => [node, 0]));
  const { promise, resolve } = Promise.withResolvers<void>();
  let busy = 0;
  const reset = () => {
    for (const node of counts.keys()) counts.set(node, 0);
  };
  return {
    fetched(node) {
      if (busy > 0) return;
      counts.set(node, (counts.get(node) ?? 0) + 1);
      if ([...counts.values()].every((count) => count > emptyFetches)) resolve();
    },
    handling() {
      busy += 1;
      reset();
      return () => {
        busy -= 1;
        reset();
      };
    },
    allQuiet: promise,
  };
}
