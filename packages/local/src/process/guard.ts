import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./guard-main.ts', import.meta.url));
const children = new Map<number, NodeJS.Signals>();
let guard: ChildProcess | undefined;

/**
 * Children must not outlive us, not even after kill -9. One small process of ours holds the reading end of a pipe: when the pipe closes, we are gone, and it ends what is still on its list.
 * It is started with the first child and stays outside our process group, so that Ctrl-C in a terminal does not end it before its time.
 */
function startGuard(): ChildProcess {
  const started = spawn(process.execPath, [program], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const since = performance.now();
  started.on('error', () => undefined);
  started.stdin?.on('error', () => undefined);
  started.once('exit', () => {
    guard = undefined;
    // Somebody ended it: a new one takes over. One that cannot even start is not tried again and again.
    if (children.size > 0 && performance.now() - since > 1000) guard = startGuard();
  });
  started.unref();
  // Node's types do not say that a pipe to a child can be unreferenced; without it the guard would keep us alive.
  (started.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  for (const [pid, signal] of children) started.stdin?.write(`+ ${pid} ${signal}\n`);
  return started;
}

/** Puts a child on the list of what is ended when this process vanishes: by `signal`, and by SIGKILL 6 s later. */
export function guardChild(pid: number, signal: NodeJS.Signals): void {
  children.set(pid, signal);
  if (guard === undefined) guard = startGuard();
  else guard.stdin?.write(`+ ${pid} ${signal}\n`);
}

/** Takes a child that has ended off the list: its process id may soon belong to another. */
export function unguardChild(pid: number): void {
  children.delete(pid);
  guard?.stdin?.write(`- ${pid}\n`);
}
