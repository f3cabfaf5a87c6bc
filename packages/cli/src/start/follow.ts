import { countOutcomes, countWaiting, findIntakeRun, outboxSize } from '@copydesk/storage';
import type { Database, IntakeRun } from '@copydesk/storage';

export interface Progress {
  run: IntakeRun | undefined;
  outcomes: Record<string, number>;
  /** Messages of facts still to be sent. */
  unsent: number;
  /** Every item of the input was looked at, every article has its outcome, and every fact is on its topic. */
  done: boolean;
}

/** How far the run of the input is, from the database. */
export async function progressOf(database: Database, runId: string): Promise<Progress> {
  const run = await findIntakeRun(database, runId);
  const outcomes = await countOutcomes(database);
  const unsent = (await countWaiting(database)) + (await outboxSize(database));
  const ended = run !== undefined && run.state !== 'running';
  return { run, outcomes, unsent, done: ended && (outcomes['pending'] ?? 0) === 0 && unsent === 0 };
}

/** "5 read, 3 with outcome (3 facts), 0 rejected". */
export function describeProgress({ run, outcomes, unsent }: Progress): string {
  const pending = outcomes['pending'] ?? 0;
  const ended = Object.entries(outcomes)
    .filter(([name]) => name !== 'pending')
    .map(([name, number]) => `${number} ${name}`)
    .join(', ');
  return `reading: ${run?.seen ?? 0} articles seen, ${pending} on their way${ended === '' ? '' : `; outcomes: ${ended}`}${unsent > 0 ? `; ${unsent} messages to send` : ''}`;
}
