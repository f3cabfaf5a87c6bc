import { readFileSync, rmSync } from 'node:fs';
import { waitUntil } from '../wait-until.ts';
import { commandLine, isAlive, startToken } from './process-table.ts';

/**
 * Ends a service of an earlier run that outlived it (this process and its guard were both killed): `pidFile` begins with its process id, and its command line holds `marker`.
 * A process id that now belongs to another program is left alone. The file is removed.
 */
export async function endLeftover(pidFile: string, marker: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  } catch {
    return;
  }
  if (Number.isSafeInteger(pid) && pid > 1 && isAlive(pid) && commandLine(pid)?.includes(marker) === true) {
    const token = startToken(pid);
    // A process that is ending loses its command line first: from here on its start time tells it from others.
    const gone = () => !isAlive(pid) || startToken(pid) !== token;
    process.kill(pid, signal);
    if (!(await waitUntil(gone, 6000))) {
      process.kill(pid, 'SIGKILL');
      await waitUntil(gone, 2000);
    }
  }
  rmSync(pidFile, { force: true });
}
