import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { KafkaConfig, SASLOptions } from 'kafkajs';
import kafkajs from 'kafkajs';
import type { BusLogger } from '../bus-logger.ts';
import { BusError } from '../bus-error.ts';
import { kafkaLogCreator } from './kafka-log.ts';

/** How to reach a Kafka cluster. */
export interface KafkaSettings {
  /** host:port of some of its brokers. */
  readonly brokers: readonly string[];
  readonly clientId?: string;
  /** In front of all topic and reading group names. */
  readonly topicPrefix?: string;
  /** True for TLS with the system's certificates; files are PEM. */
  readonly tls?:
    boolean | { readonly caFile?: string; readonly certFile?: string; readonly keyFile?: string; readonly serverName?: string };
  readonly sasl?: { readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; readonly username: string; readonly password: string };
  /** How long the cluster waits for a silent member, milliseconds; 10,000 when not given. A process that was killed is replaced after this time. */
  readonly sessionTimeoutMs?: number;
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BusError('configuration', `the TLS file ${file} cannot be read`, { cause });
  }
}

function tlsOptions(tls: KafkaSettings['tls']): KafkaConfig['ssl'] {
  if (tls === undefined || typeof tls === 'boolean') return tls ?? false;
  return {
    ...(tls.caFile === undefined ? {} : { ca: readPem(tls.caFile) }),
    ...(tls.certFile === undefined ? {} : { cert: readPem(tls.certFile) }),
    ...(tls.keyFile === undefined ? {} : { key: readPem(tls.keyFile) }),
    ...(tls.serverName === undefined ? {} : { servername: tls.serverName }),
  };
}

/**
 * The settings as kafkajs wants them.
 * @throws BusError configuration, when there is no broker, an address is not host:port, or a TLS file cannot be read
 */
export function kafkaConfig(settings: KafkaSettings, logger: BusLogger): KafkaConfig {
  const brokers = settings.brokers.map((address) => address.trim()).filter((address) => address !== '');
  const wrong = brokers.find((address) => !/^[^\s:/]+:\d{1,5}$|^\[[0-9a-fA-F:.]+\]:\d{1,5}$/.test(address));
  if (brokers.length === 0 || wrong !== undefined) {
    throw new BusError('configuration', wrong === undefined ? 'no Kafka broker is named' : `not a broker address (host:port): ${wrong}`);
  }
  return {
    brokers,
    clientId: settings.clientId ?? `copydesk-${hostname()}`,
    ssl: tlsOptions(settings.tls) ?? false,
    // A copy: kafkajs puts into the object what logs in, with the password of the first use.
    ...(settings.sasl === undefined ? {} : { sasl: { ...settings.sasl } as SASLOptions }),
    connectionTimeout: 5000,
    authenticationTimeout: 10_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 6 },
    logLevel: kafkajs.logLevel.INFO,
    logCreator: kafkaLogCreator(logger),
  };
}
