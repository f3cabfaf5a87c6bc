import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalServiceError, startLocalKafka, startLocalPostgres } from '@copydesk/local';
import type { BackendAnswer, BackendName } from './provided.ts';

/** Starts each backend at the first question for it, once for the whole run. */
export interface SharedBackends {
  ask(name: BackendName): Promise<BackendAnswer>;
  /** Ends what was started and removes its data. */
  stop(): Promise<void>;
}

/** The jars are kept between runs, beside those of `start`. */
const jarCache = join(import.meta.dirname, '..', '..', '..', '.copydesk', 'kafka');

/** Small and quick; compaction runs as soon as a test asks for it. */
const kafkaProperties = {
  'log.cleaner.backoff.ms': '200',
  'log.cleaner.threads': '1',
  'num.io.threads': '2',
  'num.network.threads': '2',
  'group.min.session.timeout.ms': '500',
};
/** Test data need not survive a power cut. */
const postgresSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '200',
};

/** Backends in a temporary folder. `KAFKA_BROKERS` and `DATABASE_URL` take precedence, as everywhere: tests keep to topics and databases of their own. */
export function createSharedBackends(environment: NodeJS.ProcessEnv = process.env): SharedBackends {
  let folder: string | undefined;
  const asked = new Map<BackendName, Promise<BackendAnswer>>();
  const running: { stop(): Promise<void> }[] = [];

  async function start(name: BackendName): Promise<BackendAnswer> {
    const given = environment[name === 'kafka' ? 'KAFKA_BROKERS' : 'DATABASE_URL'];
    if (given !== undefined && given !== '') return { available: true, address: given };
    folder ??= mkdtempSync(join(tmpdir(), 'copydesk-test-'));
    try {
      if (name === 'kafka') {
        const kafka = await startLocalKafka({ dataDir: folder, jarCache, heapMb: 256, properties: kafkaProperties });
        running.push(kafka);
        return { available: true, address: kafka.brokers.join(',') };
      }
      const postgres = await startLocalPostgres({ dataDir: folder, settings: postgresSettings });
      running.push(postgres);
      return { available: true, address: postgres.url };
    } catch (error) {
      if (!(error instanceof LocalServiceError)) throw error;
      return { available: false, reason: `${error.message} ${error.remedy}` };
    }
  }

  return {
    ask(name) {
      const answer = asked.get(name) ?? start(name);
      asked.set(name, answer);
      return answer;
    },
    async stop() {
      await Promise.allSettled(asked.values());
      await Promise.all(running.map((each) => each.stop()));
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
