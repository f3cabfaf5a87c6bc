import { retryTransient } from '@copydesk/pipeline';
import kafkajs from 'kafkajs';
import type { Bus, Consumer, Producer } from '../bus.ts';
import { isTransientBusError } from '../bus-error.ts';
import type { BusLogger } from '../bus-logger.ts';
import { silentLogger } from '../bus-logger.ts';
import { topicNames } from '../topic-names.ts';
import { createKafkaAdmin } from './kafka-admin.ts';
import { createKafkaConsumer } from './kafka-consumer.ts';
import { createKafkaProducer } from './kafka-producer.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { kafkaConfig } from './kafka-settings.ts';
import { registerZstd } from './zstd.ts';

/**
 * The bus on a Kafka cluster. Nothing is connected before it is used.
 * @throws BusError configuration
 */
export function createKafkaBus(settings: KafkaSettings, logger: BusLogger = silentLogger): Bus {
  registerZstd();
  const kafka = new kafkajs.Kafka(kafkaConfig(settings, logger));
  const names = topicNames(settings.topicPrefix);
  const admin = createKafkaAdmin(kafka, names);
  const producers = new Set<Producer>();
  const consumers = new Set<Consumer>();
  return {
    kind: 'kafka',
    admin,
    topicName: names.name,
    async producer({ source, onPause }) {
      const connect = () => createKafkaProducer(kafka, names, source);
      const producer =
        onPause === undefined ? await connect() : await retryTransient(connect, { isTransient: isTransientBusError, onPause });
      producers.add(producer);
      return producer;
    },
    async consume(options) {
      const consumer = createKafkaConsumer(kafka, names, options, logger, settings.sessionTimeoutMs ?? 10_000);
      consumers.add(consumer);
      return consumer;
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
      await Promise.all([...producers].map((producer) => producer.close()));
      await admin.close();
    },
  };
}
