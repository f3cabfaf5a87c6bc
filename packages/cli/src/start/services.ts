import { fileURLToPath } from 'node:url';
import { freePort, startNodeProcess, stopAll } from '@copydesk/local';
import type { RunningProcess } from '@copydesk/local';
import { CommandError } from '../failure.ts';
import type { Infrastructure } from './infrastructure.ts';

const root = new URL('../../../../', import.meta.url);
const mainOf = (service: string) => fileURLToPath(new URL(`services/${service}/src/main.ts`, root));

/** The folder of seed articles that is read when no input is named. */
export const seedFolder = fileURLToPath(new URL('seeds', root));

export interface RunningServices {
  apiUrl: string;
  processes: readonly RunningProcess[];
  /** Resolves with a sentence when a service ended by itself. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

async function untilReady(ports: ReadonlyMap<string, number>, failed: Promise<string>): Promise<void> {
  let broken: string | undefined;
  void failed.then((reason) => (broken = reason));
  const deadline = performance.now() + READY_MS;
  for (const [name, port] of ports) {
    for (;;) {
      if (broken !== undefined) throw new CommandError(broken);
      if (performance.now() > deadline) throw new CommandError(`The service ${name} did not become ready within ${READY_MS / 1000} s.`);
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Starts the four services as processes of their own (or all in one where there is no broker) and waits until each says it is ready.
 * @throws CommandError naming the service that failed, with the end of its log.
 */
export async function startServices(
  infrastructure: Infrastructure,
  options: { dataDir: string; input: readonly string[]; runId: string },
): Promise<RunningServices> {
  const names = infrastructure.kafka === null ? ['single-process'] : ['query-api', 'extractor', 'cluster', 'feed-reader'];
  const apiPort = await freePort(Number(process.env['API_PORT'] ?? 8080));
  const taken = [apiPort];
  const ports = new Map<string, number>();
  for (const name of names) {
    const port = await freePort(undefined, taken);
    taken.push(port);
    ports.set(name, port);
  }
  const processes: RunningProcess[] = [];
  for (const name of names) {
    processes.push(
      await startNodeProcess(
        {
          name,
          main: mainOf(name),
          env: {
            DATABASE_URL: infrastructure.databaseUrl,
            API_PORT: String(apiPort),
            HEALTH_PORT: String(ports.get(name)),
            READER_INPUT: JSON.stringify(options.input),
            READER_RUN_ID: options.runId,
            // A stack of one's own goes on by the rules of the program that was just started, as its ledger does (see `bringUp`).
            CLUSTER_EPOCH: process.env['CLUSTER_EPOCH'] ?? 'switch',
            ...(infrastructure.kafka === null ? {} : { KAFKA_BROKERS: infrastructure.kafka.brokers }),
          },
        },
        options.dataDir,
      ),
    );
  }
  let stopping = false;
  const failed = Promise.race(
    processes.map(async (running) => {
      const exit = await running.exited;
      if (stopping) return await new Promise<string>(() => undefined);
      return `The service ${running.name} ended (${exit.signal ?? `exit code ${exit.code}`}). The end of its log ${running.log}:\n${running.tail(8)}`;
    }),
  );
  const stop = async () => {
    stopping = true;
    await stopAll(processes, 5_000);
  };
  try {
    await untilReady(ports, failed);
  } catch (error) {
    await stop();
    throw error;
  }
  return { apiUrl: `http://127.0.0.1:${apiPort}`, processes, failed, stop };
}
