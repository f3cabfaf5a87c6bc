import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startNodeProcess } from '@copydesk/local';
import type { RunningProcess } from '@copydesk/local';

export const serviceNames = ['feed-reader', 'cluster', 'extractor', 'query-api'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** The four services as processes, each started again whenever it ends, as an operator's supervisor does. */
export interface Fleet {
  /** SIGKILL; the supervisor starts it again. */
  kill(name: ServiceName): void;
  /** SIGSTOP, and SIGCONT after `ms`: a process that others take for dead. */
  freeze(name: ServiceName, ms: number): Promise<void>;
  /** Ends the reader in order and starts it on another input. */
  read(runId: string, input: readonly string[]): Promise<void>;
  isReady(name: ServiceName): Promise<boolean>;
  /** How often a service was started. */
  starts(name: ServiceName): number;
  stop(): Promise<void>;
}

/** Starts the services. `environment` says where the broker and the database are. */
export async function startFleet(dataDir: string, environment: Readonly<Record<string, string>>): Promise<Fleet> {
  const ports = new Map<ServiceName, number>();
  for (const name of serviceNames) ports.set(name, await freePort(undefined, [...ports.values()]));
  const apiPort = await freePort(undefined, [...ports.values()]);
  const running = new Map<ServiceName, RunningProcess>();
  let reading: Record<string, string> = {};
  let stopping = false;
  const starts = new Map<ServiceName, number>();

  async function supervise(name: ServiceName): Promise<void> {
    while (!stopping) {
      const started = await startNodeProcess(
        {
          name,
          main: fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url)),
          env: {
            ...environment,
            HEALTH_PORT: String(ports.get(name)),
            API_PORT: String(apiPort),
            ...(name === 'feed-reader' ? reading : {}),
          },
        },
        dataDir,
      );
      starts.set(name, (starts.get(name) ?? 0) + 1);
      running.set(name, started);
      await started.exited;
      await sleep(200);
    }
  }
  const supervised = serviceNames.map((name) => supervise(name));
  while (running.size < serviceNames.length) await sleep(20);
  const signal = (name: ServiceName, which: NodeJS.Signals) => {
    const child = running.get(name);
    if (child?.running === true) process.kill(child.pid, which);
  };
  return {
    kill: (name) => signal(name, 'SIGKILL'),
    async freeze(name, ms) {
      const victim = running.get(name);
      signal(name, 'SIGSTOP');
      await sleep(ms);
      if (victim?.running === true) process.kill(victim.pid, 'SIGCONT');
    },
    async read(runId, input) {
      reading = { READER_INPUT: JSON.stringify(input), READER_RUN_ID: runId };
      await running.get('feed-reader')?.stop(8_000);
    },
    isReady: async (name) =>
      await fetch(`http://127.0.0.1:${ports.get(name)}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
        (response) => response.ok,
        () => false,
      ),
    starts: (name) => starts.get(name) ?? 0,
    async stop() {
      stopping = true;
      await Promise.all([...running.values()].map((child) => child.stop(8_000)));
      await Promise.all(supervised);
    },
  };
}
