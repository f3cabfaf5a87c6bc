import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { LocalServiceError } from '../local-error.ts';
import { guardChild, unguardChild } from './guard.ts';
import { openLog, tailOfLog } from './log-file.ts';

/** What to run. The environment is given in full: nothing is inherited but what is named here. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** File that takes standard output and error, appended. */
  readonly log: string;
  /** The signal that asks for an orderly end; SIGTERM when not given. */
  readonly stopSignal?: NodeJS.Signals;
  /** Opens an IPC channel, for Node children. */
  readonly ipc?: boolean;
  /** A file to read as standard input; there is none when not given. */
  readonly input?: string;
  /** User and group ids to run under (root only). */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** How a process ended: an exit code, or the signal that ended it. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child process that ends with us. */
export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  /** Resolves when the process has ended, for whatever reason; never rejects. */
  readonly exited: Promise<ProcessExit>;
  /** False once the process has ended. */
  readonly running: boolean;
  /** Asks it to end, and kills it when it still runs after `graceMs` (5,000 when not given). */
  stop(graceMs?: number): Promise<ProcessExit>;
  /** The last lines of its log. */
  tail(lines?: number): string;
}

/**
 * Starts a child process in a process group of its own (Ctrl-C in a terminal reaches only us: we end the children in order), its output in a log file, guarded against our own sudden end.
 * @throws LocalServiceError START_FAILED when the program cannot be started at all
 */
export async function runProcess(spec: ProcessSpec): Promise<RunningProcess> {
  const file = openLog(spec.log);
  const input = spec.input === undefined ? undefined : openSync(spec.input, 'r');
  const child = spawn(spec.command, spec.args, {
    env: spec.env,
    detached: true,
    stdio: [input ?? 'ignore', file, file, ...(spec.ipc === true ? (['ipc'] as const) : [])],
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    ...spec.user,
  });
  closeSync(file);
  if (input !== undefined) closeSync(input);
  const { pid } = child;
  const stopSignal = spec.stopSignal ?? 'SIGTERM';
  if (pid !== undefined) guardChild(pid, stopSignal);
  let running = true;
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', (code, signal) => {
      running = false;
      if (pid !== undefined) unguardChild(pid);
      resolve({ code, signal });
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      reject(new LocalServiceError('START_FAILED', `${spec.name} could not be started: ${cause.message}.`, `See ${spec.log}.`, { cause }));
    });
  });
  child.on('error', () => undefined);
  return {
    name: spec.name,
    pid: pid ?? 0,
    log: spec.log,
    exited,
    get running() {
      return running;
    },
    async stop(graceMs = 5000) {
      if (running) child.kill(stopSignal);
      const timer = setTimeout(() => running && child.kill('SIGKILL'), graceMs);
      try {
        return await exited;
      } finally {
        clearTimeout(timer);
      }
    },
    tail: (lines = 20) => tailOfLog(spec.log, lines),
  };
}
