import type { TestContainer } from './local-container.ts';
import { startLocalContainer } from './local-container.ts';

/** A broker setting as the image `apache/kafka` reads it. */
function variable(property: string): string {
  return `KAFKA_${property.toUpperCase().replaceAll('.', '_')}`;
}

/** One broker of `apache/kafka`, of the version in docker-compose.yml (KAFKA_TAG for another). @param properties more settings of the broker. */
export function startKafkaContainer(properties: Record<string, string>, environment: NodeJS.ProcessEnv): Promise<TestContainer> {
  return startLocalContainer({
    image: `apache/kafka:${environment['KAFKA_TAG'] ?? '4.3.0'}`,
    port: 19092,
    // Setting any variable drops the image's default configuration: this is the full set, as in docker-compose.yml.
    environment: (hostPort) => ({
      KAFKA_HEAP_OPTS: '-Xms256m -Xmx256m',
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@127.0.0.1:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENERS: 'INTERNAL://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093,EXTERNAL://:19092',
      KAFKA_ADVERTISED_LISTENERS: `INTERNAL://127.0.0.1:9092,EXTERNAL://127.0.0.1:${hostPort}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_LOG_DIRS: '/var/lib/kafka/data',
      ...Object.fromEntries(Object.entries(properties).map(([property, value]) => [variable(property), value])),
    }),
    ready: { log: /Kafka Server started/ },
    address: (hostPort) => `127.0.0.1:${hostPort}`,
  });
}

/** One server of `postgres`, of the version in docker-compose.yml (POSTGRES_TAG for another). @param settings more settings of the server. */
export function startPostgresContainer(settings: Record<string, string>, environment: NodeJS.ProcessEnv): Promise<TestContainer> {
  return startLocalContainer({
    image: `postgres:${environment['POSTGRES_TAG'] ?? '18'}`,
    port: 5432,
    command: ['postgres', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    environment: () => ({ POSTGRES_USER: 'copydesk', POSTGRES_PASSWORD: 'test', POSTGRES_DB: 'copydesk' }),
    // By TCP: while the image prepares its database, a first server listens on a socket file only.
    ready: { command: 'pg_isready -q -h 127.0.0.1 -U copydesk' },
    address: (hostPort) => `postgres://copydesk:test@127.0.0.1:${hostPort}/copydesk`,
  });
}
