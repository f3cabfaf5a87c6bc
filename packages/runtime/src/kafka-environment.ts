import { z } from 'zod';
import { flagSchema } from './environment.ts';

/** Variables of every service that talks to Kafka. */
export const kafkaVariables = {
  /** host:port, separated by commas. */
  KAFKA_BROKERS: z.string().min(1),
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  KAFKA_GROUP_PREFIX: z.string().default('copydesk.'),
  KAFKA_TLS: flagSchema.default(false),
  KAFKA_TLS_CA_FILE: z.string().optional(),
  KAFKA_TLS_CERT_FILE: z.string().optional(),
  KAFKA_TLS_KEY_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().default(''),
  KAFKA_SASL_PASSWORD: z.string().default(''),
  /** How long the cluster waits for a silent member of a group before others take over, milliseconds; the broker sets the bounds. */
  KAFKA_SESSION_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(300_000).default(10_000),
};

const kafkaValuesSchema = z.object(kafkaVariables);

/** How to reach the cluster, in the shape the bus takes, and what to put in front of group names. */
export function kafkaSettings(values: z.infer<typeof kafkaValuesSchema>) {
  const files = {
    ...(values.KAFKA_TLS_CA_FILE === undefined ? {} : { caFile: values.KAFKA_TLS_CA_FILE }),
    ...(values.KAFKA_TLS_CERT_FILE === undefined ? {} : { certFile: values.KAFKA_TLS_CERT_FILE }),
    ...(values.KAFKA_TLS_KEY_FILE === undefined ? {} : { keyFile: values.KAFKA_TLS_KEY_FILE }),
  };
  return {
    groupPrefix: values.KAFKA_GROUP_PREFIX,
    bus: {
      brokers: values.KAFKA_BROKERS.split(','),
      topicPrefix: values.KAFKA_TOPIC_PREFIX,
      sessionTimeoutMs: values.KAFKA_SESSION_TIMEOUT_MS,
      tls: Object.keys(files).length > 0 ? files : values.KAFKA_TLS,
      ...(values.KAFKA_SASL_MECHANISM === undefined
        ? {}
        : {
            sasl: { mechanism: values.KAFKA_SASL_MECHANISM, username: values.KAFKA_SASL_USERNAME, password: values.KAFKA_SASL_PASSWORD },
          }),
    },
  };
}
