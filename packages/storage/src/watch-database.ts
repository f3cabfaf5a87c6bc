import { ping } from './database.ts';
import type { Database } from './database.ts';

const EVERY_MS = 2_000;
/** A database that hangs (a frozen machine, a network that swallows packets) is as good as none. */
const PATIENCE_MS = 5_000;

interface State {
  ok: boolean;
  detail: string;
}

/**
 * Asks the database for a sign of life every two seconds and tells `report` the answer, until stopped. A question that hangs is told as an outage, and no further one is asked
 * before it has ended: it holds one connection, never all of them.
 * @param ask how the database is asked; `ping` when not given.
 */
export function watchDatabase(
  database: Database,
  report: (state: State) => void,
  { ask = ping, patienceMs = PATIENCE_MS }: { ask?: (database: Database) => Promise<State>; patienceMs?: number } = {},
): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<State> | undefined;
  const look = async () => {
    asking ??= ask(database).finally(() => (asking = undefined));
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<State>((resolve) => {
      late = setTimeout(() => resolve({ ok: false, detail: `no answer within ${patienceMs / 1000} s` }), patienceMs);
    });
    const state = await Promise.race([asking, patience]);
    clearTimeout(late);
    if (stopped) return;
    report(state);
    timer = setTimeout(() => void look(), EVERY_MS);
  };
  void look();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
