import { createKafkaBus } from '@copydesk/bus';
import { LocalServiceError, startLocalKafka, startLocalPostgres } from '@copydesk/local';
import { EXTRACTOR_VERSION } from '@copydesk/facts';
import { extractionState, makeDatabase, migrate, openDatabase, wantExtraction } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { CommandError } from '../failure.ts';

/** What the services run on. `kafka` null: no broker can be had, and the services share one process. */
export interface Infrastructure {
  kafka: { brokers: string } | null;
  databaseUrl: string;
  /** Resolves when something of ours ended by itself. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

type Say = (line: string) => void;

async function bringUpKafka(dataDir: string, say: Say) {
  const given = process.env['KAFKA_BROKERS'];
  if (given !== undefined && given !== '') return { brokers: given, stop: async () => undefined, ended: undefined };
  say('Kafka: starting a local broker (the first time, Maven fetches it) …');
  try {
    const broker = await startLocalKafka({ dataDir });
    say(`Kafka: ${broker.brokers.join(',')}`);
    return {
      brokers: broker.brokers.join(','),
      stop: () => broker.stop(),
      ended: broker.exited.then(() => `The Kafka broker ended; its log is ${broker.log}`),
    };
  } catch (error) {
    const noBroker =
      error instanceof LocalServiceError && ['JAVA_MISSING', 'JAVA_TOO_OLD', 'MAVEN_MISSING', 'MAVEN_FAILED'].includes(error.code);
    if (!noBroker) throw error;
    say(
      `*** NO KAFKA: running all services in one process on an in-memory bus; nothing can subscribe to the topics. ${error.message} ${error.remedy}`,
    );
    return null;
  }
}

async function bringUpPostgres(dataDir: string, say: Say) {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined, ended: undefined };
  const server = await startLocalPostgres({ dataDir });
  say('PostgreSQL: started');
  return { url: server.url, stop: () => server.stop(), ended: server.exited.then(() => `PostgreSQL ended; its log is ${server.log}`) };
}

async function prepareTopics(brokers: string): Promise<void> {
  const bus = createKafkaBus({ brokers: brokers.split(','), topicPrefix: process.env['KAFKA_TOPIC_PREFIX'] ?? '' });
  try {
    const replication = process.env['KAFKA_REPLICATION_FACTOR'];
    await bus.admin.ensureTopics({ settings: replication === undefined || replication === '' ? {} : { replication: Number(replication) } });
  } finally {
    await bus.close();
  }
}

/** The ledger of a local database belongs to whoever starts this program: a new version reads it again without being asked. */
async function askForThisVersion(database: Database, say: Say): Promise<void> {
  const state = await extractionState(database);
  if (state === undefined || state.version === EXTRACTOR_VERSION || state.wanted === EXTRACTOR_VERSION) return;
  if (await wantExtraction(database, EXTRACTOR_VERSION))
    say(`The ledger was made with extractor ${state.version}: reading it again with ${EXTRACTOR_VERSION}.`);
}

async function prepareDatabase(url: string, isLocal: boolean, say: Say): Promise<void> {
  const database = openDatabase({ url, applicationName: 'copydesk-start', maxConnections: 2 });
  try {
    await migrate(database);
    if (isLocal) await askForThisVersion(database, say);
  } catch (error) {
    throw new CommandError(`The database cannot be prepared: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await database.destroy();
  }
}

/** Brings up the broker and the database (each its own, unless one is named in the environment), creates the topics, migrates the schema. */
export async function bringUp(dataDir: string, say: Say): Promise<Infrastructure> {
  const [kafka, postgres] = await Promise.allSettled([bringUpKafka(dataDir, say), bringUpPostgres(dataDir, say)]);
  const stop = async () => {
    await Promise.all([
      kafka.status === 'fulfilled' ? kafka.value?.stop() : undefined,
      postgres.status === 'fulfilled' ? postgres.value.stop() : undefined,
    ]);
  };
  try {
    if (kafka.status === 'rejected') throw kafka.reason;
    if (postgres.status === 'rejected') throw postgres.reason;
    let { url } = postgres.value;
    if (kafka.value === null) {
      // The bus forgets everything at the end; a ledger that remembers half of it would be a lie.
      url = await makeDatabase(url, 'copydesk_memory');
    } else {
      await prepareTopics(kafka.value.brokers);
    }
    await prepareDatabase(url, postgres.value.ended !== undefined, say);
    const ended = [kafka.value?.ended, postgres.value.ended].filter((promise) => promise !== undefined);
    return {
      kafka: kafka.value === null ? null : { brokers: kafka.value.brokers },
      databaseUrl: url,
      failed: ended.length === 0 ? new Promise<string>(() => undefined) : Promise.race(ended),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
