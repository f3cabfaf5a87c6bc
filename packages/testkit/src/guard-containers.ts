import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

const name = 'copydesk.test-run';
const run = randomUUID();
let guarded = false;

/** The label of every container of this run, by which they are found when the run did not end as it should. */
export const runLabel: Readonly<Record<string, string>> = { [name]: run };

/** Starts, once, the process that removes this run's containers when this process is gone, whatever ended it. */
export function guardContainers(): void {
  if (guarded) return;
  guarded = true;
  const script = fileURLToPath(new URL('./container-guard.ts', import.meta.url));
  // In a group of its own: Ctrl-C goes to the whole group of the test run.
  const guard = spawn(process.execPath, [script, `${name}=${run}`], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.once('error', () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
}
