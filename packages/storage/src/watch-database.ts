import { ping } from './database.ts';
import type { Database } from './database.ts';

const EVERY_MS = 2_000;

/** Asks the database for a sign of life every two seconds and tells `report` the answer, until stopped. */
export function watchDatabase(database: Database, report: (state: { ok: boolean; detail: string }) => void): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const state = await ping(database);
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
