import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalServiceError, startLocalKafka, startLocalPostgres } from '@copydesk/local';
import { startKafkaContainer, startPostgresContainer } from './containers.ts';
import { NoContainerError } from './engine-images.ts';
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

/** The variable that names a backend to use instead of starting one. A container is asked for as such: nothing stands in for it. */
const givenBy: Partial<Record<BackendName, string>> = { kafka: 'KAFKA_BROKERS', postgres: 'DATABASE_URL' };

/** Backends in a temporary folder. `KAFKA_BROKERS` and `DATABASE_URL` take precedence, as everywhere: tests keep to topics and databases of their own. */
export function createSharedBackends(environment: NodeJS.ProcessEnv = process.env): SharedBackends {
  let folder: string | undefined;
  const asked = new Map<BackendName, Promise<BackendAnswer>>();
  const running: { stop(): Promise<void> }[] = [];
  const dataDir = () => (folder ??= mkdtempSync(join(tmpdir(), 'copydesk-test-')));

  const starters: Record<BackendName, () => Promise<{ address: string; stop(): Promise<void> }>> = {
    kafka: async () => {
      const kafka = await startLocalKafka({ dataDir: dataDir(), jarCache, heapMb: 256, properties: kafkaProperties });
      return { address: kafka.brokers.join(','), stop: () => kafka.stop() };
    },
    postgres: async () => {
      const postgres = await startLocalPostgres({ dataDir: dataDir(), settings: postgresSettings });
      return { address: postgres.url, stop: () => postgres.stop() };
    },
    'kafka-container': () => startKafkaContainer(kafkaProperties, environment),
    'postgres-container': () => startPostgresContainer(postgresSettings, environment),
  };

  async function start(name: BackendName): Promise<BackendAnswer> {
    const given = environment[givenBy[name] ?? ''];
    if (given !== undefined && given !== '') return { available: true, address: given };
    try {
      const backend = await starters[name]();
      running.push(backend);
      return { available: true, address: backend.address };
    } catch (error) {
      if (error instanceof LocalServiceError) return { available: false, reason: `${error.message} ${error.remedy}` };
      if (error instanceof NoContainerError) return { available: false, reason: error.message, optional: true };
      throw error;
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
      const stopped = await Promise.allSettled(running.map((each) => each.stop()));
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      const faults = stopped.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      if (faults.length > 0) throw new AggregateError(faults, 'a backend of the tests did not stop');
    },
  };
}
