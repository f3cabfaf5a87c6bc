/** Lets at most so many pieces of work run at the same time, in the order they asked. */
export interface Permits {
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** @param count how many may run at the same time */
export function createPermits(count: number): Permits {
  let free = count;
  const queue: (() => void)[] = [];
  return {
    async hold(work) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next === undefined) free++;
        else next();
      }
    },
  };
}
