import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let guard: ChildProcess | undefined;

/**
 * Children must not outlive us, not even after kill -9. One small process of ours holds the reading end of a pipe: when the pipe closes, we are gone, and it ends what is still on its list.
 * It is started with the first child and stays outside our process group, so that Ctrl-C in a terminal does not end it before its time.
 */
function tell(line: string): void {
  if (guard?.stdin?.writable !== true) {
    guard = spawn(process.execPath, [fileURLToPath(new URL('./guard-main.ts', import.meta.url))], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      env: { PATH: process.env['PATH'] ?? '' },
    });
    const started = guard;
    started.on('error', () => undefined);
    started.stdin?.on('error', () => undefined);
    started.once('exit', () => {
      if (guard === started) guard = undefined;
    });
    started.unref();
    // Node's types do not say that a pipe to a child can be unreferenced; without it the guard would keep us alive.
    (started.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  }
  guard?.stdin?.write(line);
}

/** Puts a child on the list of what is ended when this process vanishes: by `signal`, and by SIGKILL 6 s later. */
export function guardChild(pid: number, signal: NodeJS.Signals): void {
  tell(`+ ${pid} ${signal}\n`);
}

/** Takes a child that has ended off the list: its process id may soon belong to another. */
export function unguardChild(pid: number): void {
  if (guard !== undefined) tell(`- ${pid}\n`);
}
