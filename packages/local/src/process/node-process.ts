import { join } from 'node:path';
import type { RunningProcess } from './run-process.ts';
import { runProcess } from './run-process.ts';

const preload = new URL('./exit-with-parent.ts', import.meta.url).href;

/** A TypeScript or JavaScript program of ours to run in a process of its own. */
export interface NodeProcessSpec {
  readonly name: string;
  /** The program's file. */
  readonly main: string;
  readonly args?: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node itself, such as --max-old-space-size=256. */
  readonly nodeOptions?: readonly string[];
}

/** Starts a program with the Node that runs us, its log in `<dataDir>/logs/<name>.log`; it ends with SIGTERM when we end, however we end. */
export function startNodeProcess(spec: NodeProcessSpec, dataDir: string): Promise<RunningProcess> {
  return runProcess({
    name: spec.name,
    command: process.execPath,
    args: [...(spec.nodeOptions ?? []), '--import', preload, spec.main, ...(spec.args ?? [])],
    env: { ...process.env, ...spec.env },
    log: join(dataDir, 'logs', `${spec.name}.log`),
    ipc: true,
  });
}

/** Ends processes at the same time, each by its signal and, after `graceMs`, by SIGKILL. Resolves when all have ended. */
export async function stopAll(processes: readonly RunningProcess[], graceMs = 5000): Promise<void> {
  await Promise.all(processes.map((running) => running.stop(graceMs)));
}
