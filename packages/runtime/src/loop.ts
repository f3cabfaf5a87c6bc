/** A task that runs again and again, never twice at once, until stopped. */
export interface Loop {
  /** Runs the task now instead of at its next turn. */
  wake(): void;
  /** No further run; resolves when a running one is done. */
  stop(): Promise<void>;
}

/**
 * Runs `task` until stopped. After a run that did something (true) it runs again at once, else after `idleMs`.
 * An error is told to `onError` and the next run waits, twice as long after each further error, up to 10 s.
 */
export function startLoop(
  task: () => Promise<boolean>,
  options: { idleMs: number; onError: (error: unknown, attempt: number) => void },
): Loop {
  let stopped = false;
  let failures = 0;
  let wake: (() => void) | undefined;
  let woken = false;
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      woken = false;
      try {
        const busy = await task();
        failures = 0;
        if (!busy) await rest(options.idleMs);
      } catch (error) {
        failures++;
        options.onError(error, failures);
        await rest(Math.min(10_000, 250 * 2 ** failures));
      }
    }
  };
  const done = run();
  return {
    wake: () => {
      woken = true;
      wake?.();
    },
    stop: async () => {
      stopped = true;
      wake?.();
      await done;
    },
  };
}
