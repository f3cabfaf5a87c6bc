import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startLocalKafka, startLocalPostgres } from '@copydesk/local';
import type { LocalKafka, LocalPostgres } from '@copydesk/local';

/** A broker or a database that can be killed, frozen, stopped and started again at the same address. */
export interface Backend {
  readonly name: 'kafka' | 'postgres';
  readonly address: string;
  /** SIGKILL, then a start `downMs` later. */
  kill(downMs: number): Promise<void>;
  /** An orderly end (PostgreSQL) or SIGSTOP and SIGCONT (Kafka), with `downMs` between. */
  halt(downMs: number): Promise<void>;
  end(): Promise<void>;
}

/** Another process may hold the port or the folder for a moment after a kill. */
async function again<Started>(start: () => Promise<Started>): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      if (attempt >= 10) throw error;
      await sleep(500);
    }
  }
}

/** A broker in `dataDir`. Its jars are shared with those of `pnpm start`. */
export async function startKafka(dataDir: string): Promise<Backend> {
  const port = await freePort();
  const jarCache = join(fileURLToPath(new URL('../../.copydesk/kafka', import.meta.url)));
  const start = () => startLocalKafka({ dataDir, port, jarCache, heapMb: 320 });
  let broker: LocalKafka = await start();
  const address = broker.brokers.join(',');
  return {
    name: 'kafka',
    address,
    async kill(downMs) {
      process.kill(broker.pid, 'SIGKILL');
      await broker.exited;
      await broker.stop();
      await sleep(downMs);
      broker = await again(start);
      if (broker.brokers.join(',') !== address) throw new Error('the broker came back at another address');
    },
    async halt(downMs) {
      process.kill(broker.pid, 'SIGSTOP');
      await sleep(downMs);
      process.kill(broker.pid, 'SIGCONT');
    },
    end: async () => await broker.stop(),
  };
}

/** A PostgreSQL in `dataDir`, with its usual promises about the disk. */
export async function startPostgres(dataDir: string): Promise<Backend> {
  const port = await freePort();
  const start = () => startLocalPostgres({ dataDir, port });
  let server: LocalPostgres = await start();
  const address = server.url;
  const restart = async (downMs: number) => {
    await server.exited;
    await server.stop();
    await sleep(downMs);
    server = await again(start);
    if (server.url !== address) throw new Error('PostgreSQL came back at another address');
  };
  return {
    name: 'postgres',
    address,
    async kill(downMs) {
      process.kill(server.pid, 'SIGKILL');
      await restart(downMs);
    },
    async halt(downMs) {
      await server.stop();
      await restart(downMs);
    },
    end: async () => await server.stop(),
  };
}
