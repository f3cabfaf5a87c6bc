import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLogger } from '../bus-logger.ts';
import { kafkaConfig } from './kafka-settings.ts';

const brokers = ['one.example:9092', '[::1]:9093', ' two:9094 '];

test('plain, TLS and SASL settings', () => {
  expect(kafkaConfig({ brokers }, silentLogger)).toMatchObject({ brokers: ['one.example:9092', '[::1]:9093', 'two:9094'], ssl: false });
  const sasl = { mechanism: 'scram-sha-512', username: 'me', password: 'secret' } as const;
  expect(kafkaConfig({ brokers, tls: true, sasl }, silentLogger)).toMatchObject({ ssl: true, sasl });
  const folder = mkdtempSync(join(tmpdir(), 'copydesk tls '));
  writeFileSync(join(folder, 'ca.pem'), 'PEM');
  expect(kafkaConfig({ brokers, tls: { caFile: join(folder, 'ca.pem'), serverName: 'kafka' } }, silentLogger).ssl).toEqual({
    ca: 'PEM',
    servername: 'kafka',
  });
  rmSync(folder, { recursive: true });
});

test.each([
  [{ brokers: [] }, 'no Kafka broker is named'],
  [{ brokers: ['http://one:9092'] }, 'not a broker address (host:port): http://one:9092'],
  [{ brokers, tls: { caFile: '/not/there.pem' } }, 'the TLS file /not/there.pem cannot be read'],
])('%j is refused: %s', (settings, message) => {
  expect(() => kafkaConfig(settings, silentLogger)).toThrow(message);
});
